package org.denovo.record;

import java.math.BigDecimal;

/**
 * A number that is known to lie between two bounds, both included: 单发 is [1,1], 多发 is [2,∞).
 *
 * @param min the least that it can be
 * @param max the most that it can be; positive infinity where there is no bound
 */
public record Interval(double min, double max) implements Comparable<Interval> {

  public Interval {
    if (Double.isNaN(min) || Double.isNaN(max) || min > max || Double.isInfinite(min)) {
      throw new IllegalArgumentException("[" + min + "," + max + "]");
    }
  }

  /** A number that is known exactly. */
  public static Interval of(double exact) {
    return new Interval(exact, exact);
  }

  /** At least so much. */
  public static Interval atLeast(double min) {
    return new Interval(min, Double.POSITIVE_INFINITY);
  }

  /** True if both bounds are the same. */
  public boolean isExact() {
    return min == max;
  }

  /** {@code 7}, {@code 3..5} or {@code 2..} */
  public String write() {
    if (isExact()) {
      return number(min);
    }
    return number(min) + ".." + (Double.isInfinite(max) ? "" : number(max));
  }

  /** Reads what {@link #write} wrote. */
  public static Interval parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return of(Double.parseDouble(text));
    }
    String high = text.substring(dots + 2);
    return new Interval(
        Double.parseDouble(text.substring(0, dots)),
        high.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(high));
  }

  /** A number in its shortest plain decimal form: {@code 7}, {@code 0.5}. */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Interval other) {
    int low = Double.compare(min, other.min);
    return low != 0 ? low : Double.compare(max, other.max);
  }
}
