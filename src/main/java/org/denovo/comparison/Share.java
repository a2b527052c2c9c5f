package org.denovo.comparison;

import java.util.Objects;
import java.util.function.Function;
import org.denovo.derive.Truth;

/**
 * A measure that is a share of patients.
 *
 * @param side which departure matters
 * @param asks what is asked of a patient: a yes counts in numerator and denominator, a no in the
 *     denominator only, and who leaves it open in neither
 * @param tells true if its rule says no more than the share, so that the finding follows from it
 */
record Share(Measure measure, Side side, Function<Seen, Truth> asks, boolean tells) {

  enum Side {
    LOW,
    HIGH,
    BOTH
  }

  Share {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(asks, "asks");
  }
}
