package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;

/** Plus and minus in a statement on metastases: answers behind a site, or marks between sites. */
final class MetastasisSigns {

  private MetastasisSigns() {}

  /** The tokens, bare signs as (+) and (-) where they answer: 骨+肝-肺-, but not 骨+肝. */
  static List<Token> read(List<Token> tokens) {
    boolean answers = false;
    boolean all = true;
    for (int i = 0; i < tokens.size(); i++) {
      if (isSign(tokens.get(i))) {
        answers |= closes(tokens, i);
        all &= i > 0 && isAsked(tokens.get(i - 1));
      }
    }
    if (!answers || !all) {
      return tokens;
    }
    List<Token> read = new ArrayList<>();
    for (Token token : tokens) {
      read.add(isSign(token) ? answer(token) : token);
    }
    return read;
  }

  /** At the end, before a mark, or close behind its site with a blank after it: 骨- 肝+. */
  private static boolean closes(List<Token> tokens, int at) {
    if (at + 1 == tokens.size() || ",;.".contains(tokens.get(at + 1).text())) {
      return true;
    }
    int sign = tokens.get(at).at();
    boolean blank = tokens.get(at + 1).at() > sign + 1;
    Token before = at > 0 ? tokens.get(at - 1) : tokens.get(at);
    return blank && before.at() + before.text().length() == sign;
  }

  /** True if signs are left that answer at one place and part at another: 骨+肝-肺. */
  static boolean areMixed(List<Token> tokens) {
    boolean plus = false;
    boolean minus = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean between = i > 0 && !tokens.get(i - 1).in(Token.NUMBER);
      plus |= between && tokens.get(i).text().equals("+");
      minus |= between && tokens.get(i).text().equals("-");
    }
    boolean last = !tokens.isEmpty() && isSign(tokens.get(tokens.size() - 1));
    return plus && minus || last && (plus || minus);
  }

  private static boolean isSign(Token token) {
    return token.in(Token.PUNCTUATION) && (token.text().equals("+") || token.text().equals("-"));
  }

  private static boolean isAsked(Token token) {
    return List.of("site", "regional", "node", "met", "effusion", "place", "noise")
        .contains(token.group());
  }

  private static Token answer(Token sign) {
    boolean plus = sign.text().equals("+");
    return new Token(plus ? "yes" : "not", plus ? "yes" : "not", plus ? "(+)" : "(-)", sign.at());
  }
}
