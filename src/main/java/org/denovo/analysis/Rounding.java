package org.denovo.analysis;

import java.util.OptionalDouble;
import org.denovo.statistics.Months;

/**
 * Counts and times as they may be shown: as they are, or with a threshold counts to the nearest
 * five, as OpenSAFELY releases them, and days to the end of their month.
 */
record Rounding(int threshold) {

  long count(long count) {
    return threshold == 0 ? count : 5 * Math.round(count / 5.0);
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

  /** True if a later day is shown apart from this one. */
  boolean isPast(double day, double later) {
    return time(later) > time(day);
  }
}
