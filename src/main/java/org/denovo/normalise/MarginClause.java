package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.MarginStatus;

/** A stretch between two separators of what is said of a margin, and what it is about. */
record MarginClause(List<Token> tokens) {

  /** What a clause that has nothing to do with the margin cannot hold. */
  private static final List<String> OF_MARGINS =
      List.of(
          "edge",
          "negative",
          "positive",
          "micro",
          "macro",
          "residual",
          "involve",
          "see",
          "not",
          "close",
          "doubt",
          "again",
          "unevaluable",
          "unstated",
          "pending",
          "undone",
          "rest",
          "part",
          "distance",
          "frozen",
          "paraffin",
          "benign",
          "lobular",
          "under",
          "operation");

  /** Characters that could turn the meaning around if they stand in text that nobody knows. */
  private static final String DANGER = "未无不没非否除疑似待拟再补扩追改换更仍又但另次残缘端线界边净清阴阳送查检修订误错同见";

  MarginClause {
    tokens = List.copyOf(tokens);
  }

  /** The clauses of a text; each specimen, and each finding behind a result, begins a new one. */
  static List<MarginClause> of(List<Token> tokens) {
    List<MarginClause> clauses = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    for (Token token : tokens) {
      boolean stop = token.in(Token.PUNCTUATION) && ",;.|→".contains(token.text());
      if ((stop || begins(token, open)) && !open.isEmpty()) {
        clauses.add(new MarginClause(open));
        open = new ArrayList<>();
      }
      if (!stop) {
        open.add(token);
      }
    }
    if (!open.isEmpty()) {
      clauses.add(new MarginClause(open));
    }
    return clauses;
  }

  private static boolean begins(Token token, List<Token> open) {
    if (token.in("again") || token.in("rest") || token.in("operation")) {
      return true;
    }
    boolean closed = !open.isEmpty() && isResult(open.get(open.size() - 1));
    return closed && (token.in("other") || token.in("edge") && Token.any(open, "other"));
  }

  boolean has(String group) {
    return Token.any(tokens, group);
  }

  /** True if it opens a further specimen: 补切, or a larger operation behind a bad margin. */
  boolean isOfNextSpecimen(List<MarginStatement> said) {
    boolean bad = said.stream().anyMatch(s -> !s.is(MarginStatus.NEGATIVE));
    return tokens.get(0).in("again") || tokens.get(0).in("operation") && bad;
  }

  /** Vessels, nodes, a size, a diagnosis, or text that cannot change what is said of the margin. */
  boolean isOfSomethingElse() {
    if (has("other") && !namesMargins() || has("size") && !has("edge")) {
      return true;
    }
    boolean awaited =
        has("pending")
            && tokens.stream()
                .allMatch(t -> t.in("pending") || t.in("paraffin") || t.in("noise") || isMark(t));
    return awaited || has(Token.UNKNOWN) && tokens.stream().allMatch(MarginClause::isHarmless);
  }

  private static boolean isMark(Token token) {
    return token.in(Token.PUNCTUATION) && !isSign(token);
  }

  private static boolean isHarmless(Token token) {
    if (token.in(Token.UNKNOWN)) {
      return token.text().chars().allMatch(c -> c > 0x80 && DANGER.indexOf(c) < 0);
    }
    return !isSign(token) && OF_MARGINS.stream().noneMatch(token::in);
  }

  /**
   * Skin, nipple or muscle without an edge: how far the tumour goes, not how far the knife went.
   */
  boolean isAside() {
    return has("structure") && !has("edge") && !has(Token.UNKNOWN);
  }

  /** True if it speaks of the margin as such, not of one named edge. */
  boolean namesMargins() {
    return tokens.stream()
        .filter(t -> t.in("edge"))
        .anyMatch(t -> t.text().matches(".*(?:切缘|断端|切线|切端|残端|margins?)"));
  }

  /** What it says; nothing if a part of it is not understood. */
  Optional<List<MarginStatement>> statements(int specimen, Optional<String> unit) {
    return new MarginGrammar(tokens).statements(specimen, unit);
  }

  static boolean isResult(Token token) {
    return token.in("negative") || token.in("positive");
  }

  static boolean isSign(Token token) {
    return token.text().equals("+") || token.text().equals("-");
  }
}
