package org.denovo.normalise;

import java.util.List;
import java.util.Optional;

/** Whether a statement on metastases can be read at all. */
final class MetastasisWording {

  private MetastasisWording() {}

  /** Every part is known: 纵隔 needs a node, T12 a bone, a number its measure. */
  static boolean isUnderstood(List<Token> tokens) {
    boolean bones = tokens.stream().anyMatch(t -> t.is("site", "bone") || t.in("met"));
    if (Token.any(tokens, Token.UNKNOWN)
        || Token.any(tokens, "undone")
        || isDeniedTooFar(tokens)
        || isAStory(tokens)
        || Token.any(tokens, "place") && tokens.stream().noneMatch(MetastasisClause::isNode)
        || tokens.stream().anyMatch(t -> t.is("vertebra", "vertebra")) && !bones
        || namesACancerOfItsOwn(tokens)
        || MetastasisSigns.areMixed(tokens)) {
      return false;
    }
    for (int at = 0; at < tokens.size(); at++) {
      Optional<Count> count = Count.at(tokens, at, false);
      if (count.isPresent()) {
        at = count.get().end() - 1;
      } else if (tokens.get(at).in(Token.NUMBER) && !isExplained(tokens, at)) {
        return false;
      }
    }
    return true;
  }

  /** 肝癌 is no metastasis of the breast, unless the text says metastasis: 肝癌转移. */
  private static boolean namesACancerOfItsOwn(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean organ =
          tokens.get(i - 1).in("site") && !tokens.get(i - 1).is("site", "skin_chest_wall");
      boolean cancer = List.of("癌", "恶性肿瘤", "cancer", "ca").contains(tokens.get(i).text());
      if (organ && cancer && !Token.any(tokens, "met") && !Token.any(tokens, "sure")) {
        return true;
      }
    }
    return false;
  }

  /** A number before a rib, a length, a time, or in a ratio or range of these. */
  private static boolean isExplained(List<Token> tokens, int at) {
    if (isYear(tokens.get(at)) || at > 0 && tokens.get(at - 1).text().endsWith("椎")) {
      return true;
    }
    if (at + 1 >= tokens.size()) {
      return at >= 2 && tokens.get(at - 1).text().equals("/") && Token.any(tokens, "regional");
    }
    Token next = tokens.get(at + 1);
    boolean joined = "-~/,*x×".contains(next.text());
    if (joined && at + 2 < tokens.size() && tokens.get(at + 2).in(Token.NUMBER)) {
      return true;
    }
    return next.in("length")
        || next.in("time")
        || next.is("site", "bone")
        || at >= 2 && tokens.get(at - 1).text().equals("/") && Token.any(tokens, "regional");
  }

  /**
   * 骨无肝转移, and 未见骨转移 肝转移 without a mark: it is open whether the negation reaches the second site.
   */
  private static boolean isDeniedTooFar(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token next = tokens.get(i + 1);
      if (token.in("not") && i > 0 && !token.text().equals("(-)")) {
        boolean between = tokens.get(i - 1).in("site") && next.in("site");
        if (between && !MetastasisClause.isApart(token, next)) {
          return true;
        }
      }
      boolean blank = token.in("met") && next.in("site") && MetastasisClause.isApart(token, next);
      if (blank && i >= 2 && tokens.get(i - 1).in("site") && tokens.get(i - 2).in("not")) {
        return true;
      }
    }
    return false;
  }

  /** Several years, or an arrow: what was there at the diagnosis is not told apart. */
  private static boolean isAStory(List<Token> tokens) {
    long years =
        tokens.stream().filter(MetastasisWording::isYear).map(Token::text).distinct().count();
    return years > 1 || tokens.stream().anyMatch(t -> t.text().equals("→"));
  }

  private static boolean isYear(Token token) {
    return token.in(Token.NUMBER) && token.text().matches("(?:19|20)[0-9]{2}(?:[.][0-9]{1,2})?");
  }
}
