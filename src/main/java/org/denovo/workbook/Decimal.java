package org.denovo.workbook;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The shortest decimal text that is the same double, equal on every Java version (before 19, {@code
 * Double.toString} is sometimes longer).
 */
final class Decimal {

  private static final int PLACES = 6;
  private static final double[] POWERS = {
    1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final double EXACT = 9_007_199_254_740_992.0;

  private Decimal() {}

  /** Ten to the power of 0 to 15, exactly. */
  static double power(int exponent) {
    return POWERS[exponent];
  }

  static String shortest(double number) {
    double size = Math.abs(number);
    if (size <= EXACT && size == Math.rint(size)) {
      return Long.toString((long) number);
    }
    if (size < 1e9) {
      for (int places = 1; places <= PLACES; places++) {
        // Both sides are exact, so the quotient is the double nearest to that decimal.
        double scaled = Math.rint(size * POWERS[places]);
        if (scaled / POWERS[places] == size) {
          return written(number < 0, (long) scaled, places);
        }
      }
    }
    return byDigits(number);
  }

  private static String written(boolean negative, long scaled, int places) {
    StringBuilder text = new StringBuilder(20).append(scaled);
    while (text.length() <= places) {
      text.insert(0, '0');
    }
    text.insert(text.length() - places, '.');
    return negative ? text.insert(0, '-').toString() : text.toString();
  }

  private static String byDigits(double number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal rounded = exact;
    for (int digits = 15; digits <= 17; digits++) {
      rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        break;
      }
    }
    BigDecimal shortest = rounded.stripTrailingZeros();
    return shortest.scale() > 30 || shortest.scale() < -30
        ? shortest.toString()
        : shortest.toPlainString();
  }
}
