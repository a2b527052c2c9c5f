package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.MarginStatus;

/**
 * Reads a clause on the margin from left to right: results, widths, what is seen and what is
 * denied.
 */
record MarginGrammar(List<Token> tokens) {

  /** What says that nothing is said; a result beside it is not one. */
  private static final List<String> SILENT =
      List.of("pending", "undone", "unstated", "elsewhere", "inapplicable");

  MarginGrammar {
    tokens = List.copyOf(tokens);
  }

  /** What it says; nothing if a part of it is not understood. */
  Optional<List<MarginStatement>> statements(int specimen, Optional<String> unit) {
    // 切缘及淋巴结见癌: what is found of both is not told apart.
    if (has(Token.UNKNOWN)
        || has("other") && !deniesAll()
        || SILENT.stream().anyMatch(this::has)
        || takesItselfBack()) {
      return Optional.empty();
    }
    boolean frozen = has("frozen") && !has("paraffin");
    List<MarginStatement> mine = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Measure> width = has("size") ? Optional.empty() : Measure.at(tokens, at, unit);
      if (width.isPresent()) {
        mine.add(MarginStatement.ofWidth(width.get(), frozen, specimen));
        at = width.get().end();
        continue;
      }
      Optional<MarginStatus> status = status(at);
      status.ifPresent(s -> mine.add(seen(MarginStatement.of(s, frozen, specimen))));
      boolean not = tokens.get(at).in("not");
      if (not && status.isEmpty() || !not && misplaced(at, status)) {
        return Optional.empty();
      }
      at = not ? scope(at) : at + 1;
    }
    return contradicts(mine) ? Optional.empty() : Optional.of(mine);
  }

  /** 切缘及淋巴结均未见癌: what is denied of both is denied of the margin. */
  private boolean deniesAll() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean both = i > 0 && List.of("均", "都", "皆").contains(tokens.get(i - 1).text());
      if (token.in("not") && (both || token.text().startsWith("均"))) {
        return !has("positive") && !has("see");
      }
    }
    return false;
  }

  /** 切缘阳性(-), 阴性/阳性: two results touch, and none of them is of anything else. */
  private boolean takesItselfBack() {
    for (int i = 1; i < tokens.size(); i++) {
      boolean choice = i > 1 && tokens.get(i - 1).text().equals("/");
      Token before = tokens.get(choice ? i - 2 : i - 1);
      Token token = tokens.get(i);
      if (MarginClause.isResult(before)
          && MarginClause.isResult(token)
          && !before.group().equals(token.group())) {
        return true;
      }
    }
    return false;
  }

  /** A margin that looks clear to the naked eye is open; a tumour that can be seen there is R2. */
  private MarginStatement seen(MarginStatement said) {
    boolean eye = tokens.stream().anyMatch(t -> t.is("under", "eye"));
    boolean lens =
        tokens.stream().anyMatch(t -> t.text().contains("镜下") || t.is("under", "microscope"));
    if (eye && !lens) {
      return said.isPositive()
          ? MarginStatement.of(MarginStatus.POSITIVE_MACRO, said.frozen(), said.specimen())
          : said.left();
    }
    return lens && !eye && said.is(MarginStatus.POSITIVE_NOS)
        ? MarginStatement.of(MarginStatus.POSITIVE_MICRO, said.frozen(), said.specimen())
        : said;
  }

  private boolean contradicts(List<MarginStatement> mine) {
    boolean measured = mine.stream().anyMatch(s -> s.width().isPresent());
    boolean takenBack = has("see") && has("tumour") && has("negative");
    boolean partly = has("part") && mine.stream().anyMatch(s -> !s.isPositive());
    // 切缘导管内癌: a tumour is named at the edge, and not how it stands with it.
    boolean bare = mine.isEmpty() && has("edge") && (has("tumour") || has("dcis"));
    boolean harmless = has("benign") && !has("tumour") && !has("dcis");
    return takenBack
        || harmless && mine.stream().anyMatch(MarginStatement::isPositive)
        || partly
        || bare
        || measured && has("see")
        || isOfTheTumour() && !mine.isEmpty();
  }

  /** A number that is no width, a doubt or a lobular carcinoma in situ leaves the clause unread. */
  private boolean misplaced(int at, Optional<MarginStatus> status) {
    Token token = tokens.get(at);
    return token.in(Token.NUMBER) && !clock(at) && !count(at)
        || token.in("doubt")
        || token.in("size")
        || token.in("lobular")
        || status.isEmpty()
            && MarginClause.isSign(token)
            && tokens.size() > 1
            && at == tokens.size() - 1;
  }

  /** 3点, 1-12点. */
  private boolean clock(int at) {
    boolean range =
        at + 2 < tokens.size()
            && "-~至到".contains(tokens.get(at + 1).text())
            && tokens.get(at + 2).in(Token.NUMBER);
    int behind = range ? at + 3 : at + 1;
    return behind < tokens.size() && tokens.get(behind).text().startsWith("点");
  }

  /** 六面, 2处. */
  private boolean count(int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at + 1).in("edge") || tokens.get(at + 1).text().equals("处"));
  }

  private Optional<MarginStatus> status(int at) {
    Token token = tokens.get(at);
    return switch (token.group()) {
      case "negative" -> Optional.of(MarginStatus.NEGATIVE);
      case "positive" ->
          Optional.of(has("dcis") ? MarginStatus.POSITIVE_MICRO : MarginStatus.POSITIVE_NOS);
      case "micro" -> Optional.of(MarginStatus.POSITIVE_MICRO);
      case "macro" -> Optional.of(MarginStatus.POSITIVE_MACRO);
      case "residual", "involve" -> denied(at) ? Optional.empty() : Optional.of(found());
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

  private MarginStatus found() {
    return has("dcis") && !has("tumour") ? MarginStatus.POSITIVE_MICRO : MarginStatus.POSITIVE_NOS;
  }

  /** 癌残留(-), 癌残留：阴性: the sign behind it takes it back. */
  private boolean denied(int at) {
    boolean colon = at + 1 < tokens.size() && tokens.get(at + 1).text().equals(":");
    int behind = colon ? at + 2 : at + 1;
    return behind < tokens.size() && tokens.get(behind).in("negative");
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
      if (!token.in("noise") && !token.in("edge") && !token.in("see") && !token.in("part")) {
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
    return has("unit") && has("tumour") && !has("distance") && !has("edge");
  }

  private boolean has(String group) {
    return Token.any(tokens, group);
  }
}
