package org.denovo.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.denovo.derive.Treatment;
import org.denovo.derive.Truth;
import org.denovo.record.PatientRecord;

/**
 * A patient in a cohort.
 *
 * @param arm the name of the arm, as the definition gives it
 * @param timeZero the day from which times count; of a date known to the month its 15th, while the
 *     record keeps the precision; never leaves the registry unless the job says so
 * @param exposureDay days from time zero to the operation; empty if there was none, and also if
 *     there was one whose month is not known, so that no design may take it for unexposed
 * @param outcomes one for each endpoint of the definition that the record can answer
 */
public record Member(
    PatientRecord patient,
    String arm,
    LocalDate timeZero,
    OptionalInt exposureDay,
    List<Outcome> outcomes) {

  public Member {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(arm, "arm");
    Objects.requireNonNull(timeZero, "timeZero");
    Objects.requireNonNull(exposureDay, "exposureDay");
    outcomes = List.copyOf(outcomes);
  }

  /** True if the day of the operation is known, or that there was none. */
  public boolean isExposureKnown() {
    return exposureDay.isPresent() || Treatment.operated(patient) == Truth.NO;
  }
}
