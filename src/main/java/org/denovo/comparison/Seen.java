package org.denovo.comparison;

import java.time.LocalDate;
import java.util.Optional;
import org.denovo.derive.Treatment;
import org.denovo.derive.Truth;
import org.denovo.record.PatientRecord;

/**
 * A patient as a measure sees it.
 *
 * @param cut the day to which the centre could follow up
 * @param followUpMonths how old a last contact may be
 * @param operated whether the primary was operated on, which many measures ask
 */
record Seen(PatientRecord patient, LocalDate cut, int followUpMonths, Truth operated) {

  static Seen of(PatientRecord patient, LocalDate cut, int followUpMonths) {
    return new Seen(patient, cut, followUpMonths, Treatment.operated(patient));
  }

  /** The arm by number: 0 operated, 1 not; empty if it is not known. */
  Optional<Integer> arm() {
    return switch (operated) {
      case YES -> Optional.of(0);
      case NO -> Optional.of(1);
      case UNKNOWN -> Optional.empty();
    };
  }
}
