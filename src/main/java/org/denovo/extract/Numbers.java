package org.denovo.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as files show them: plain decimals with a point, rounded half up. */
final class Numbers {

  private Numbers() {}

  /** The number with at most so many decimals; empty if it is not a number. */
  static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "";
    }
    if (value == (int) value) {
      return Integer.toString((int) value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A probability with so many significant digits: a small one is not zero. */
  static String probability(double p, int digits) {
    if (!Double.isFinite(p)) {
      return "";
    }
    BigDecimal rounded = BigDecimal.valueOf(p).round(new MathContext(digits, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The number with exactly so many decimals, for tables and pictures. */
  static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** The share of a whole in percent with one decimal; empty where the whole is nothing. */
  static String percent(long part, long whole) {
    return whole == 0
        ? ""
        : BigDecimal.valueOf(100 * part)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
