package org.denovo.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.Months;

/**
 * Counts, times and estimates as they may be shown: as they are, or with a threshold counts to the
 * nearest five, as OpenSAFELY releases them, days to the end of their month and estimates with two
 * decimals. What is rounded cannot be subtracted from what another table, cohort or night says.
 *
 * @param threshold the largest count that is not shown at all; 0 shows everything as it is
 */
public record Rounding(int threshold) {

  private static final int STEP = 5;

  /** True if the count itself must not be shown. */
  public boolean isSmall(long count) {
    return count >= 1 && count <= threshold;
  }

  /** A count that is not small, and as it is shown not small either. */
  public long shown(long count) {
    if (threshold == 0 || count == 0) {
      return count;
    }
    return Math.max(nearest(count), STEP * (threshold / STEP + 1L));
  }

  /** The same; −1 for one that is small. */
  long orHidden(long count) {
    return isSmall(count) ? -1 : shown(count);
  }

  /** A running count, which may be small: from it nothing is subtracted that is exact. */
  long running(long count) {
    return threshold == 0 ? count : nearest(count);
  }

  private static long nearest(long count) {
    return STEP * Math.round((double) count / STEP);
  }

  /** A share of the whole, from the counts as they are shown; not a number if one is small. */
  double share(long part, long whole) {
    return isSmall(part) || isSmall(whole - part)
        ? Double.NaN
        : Math.min(1, (double) shown(part) / shown(whole));
  }

  /** An estimate: with more digits the counts behind it could be found by trying. */
  double estimate(double value) {
    return threshold == 0 || !Double.isFinite(value) ? value : Math.rint(value * 100) / 100;
  }

  /** An effective number of patients. */
  double effective(double size) {
    return threshold == 0 ? size : nearest(Math.round(size));
  }

  /** A probability, with two digits: a small one is not zero. */
  double probability(double p) {
    return threshold == 0 || !Double.isFinite(p)
        ? p
        : BigDecimal.valueOf(p).round(new MathContext(2)).doubleValue();
  }

  /** A test, like an estimate and a probability. */
  ChiSquare test(ChiSquare test) {
    return new ChiSquare(
        estimate(test.statistic()), test.degreesOfFreedom(), probability(test.p()));
  }

  /** A sum over patients, to thousands: two sums must not differ by one patient's part. */
  double total(double sum) {
    return threshold == 0 ? sum : 1000 * Math.round(sum / 1000);
  }

  double time(double day) {
    return threshold == 0 ? day : Math.ceil(day / Months.DAYS) * Months.DAYS;
  }

  OptionalDouble time(OptionalDouble day) {
    return day.isEmpty() ? day : OptionalDouble.of(time(day.getAsDouble()));
  }
}
