package org.denovo.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.denovo.record.PatientRecord;

/**
 * A patient in a cohort.
 *
 * @param arm the name of the arm, as the definition gives it
 * @param timeZero the day from which times count; of a date known to the month its 15th, while the
 *     record keeps the precision; never leaves the registry unless the job says so
 * @param onset of the exposure; without a day also if there was an exposure whose month is not
 *     known, so that no design may take it for unexposed
 * @param outcomes one for each endpoint of the definition that the record can answer
 */
public record Member(
    PatientRecord patient, String arm, LocalDate timeZero, Onset onset, List<Outcome> outcomes) {

  public Member {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(arm, "arm");
    Objects.requireNonNull(timeZero, "timeZero");
    Objects.requireNonNull(onset, "onset");
    outcomes = List.copyOf(outcomes);
  }
}
