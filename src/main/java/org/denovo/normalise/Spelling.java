package org.denovo.normalise;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Words;

/** The form in which the grammars see a cell: HTML entities decoded, then folded. */
final class Spelling {

  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");

  private static final Pattern INNER_BLANK = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

  private static final Map<String, String> NAMED =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"", "le", "≤", "ge", "≥",
          "plusmn", "±", "asymp", "≈");

  private Spelling() {}

  /** The folded spelling of a cell's text. */
  static String of(String text) {
    return Words.fold(text.indexOf('&') < 0 ? text : decode(text));
  }

  /**
   * The folded spelling, with a semicolon for each of a column's own separators; but a sign in
   * brackets, such as (+), separates nothing.
   */
  static String parted(String text, String separators) {
    String folded = of(text);
    if (separators.isEmpty()) {
      return folded;
    }
    String marks = separators.isBlank() ? " " : of(separators);
    StringBuilder parted = new StringBuilder(folded);
    for (int i = 1; i < folded.length() - 1; i++) {
      boolean sign = folded.charAt(i - 1) == '(' && folded.charAt(i + 1) == ')';
      if (marks.indexOf(folded.charAt(i)) >= 0 && !sign) {
        parted.setCharAt(i, ';');
      }
    }
    return parted.toString();
  }

  /**
   * A folded text without the blanks between two Chinese characters, which a justified line or a
   * line break puts into a word: 穿 刺.
   */
  static String withoutInnerBlanks(String folded) {
    return folded.indexOf(' ') < 0 ? folded : INNER_BLANK.matcher(folded).replaceAll("");
  }

  private static String decode(String text) {
    Matcher entity = ENTITY.matcher(text);
    return entity.replaceAll(
        match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
  }

  private static String character(String name, String asWritten) {
    if (name.charAt(0) != '#') {
      return NAMED.getOrDefault(name, asWritten);
    }
    boolean hex = name.length() > 1 && name.charAt(1) == 'x';
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || !hex && !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return asWritten;
    }
    int code = Integer.parseInt(digits, hex ? 16 : 10);
    return Character.isValidCodePoint(code) ? Character.toString(code) : asWritten;
  }
}
