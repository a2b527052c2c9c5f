package org.denovo.derive;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;

/**
 * Comparisons that are decided only if they come out the same wherever in its bounds a value is.
 */
public final class Bounds {

  private Bounds() {}

  /** Days from one date to another, as bounds. */
  public static Interval days(PartialDate from, PartialDate to) {
    return new Interval(
        ChronoUnit.DAYS.between(from.last(), to.first()),
        ChronoUnit.DAYS.between(from.first(), to.last()));
  }

  /** Days from one date to another, where both are known. */
  public static Optional<Interval> days(Optional<PartialDate> from, Optional<PartialDate> to) {
    return from.flatMap(start -> to.map(end -> days(start, end)));
  }

  /** True if the first date lies before the second. */
  public static Truth before(PartialDate first, PartialDate second) {
    return atLeast(days(first, second), 1);
  }

  /** True if the number is at least so much. */
  public static Truth atLeast(Interval number, double least) {
    if (number.min() >= least) {
      return Truth.YES;
    }
    return number.max() < least ? Truth.NO : Truth.UNKNOWN;
  }

  /** True if the number is at most so much. */
  public static Truth atMost(Interval number, double most) {
    if (number.max() <= most) {
      return Truth.YES;
    }
    return number.min() > most ? Truth.NO : Truth.UNKNOWN;
  }

  /** True if the number is less. */
  public static Truth below(Interval number, double limit) {
    return atLeast(number, limit).not();
  }

  /** True if the number is more. */
  public static Truth above(Interval number, double limit) {
    return atMost(number, limit).not();
  }

  /** True if the number lies between the two, both included. */
  public static Truth between(Interval number, double least, double most) {
    return atLeast(number, least).and(atMost(number, most));
  }
}
