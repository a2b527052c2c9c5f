package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.AgeGroup;

/** Age at diagnosis in completed years. */
public final class Ages {

  private Ages() {}

  /** Age at diagnosis in completed years: as recorded, else from the dates. */
  public static Optional<Interval> atDiagnosis(PatientRecord patient) {
    return patient
        .value(AGE_AT_DX)
        .map(Interval::of)
        .or(() -> fromDates(patient.value(BIRTH_DATE), patient.value(DATE_DX)));
  }

  /** Completed years from birth to diagnosis, as bounds; empty if the dates are out of order. */
  public static Optional<Interval> fromDates(
      Optional<PartialDate> birth, Optional<PartialDate> diagnosis) {
    if (birth.isEmpty() || diagnosis.isEmpty()) {
      return Optional.empty();
    }
    int least = years(birth.get().last(), diagnosis.get().first());
    int most = years(birth.get().first(), diagnosis.get().last());
    return most < 0 ? Optional.empty() : Optional.of(new Interval(Math.max(0, least), most));
  }

  private static int years(LocalDate from, LocalDate to) {
    return from.isAfter(to) ? -1 : Period.between(from, to).getYears();
  }

  /** The age group; empty if the bounds lie in more than one. */
  static Optional<AgeGroup> group(Interval age) {
    if (age.max() <= 40) {
      return Optional.of(AgeGroup.LE_40);
    }
    if (age.min() > 60) {
      return Optional.of(AgeGroup.GT_60);
    }
    return age.min() > 40 && age.max() <= 60
        ? Optional.of(AgeGroup.FROM_41_TO_60)
        : Optional.empty();
  }
}
