package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.MetTiming;

/**
 * Whether the disease was metastatic from the start, by one of three definitions.
 *
 * <p>Where dates do not decide the window, the centre's word on the timing does, and else the M
 * category and stage group at diagnosis, which are by definition of before any treatment (NAACCR
 * 1003, 1004). A rule of {@code check} says when a patient rests on that word alone.
 */
final class DeNovo {

  private DeNovo() {}

  static Truth deNovo(PatientRecord patient, String rule) {
    if (Staging.ofRecurrence(patient)) {
      return Truth.NO;
    }
    Truth stageFour = Staging.stageFour(patient);
    return switch (rule) {
      case "strict" -> stageFour.and(strict(patient));
      case "ncdb" -> stageFour.and(Staging.atDiagnosis(patient));
      default ->
          stageFour.and(
              window(patient, Integer.parseInt(rule.substring("window".length())))
                  .orElse(word(patient))
                  .orElse(Staging.atDiagnosis(patient)));
    };
  }

  /** Metastasis documented before any treatment. */
  private static Truth strict(PatientRecord patient) {
    Optional<PartialDate> metastasis = patient.value(DATE_MET_DX);
    Answer<PartialDate> treated = Treatment.first(patient);
    if (metastasis.isEmpty()) {
      return word(patient) == Truth.NO ? Truth.NO : Truth.UNKNOWN;
    }
    if (treated instanceof Answer.Absent<?> none) {
      return none.why() == Absence.NOT_APPLICABLE ? Truth.YES : Truth.UNKNOWN;
    }
    return treated
        .optional()
        .map(first -> Bounds.atLeast(Bounds.days(metastasis.get(), first), 0))
        .orElse(Truth.UNKNOWN);
  }

  /**
   * Metastasis within the window after the primary, and not found under systemic therapy unless
   * within 90 days after surgery of the primary (cohort B of TBCRC 013).
   */
  private static Truth window(PatientRecord patient, int days) {
    Optional<PartialDate> metastasis = patient.value(DATE_MET_DX);
    Truth within =
        Bounds.days(patient.value(DATE_DX), metastasis)
            .map(gap -> Bounds.atMost(gap, days))
            .orElse(Truth.UNKNOWN);
    Truth atOnce =
        Bounds.days(patient.value(DATE_DX), metastasis)
            .map(gap -> Bounds.atMost(gap, 0))
            .orElse(Truth.UNKNOWN);
    Truth beforeSystemic =
        Treatment.systemic(patient)
            .not()
            .or(
                Bounds.days(metastasis, patient.value(DATE_LINE1_START))
                    .map(gap -> Bounds.atLeast(gap, 0))
                    .orElse(Truth.UNKNOWN));
    Truth afterSurgery =
        Bounds.days(patient.value(DATE_PRIMARY_SURGERY), metastasis)
            .map(gap -> Bounds.between(gap, 0, 90))
            .orElse(Treatment.operated(patient) == Truth.NO ? Truth.NO : Truth.UNKNOWN);
    return within.and(Truth.any(atOnce, beforeSystemic, afterSurgery));
  }

  private static Truth word(PatientRecord patient) {
    return Truth.of(patient.value(MET_TIMING).map(timing -> timing == MetTiming.SYNCHRONOUS));
  }
}
