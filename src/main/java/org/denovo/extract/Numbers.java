package org.denovo.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as files show them: plain decimals with a point, rounded half up. */
final class Numbers {

  /**
   * Below this, and this far from a half, the product with a power of ten rounds as decimals do.
   */
  private static final double SURE = 1e12;

  private static final double NEAR = 1e-3;

  private Numbers() {}

  /** The number with at most so many decimals; empty if it is not a number. */
  static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "";
    }
    if (value == (int) value) {
      return Integer.toString((int) value);
    }
    double scaled = Math.abs(value) * Math.pow(10, decimals);
    double rest = scaled - Math.floor(scaled);
    if (scaled < SURE && Math.abs(rest - 0.5) > NEAR) {
      return plain(value < 0, Math.round(scaled), decimals);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A number given in units of its last decimal, without zeros at its end. */
  private static String plain(boolean isNegative, long units, int decimals) {
    long rest = units;
    int places = decimals;
    while (places > 0 && rest % 10 == 0) {
      rest /= 10;
      places--;
    }
    String digits = Long.toString(rest);
    StringBuilder text = new StringBuilder(digits.length() + decimals + 3);
    text.append(isNegative && rest != 0 ? "-" : "");
    int whole = digits.length() - places;
    text.append(digits, 0, Math.max(whole, 0)).append(whole > 0 ? "" : "0");
    if (places > 0) {
      text.append('.')
          .append("0".repeat(Math.max(-whole, 0)))
          .append(digits, Math.max(whole, 0), digits.length());
    }
    return text.toString();
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
