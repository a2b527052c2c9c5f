package org.denovo.comparison;

import java.time.LocalDate;
import java.util.Map;
import org.denovo.check.RuleParameters;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.ReceptorStatus;

/** Centres of invented patients of whom nothing but ER is known. */
public final class InventedCentres {

  private final AcrossPatients patients =
      new AcrossPatients(RuleParameters.asOf(LocalDate.of(2020, 6, 30)), Map.of());
  private int number;

  /** A centre with so many positive and so many negative patients. */
  public InventedCentres with(String centre, int positive, int negative) {
    for (int i = 0; i < positive + negative; i++) {
      number++;
      patients.add(
          PatientRecord.of(new PatientKey(centre, "" + number, "pid-" + number))
              .put(Fields.ER_STATUS, i < positive ? ReceptorStatus.POS : ReceptorStatus.NEG)
              .build());
    }
    return this;
  }

  /** Five other centres, each with so many. */
  public InventedCentres others(int positive, int negative) {
    for (int i = 1; i <= 5; i++) {
      with("other" + i, positive, negative);
    }
    return this;
  }

  /** How they compare. */
  public Compared compared() {
    return patients.found().compared();
  }
}
