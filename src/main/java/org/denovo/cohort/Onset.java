package org.denovo.cohort;

import java.util.Objects;
import java.util.OptionalInt;
import org.denovo.derive.Truth;

/**
 * Whether, and on which day after time zero, a patient's exposure began.
 *
 * @param day known only if the exposure is
 */
public record Onset(Truth exposed, OptionalInt day) {

  /** Of who is never exposed. */
  public static final Onset NEVER = new Onset(Truth.NO, OptionalInt.empty());

  public Onset {
    Objects.requireNonNull(exposed, "exposed");
    Objects.requireNonNull(day, "day");
    if (day.isPresent() && exposed != Truth.YES) {
      throw new IllegalArgumentException("a day without an exposure");
    }
  }

  /** On a day. */
  public static Onset on(int day) {
    return new Onset(Truth.YES, OptionalInt.of(day));
  }

  /** True if the day is known, or that there is none. */
  public boolean isKnown() {
    return day.isPresent() || exposed == Truth.NO;
  }
}
