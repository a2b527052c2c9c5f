package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.record.Interval;

/**
 * A number, range or bound as it stands in a folded text: 约30%, 20-30, >14, 90%以上.
 *
 * @param min the least that it says, negative infinity where it says none
 * @param max the most that it says, positive infinity where it says none
 */
record Amount(double min, double max, boolean approximate, boolean percent, int start, int end) {

  /**
   * A strict bound is moved inside by so much, which is finer than any percentage or size is
   * reported; so that {@code <1%} is not 1 %, the cut-off of ASCO/CAP.
   */
  private static final double STRICT = 0.01;

  private static final String NUMBER = "([0-9]{1,6}(?:[.][0-9]{1,6})?)";

  /** What an amount can begin with, beside a digit. */
  private static final String STARTS = "约大估接近几~≈cablmgu小不超低高至最<>=≤≥≦≧⩽⩾ ";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<about>约[为占有]?|大约|大概|估计|接近|几乎|近|~|≈|ca[.]?|appr(?:ox(?:imately)?)?[.]?|about)?\\s*"
              + "(?<bound>小于等于|大于等于|不超过|不低于|不少于|小于|大于|超过|低于|高于|不足|不到|至少|最多|less than|more than|greater than|at least|<\\s?/\\s?=|>\\s?/\\s?=|<=|>=|=<|=>|[<>≤≥≦≧⩽⩾])?\\s*"
              + "(?<late>约|~|≈)?\\s*"
              + NUMBER
              + "\\s*(?<plus>[+](?=%))?(?<percent>%|percent)?"
              + "(?:\\s*(?:--?|~|至|到|to)\\s*"
              + NUMBER
              + "\\s*(?<second>%|percent)?)?"
              + "\\s*(?<after>以上|以下|以内|左右|上下)?");

  /** The amount that stands at a position. */
  static Optional<Amount> at(String text, int position) {
    if (position >= text.length()) {
      return Optional.empty();
    }
    char first = text.charAt(position);
    if ((first < '0' || first > '9') && STARTS.indexOf(first) < 0) {
      return Optional.empty();
    }
    Matcher matcher = AMOUNT.matcher(text).region(position, text.length());
    return matcher.lookingAt() ? Optional.of(amount(matcher)) : Optional.empty();
  }

  /** The amounts of a text in their order. */
  static List<Amount> in(String text) {
    List<Amount> amounts = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(text);
    while (matcher.find()) {
      amounts.add(amount(matcher));
    }
    return amounts;
  }

  /**
   * The interval within what the field can be; none if the amount lies outside or is upside down.
   */
  Optional<Interval> within(double least, double most) {
    double low = Math.max(min, least);
    double high = Math.min(max, most);
    boolean outside =
        !Double.isInfinite(min) && min < least || !Double.isInfinite(max) && max > most;
    return outside || low > high ? Optional.empty() : Optional.of(new Interval(low, high));
  }

  /** The same amount in another unit. */
  Amount times(double factor) {
    return new Amount(
        rounded(min * factor), rounded(max * factor), approximate, percent, start, end);
  }

  /** Without the noise of binary fractions: 1.1 cm is 11 mm. */
  static double rounded(double value) {
    return Double.isInfinite(value) ? value : Math.rint(value * 1e6) / 1e6;
  }

  /** True if only one number is said, not a range or a bound. */
  boolean isExact() {
    return min == max;
  }

  /** True if it says only a least or a most. */
  boolean isBound() {
    return Double.isInfinite(min) || Double.isInfinite(max);
  }

  private static Amount amount(Matcher m) {
    double first = Double.parseDouble(m.group(4));
    double second = m.group(7) == null ? first : Double.parseDouble(m.group(7));
    String after = m.group("after") == null ? "" : m.group("after");
    boolean approximate =
        m.group("about") != null
            || m.group("late") != null
            || after.equals("左右")
            || after.equals("上下");
    boolean percent = m.group("percent") != null || m.group("second") != null;
    double min = first;
    double max = second;
    String bound = m.group("bound") == null ? "" : m.group("bound");
    bound = bound.replaceAll("\\s?/\\s?", "/");
    switch (bound) {
      case "<", "less than", "小于", "低于", "不足", "不到" -> {
        min = Double.NEGATIVE_INFINITY;
        max = rounded(second - STRICT);
      }
      case "<=", "</=", "=<", "≤", "≦", "⩽", "小于等于", "不超过", "最多" -> min = Double.NEGATIVE_INFINITY;
      case ">", "more than", "greater than", "大于", "超过", "高于" -> {
        min = rounded(first + STRICT);
        max = Double.POSITIVE_INFINITY;
      }
      case ">=", ">/=", "at least", "=>", "≥", "≧", "⩾", "大于等于", "不低于", "不少于", "至少" ->
          max = Double.POSITIVE_INFINITY;
      default -> {
        if (after.equals("以上")) {
          max = Double.POSITIVE_INFINITY;
        } else if (after.equals("以下") || after.equals("以内")) {
          min = Double.NEGATIVE_INFINITY;
        }
      }
    }
    return new Amount(min, max, approximate, percent, m.start(), m.end());
  }
}
