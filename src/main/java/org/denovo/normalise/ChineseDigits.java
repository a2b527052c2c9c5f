package org.denovo.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese numerals where they stand for the parts of a date, or for a percentage. */
final class ChineseDigits {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern YEAR = Pattern.compile("[〇零○o一二三四五六七八九]{4}(?=年)");
  private static final Pattern PART = Pattern.compile("[一二三四五六七八九十]{1,3}(?=[月日号])");

  private static final Pattern HUNDREDTHS = Pattern.compile("百分之([一二三四五六七八九十]{1,3}|百|[0-9]{1,3})");

  private ChineseDigits() {}

  /** The text with 百分之八十 written as 80%. */
  static String inPercentages(String text) {
    return text.contains("百分之")
        ? HUNDREDTHS.matcher(text).replaceAll(m -> hundredths(m.group(1)) + "%")
        : text;
  }

  private static int hundredths(String numeral) {
    if (numeral.equals("百")) {
      return 100;
    }
    return Character.isDigit(numeral.charAt(0)) ? Integer.parseInt(numeral) : number(numeral);
  }

  /** The text with the numerals before 年, 月 and 日 in Arabic digits. */
  static String inDates(String text) {
    String withYear = YEAR.matcher(text).replaceAll(m -> year(m.group()));
    Matcher part = PART.matcher(withYear);
    return part.replaceAll(m -> Integer.toString(number(m.group())));
  }

  private static String year(String numeral) {
    StringBuilder digits = new StringBuilder();
    for (char c : numeral.toCharArray()) {
      digits.append(Math.max(0, DIGITS.indexOf(c)));
    }
    return digits.toString();
  }

  private static int number(String numeral) {
    int ten = numeral.indexOf('十');
    if (ten < 0) {
      return DIGITS.indexOf(numeral.charAt(numeral.length() - 1));
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(numeral.charAt(0));
    int ones = ten == numeral.length() - 1 ? 0 : DIGITS.indexOf(numeral.charAt(ten + 1));
    return tens * 10 + ones;
  }
}
