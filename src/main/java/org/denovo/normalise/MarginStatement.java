package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.denovo.record.Interval;
import org.denovo.vocabulary.MarginStatus;

/**
 * One thing that a text says of a margin.
 *
 * @param status empty if only a width is given that leaves the class open (≤5mm)
 * @param frozen true if it is of the frozen section
 * @param specimen counts the specimens: what stands behind 补切 is of the next one
 */
record MarginStatement(
    Optional<MarginStatus> status, Optional<Measure> width, boolean frozen, int specimen) {

  /** Below this width in millimetres a margin is close (SSO-ASTRO, pure DCIS). */
  private static final double CLOSE_BELOW_MM = 2;

  /** Worse statements first; a class that stays open comes before a negative one. */
  static final Comparator<MarginStatement> WORST_FIRST =
      Comparator.comparingInt(
              (MarginStatement s) -> s.status().map(MarginStatement::rank).orElse(3))
          .thenComparing(s -> s.width().map(w -> w.range().min()).orElse(Double.MAX_VALUE));

  /** What the tokens say, each statement by itself; nothing if a part of them is not understood. */
  static Optional<List<MarginStatement>> all(List<Token> tokens, Optional<String> unit) {
    List<MarginStatement> said = new ArrayList<>();
    int specimen = 0;
    for (List<Token> clause : clauses(tokens)) {
      specimen += clause.get(0).in("again") ? 1 : 0;
      if (Token.any(clause, "other") || Token.any(clause, "size") && !Token.any(clause, "edge")) {
        continue;
      }
      if (Token.any(clause, Token.UNKNOWN) || !new Clause(clause, specimen, unit).addTo(said)) {
        return Optional.empty();
      }
    }
    return Optional.of(said);
  }

  private static List<List<Token>> clauses(List<Token> tokens) {
    List<List<Token>> clauses = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    for (Token token : tokens) {
      boolean stop = token.in(Token.PUNCTUATION) && ",;.|\n".contains(token.text());
      if ((stop || token.in("again") || token.in("rest")) && !open.isEmpty()) {
        clauses.add(open);
        open = new ArrayList<>();
      }
      if (!stop) {
        open.add(token);
      }
    }
    if (!open.isEmpty()) {
      clauses.add(open);
    }
    return clauses;
  }

  static MarginStatement ofWidth(Measure width, boolean frozen, int specimen) {
    return new MarginStatement(classOf(width), Optional.of(width), frozen, specimen);
  }

  private static Optional<MarginStatus> classOf(Measure width) {
    Interval mm = width.range();
    if (mm.max() == 0) {
      return Optional.of(MarginStatus.POSITIVE_NOS);
    }
    if (mm.max() < CLOSE_BELOW_MM || mm.max() == CLOSE_BELOW_MM && width.below()) {
      return Optional.of(MarginStatus.CLOSE);
    }
    return mm.min() >= CLOSE_BELOW_MM ? Optional.of(MarginStatus.NEGATIVE) : Optional.empty();
  }

  private static int rank(MarginStatus status) {
    return switch (status) {
      case POSITIVE_MACRO -> 0;
      case POSITIVE_MICRO, POSITIVE_NOS -> 1;
      case CLOSE -> 2;
      case NOT_EVALUABLE -> 4;
      case NEGATIVE -> 5;
    };
  }

  /** The tokens between two separators, read from left to right. */
  private record Clause(List<Token> tokens, int specimen, Optional<String> unit) {

    boolean addTo(List<MarginStatement> said) {
      boolean frozen = Token.any(tokens, "frozen") && !Token.any(tokens, "paraffin");
      List<MarginStatement> mine = new ArrayList<>();
      int at = 0;
      while (at < tokens.size()) {
        Optional<Measure> width =
            Token.any(tokens, "size") ? Optional.empty() : Measure.at(tokens, at, unit);
        if (width.isPresent()) {
          mine.add(ofWidth(width.get(), frozen, specimen));
          at = width.get().end();
          continue;
        }
        Optional<MarginStatus> status = status(at);
        status.ifPresent(
            s -> mine.add(new MarginStatement(Optional.of(s), Optional.empty(), frozen, specimen)));
        if (tokens.get(at).in("not")) {
          if (status.isEmpty()) {
            return false;
          }
          at = scope(at);
        } else if (misplaced(at, status)) {
          return false;
        } else {
          at++;
        }
      }
      boolean measured = mine.stream().anyMatch(s -> s.width().isPresent());
      boolean takenBack =
          Token.any(tokens, "see") && Token.any(tokens, "tumour") && Token.any(tokens, "negative");
      if (takenBack || measured && Token.any(tokens, "see") || isOfTheTumour() && !mine.isEmpty()) {
        return false;
      }
      said.addAll(mine);
      return true;
    }

    /** A number that is no width, or a doubt, leaves the clause unread. */
    private boolean misplaced(int at, Optional<MarginStatus> status) {
      Token token = tokens.get(at);
      return token.in(Token.NUMBER) && !clock(at) && !count(at)
          || token.in("doubt")
          || token.in("size")
          || status.isEmpty() && sign(token) && tokens.size() > 1 && at == tokens.size() - 1;
    }

    private boolean clock(int at) {
      return at + 1 < tokens.size() && tokens.get(at + 1).text().startsWith("点");
    }

    private boolean count(int at) {
      return at + 1 < tokens.size() && tokens.get(at + 1).in("edge");
    }

    private static boolean sign(Token token) {
      return token.text().equals("+") || token.text().equals("-");
    }

    private Optional<MarginStatus> status(int at) {
      Token token = tokens.get(at);
      return switch (token.group()) {
        case "negative" -> Optional.of(MarginStatus.NEGATIVE);
        case "positive" ->
            Optional.of(
                Token.any(tokens, "dcis")
                    ? MarginStatus.POSITIVE_MICRO
                    : MarginStatus.POSITIVE_NOS);
        case "micro" -> Optional.of(MarginStatus.POSITIVE_MICRO);
        case "macro" -> Optional.of(MarginStatus.POSITIVE_MACRO);
        case "residual", "involve" ->
            denied(at) ? Optional.empty() : Optional.of(MarginStatus.POSITIVE_NOS);
        case "close" -> Optional.of(MarginStatus.CLOSE);
        case "unevaluable" -> Optional.of(MarginStatus.NOT_EVALUABLE);
        case "see" -> seen(at);
        case "not" ->
            scope(at) > at + 1 || saysAll(token)
                ? Optional.of(MarginStatus.NEGATIVE)
                : Optional.empty();
        case Token.PUNCTUATION -> at == tokens.size() - 1 ? signed(token) : Optional.empty();
        default -> Optional.empty();
      };
    }

    /** 癌残留(-): the sign behind it takes it back. */
    private boolean denied(int at) {
      return at + 1 < tokens.size() && tokens.get(at + 1).in("negative");
    }

    private static Optional<MarginStatus> signed(Token token) {
      return switch (token.text()) {
        case "+" -> Optional.of(MarginStatus.POSITIVE_NOS);
        case "-" -> Optional.of(MarginStatus.NEGATIVE);
        default -> Optional.empty();
      };
    }

    /** 未累及 carries its object in itself; 未见 needs one. */
    private static boolean saysAll(Token not) {
      return not.text().endsWith("累及")
          || not.text().endsWith("受累")
          || not.text().endsWith("侵及")
          || not.text().endsWith("侵犯");
    }

    /** 见癌 is positive, 见导管内癌 is positive for DCIS only; 见 of something else says nothing. */
    private Optional<MarginStatus> seen(int at) {
      for (int i = at + 1; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.in("dcis")) {
          return Optional.of(MarginStatus.POSITIVE_MICRO);
        }
        if (token.in("tumour")) {
          boolean insitu = Token.any(tokens.subList(i, tokens.size()), "dcis");
          return Optional.of(insitu ? MarginStatus.POSITIVE_MICRO : MarginStatus.POSITIVE_NOS);
        }
        if (!token.in("noise") && !token.in("edge") && !token.in("see")) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    /** Where the scope of a negation ends: behind what it denies. */
    private int scope(int not) {
      int end = not + 1;
      int denied = not + 1;
      while (end < tokens.size() && (deniable(tokens.get(end)) || tokens.get(end).in("noise"))) {
        denied = deniable(tokens.get(end)) ? end + 1 : denied;
        end++;
      }
      return denied;
    }

    private static boolean deniable(Token token) {
      return token.in("tumour")
          || token.in("dcis")
          || token.in("residual")
          || token.in("involve")
          || token.in("see");
    }

    /** A width beside the tumour without an edge or a distance may be the tumour's size. */
    private boolean isOfTheTumour() {
      boolean measured = Token.any(tokens, "unit");
      return measured
          && Token.any(tokens, "tumour")
          && !Token.any(tokens, "distance")
          && !Token.any(tokens, "edge");
    }
  }
}
