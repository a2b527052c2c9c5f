package org.denovo.comparison;

import java.util.Locale;

/** Numbers as a sentence has them. */
final class Numbers {

  private Numbers() {}

  /** A share in percent, with one decimal; a dash if there is none. */
  static String percent(double share) {
    return decimal(100 * share);
  }

  /** One decimal; a dash if there is no number. */
  static String decimal(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.1f", number);
  }

  /** Two decimals. */
  static String ratio(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  /** A whole number. */
  static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  /** A probability. */
  static String p(double p) {
    return String.format(Locale.ROOT, p < 0.0001 ? "%.0e" : "%.4f", p);
  }
}
