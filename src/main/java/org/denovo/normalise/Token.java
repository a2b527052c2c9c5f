package org.denovo.normalise;

import java.util.List;

/**
 * A piece of a folded text.
 *
 * @param group the list of words that it was found in, or one of the three groups below
 * @param code what it stands for there; the text itself for the three groups below
 * @param at where it starts
 */
record Token(String group, String code, String text, int at) {

  /** Text that no list knows. */
  static final String UNKNOWN = "unknown";

  /** A number in digits. */
  static final String NUMBER = "number";

  /** One character that is neither letter nor digit. */
  static final String PUNCTUATION = "punctuation";

  boolean in(String name) {
    return group.equals(name);
  }

  boolean is(String name, String meaning) {
    return group.equals(name) && code.equals(meaning);
  }

  /** True if one of the tokens is of a group. */
  static boolean any(List<Token> tokens, String group) {
    return tokens.stream().anyMatch(token -> token.in(group));
  }
}
