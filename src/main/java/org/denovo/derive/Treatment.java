package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.LineEndReason;
import org.denovo.vocabulary.LocalTreatmentGroup;
import org.denovo.vocabulary.MarginGroup;
import org.denovo.vocabulary.MetLocalTherapy;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.TreatmentSequence;

/** What was done, and in which order. */
public final class Treatment {

  private Treatment() {}

  /**
   * True if the primary was operated on. A biopsy is no operation; an excision whose purpose nobody
   * knows leaves it open, and so does an operation that was planned.
   */
  public static Truth operated(PatientRecord patient) {
    if (patient.answer(SURGERY_TYPE) instanceof Answer.Absent<?> absent) {
      return absent.why() == Absence.NOT_DONE ? Truth.NO : Truth.UNKNOWN;
    }
    return patient
        .value(SURGERY_TYPE)
        .map(
            type ->
                switch (type) {
                  case NONE, BIOPSY_ONLY -> Truth.NO;
                  case LOCAL_EXCISION -> excised(patient);
                  case BCS,
                      BCS_ONCOPLASTIC,
                      SIMPLE_MASTECTOMY,
                      SKIN_OR_NIPPLE_SPARING,
                      MODIFIED_RADICAL,
                      RADICAL,
                      MASTECTOMY_NOS,
                      SURGERY_NOS ->
                      patient.answer(SURGERY_TYPE).has(Remark.PLANNED) ? Truth.UNKNOWN : Truth.YES;
                })
        .orElse(Truth.UNKNOWN);
  }

  private static Truth excised(PatientRecord patient) {
    return Truth.of(
        patient.value(SURGERY_INTENT).map(intent -> intent != SurgeryIntent.DIAGNOSTIC));
  }

  /** True if any systemic therapy against the tumour was given; a bone agent alone is none. */
  public static Truth systemic(PatientRecord patient) {
    Truth parts =
        Truth.any(
            Truth.of(patient.value(CHEMOTHERAPY)),
            Truth.of(patient.value(ENDOCRINE_THERAPY)),
            Truth.of(patient.value(ANTI_HER2_THERAPY)));
    boolean shown =
        patient.knows(DATE_LINE1_START)
            || patient.value(LINE1_DRUGS).map(Treatment::againstTheTumour).orElse(false);
    return Truth.of(patient.value(SYSTEMIC_THERAPY)).orElse(shown ? Truth.YES : parts);
  }

  private static boolean againstTheTumour(Set<DrugClass> drugs) {
    return drugs.stream().anyMatch(drug -> drug != DrugClass.BONE_AGENT);
  }

  /** True if a metastasis was treated locally. */
  public static Truth metastasisTreated(PatientRecord patient) {
    if (patient.answer(MET_LOCAL_TX) instanceof Answer.Absent<?> absent
        && absent.why() == Absence.NOT_DONE) {
      return Truth.NO;
    }
    Truth listed = Truth.of(patient.value(MET_LOCAL_TX).map(therapies -> !therapies.isEmpty()));
    return listed.orElse(patient.knows(DATE_MET_LOCAL_TX) ? Truth.YES : Truth.UNKNOWN);
  }

  /** True if a metastasis was resected. */
  static Truth metastasisResected(PatientRecord patient) {
    if (metastasisTreated(patient) == Truth.NO) {
      return Truth.NO;
    }
    return Truth.of(patient.value(MET_LOCAL_TX).map(t -> t.contains(MetLocalTherapy.RESECTION)));
  }

  static Optional<LocalTreatmentGroup> localTreatment(PatientRecord patient) {
    Truth primary = operated(patient);
    Truth metastases = metastasisTreated(patient);
    if (primary == Truth.UNKNOWN || metastases == Truth.UNKNOWN) {
      return Optional.empty();
    }
    if (primary == Truth.YES) {
      return Optional.of(
          metastases == Truth.YES
              ? LocalTreatmentGroup.PRIMARY_AND_METS
              : LocalTreatmentGroup.PRIMARY_ONLY);
    }
    return Optional.of(
        metastases == Truth.YES ? LocalTreatmentGroup.METS_ONLY : LocalTreatmentGroup.NONE);
  }

  /** Surgery by margin. Close is R0: no ink on tumour (SSO-ASTRO). */
  public static Optional<MarginGroup> margin(PatientRecord patient) {
    return switch (operated(patient)) {
      case NO -> Optional.of(MarginGroup.NONE);
      case UNKNOWN -> Optional.empty();
      case YES ->
          patient
              .value(MARGIN_STATUS)
              .flatMap(
                  margin ->
                      switch (margin) {
                        case NEGATIVE, CLOSE -> Optional.of(MarginGroup.R0);
                        case POSITIVE_MICRO, POSITIVE_MACRO, POSITIVE_NOS ->
                            Optional.of(MarginGroup.R1_2);
                        case NOT_EVALUABLE -> Optional.empty();
                      });
    };
  }

  /** The sequence; not applicable to a patient who had neither, unknown on the same day. */
  static Answer<TreatmentSequence> sequence(PatientRecord patient) {
    Truth surgery = operated(patient);
    Truth systemic = systemic(patient);
    if (surgery == Truth.UNKNOWN || systemic == Truth.UNKNOWN) {
      return Answer.absent(Absence.UNKNOWN);
    }
    if (surgery == Truth.NO) {
      return systemic == Truth.YES
          ? Answer.known(TreatmentSequence.SYSTEMIC_ONLY)
          : Answer.absent(Absence.NOT_APPLICABLE);
    }
    if (systemic == Truth.NO) {
      return Answer.known(TreatmentSequence.SURGERY_ONLY);
    }
    Optional<PartialDate> operation = patient.value(DATE_PRIMARY_SURGERY);
    Optional<PartialDate> start = patient.value(DATE_LINE1_START);
    if (operation.isEmpty() || start.isEmpty()) {
      return Answer.absent(Absence.UNKNOWN);
    }
    if (Bounds.before(operation.get(), start.get()) == Truth.YES) {
      return Answer.known(TreatmentSequence.SURGERY_FIRST);
    }
    return Bounds.before(start.get(), operation.get()) == Truth.YES
        ? Answer.known(TreatmentSequence.SYSTEMIC_FIRST)
        : Answer.absent(Absence.UNKNOWN);
  }

  /** The earliest treatment; unknown if one that was given has no date, or if two may be first. */
  static Answer<PartialDate> first(PatientRecord patient) {
    Truth operated = operated(patient);
    Truth systemic = systemic(patient);
    Truth irradiated = Truth.of(patient.value(RADIOTHERAPY));
    Truth local = metastasisTreated(patient);
    List<PartialDate> dates = new ArrayList<>();
    patient.value(DATE_LINE1_START).ifPresent(dates::add);
    patient.value(DATE_PRIMARY_SURGERY).ifPresent(dates::add);
    patient.value(DATE_RT_START).ifPresent(dates::add);
    patient.value(DATE_MET_LOCAL_TX).ifPresent(dates::add);
    boolean undated =
        operated == Truth.YES && !patient.knows(DATE_PRIMARY_SURGERY)
            || systemic == Truth.YES && !patient.knows(DATE_LINE1_START)
            || irradiated == Truth.YES && !patient.knows(DATE_RT_START)
            || local == Truth.YES && !patient.knows(DATE_MET_LOCAL_TX);
    if (undated) {
      return Answer.absent(Absence.UNKNOWN);
    }
    if (dates.isEmpty()) {
      return Answer.absent(
          Truth.any(operated, systemic, irradiated, local) == Truth.NO
              ? Absence.NOT_APPLICABLE
              : Absence.UNKNOWN);
    }
    return earliest(dates);
  }

  private static Answer<PartialDate> earliest(List<PartialDate> dates) {
    LocalDate first = dates.stream().map(PartialDate::first).min(Comparator.naturalOrder()).get();
    LocalDate last = dates.stream().map(PartialDate::last).min(Comparator.naturalOrder()).get();
    return dates.stream()
        .filter(date -> date.first().equals(first) && date.last().equals(last))
        .findFirst()
        .map(Answer::known)
        .orElse(Answer.absent(Absence.UNKNOWN));
  }

  /** True if no treatment began before the day of diagnosis. */
  static Truth naiveAtDiagnosis(PatientRecord patient) {
    Answer<PartialDate> first = first(patient);
    if (first instanceof Answer.Absent<?> none) {
      return none.why() == Absence.NOT_APPLICABLE ? Truth.YES : Truth.UNKNOWN;
    }
    return Bounds.days(patient.value(DATE_DX), first.optional())
        .map(days -> Bounds.atLeast(days, 0))
        .orElse(Truth.UNKNOWN);
  }

  /** True if the first line went without progression, as far as its end is recorded. */
  static Truth noProgressionOnLine1(PatientRecord patient) {
    if (patient.value(LINE1_END_REASON).equals(Optional.of(LineEndReason.PROGRESSION))
        || patient.value(LINE1_BEST_RESPONSE).equals(Optional.of(Response.PD))) {
      return Truth.NO;
    }
    if (patient.value(PROGRESSION).equals(Optional.of(false)) || patient.knows(LINE1_END_REASON)) {
      return Truth.YES;
    }
    return Bounds.days(patient.value(DATE_LINE1_END), patient.value(DATE_PROGRESSION))
        .map(days -> Bounds.atLeast(days, 0))
        .orElse(Truth.UNKNOWN);
  }

  /** True if the primary was in place at diagnosis: not operated on, or not before. */
  static Truth intactAtDiagnosis(PatientRecord patient) {
    Truth recorded = Truth.of(patient.value(INTACT_PRIMARY_AT_DX));
    Truth derived =
        switch (operated(patient)) {
          case NO -> Truth.YES;
          case YES ->
              Bounds.days(patient.value(DATE_DX), patient.value(DATE_PRIMARY_SURGERY))
                  .map(days -> Bounds.atLeast(days, 0))
                  .orElse(Truth.UNKNOWN);
          case UNKNOWN -> Truth.UNKNOWN;
        };
    return recorded.orElse(derived);
  }

  /** True if the operation came before systemic therapy, or there was no such therapy. */
  static Truth surgeryFirst(PatientRecord patient) {
    Answer<TreatmentSequence> sequence = sequence(patient);
    if (sequence instanceof Answer.Absent<?> none && none.why() == Absence.NOT_APPLICABLE) {
      return Truth.NO;
    }
    return Truth.of(
        sequence
            .optional()
            .map(
                order ->
                    switch (order) {
                      case SURGERY_FIRST, SURGERY_ONLY -> true;
                      case SYSTEMIC_ONLY, SYSTEMIC_FIRST -> false;
                    }));
  }

  /**
   * The response on which local treatment could be decided: dated before the operation, or at any
   * time in a patient who was not operated on. Not applicable where surgery came first.
   */
  static Answer<Response> responseBeforeDecision(PatientRecord patient) {
    if (systemic(patient) == Truth.NO || surgeryFirst(patient) == Truth.YES) {
      return Answer.absent(Absence.NOT_APPLICABLE);
    }
    Optional<Response> response = patient.value(LINE1_BEST_RESPONSE);
    Truth inTime =
        switch (operated(patient)) {
          case NO -> Truth.YES;
          case YES ->
              Bounds.days(patient.value(DATE_RESPONSE), patient.value(DATE_PRIMARY_SURGERY))
                  .map(days -> Bounds.atLeast(days, 0))
                  .orElse(Truth.UNKNOWN);
          case UNKNOWN -> Truth.UNKNOWN;
        };
    return Derivations.known(response.filter(r -> inTime == Truth.YES));
  }

  /**
   * True if the primary was removed with clear margins and did not progress locally. A progression
   * of which the kind is not recorded leaves it open.
   */
  static Truth primaryControlled(PatientRecord patient) {
    Truth clear =
        margin(patient).map(group -> Truth.of(group == MarginGroup.R0)).orElse(Truth.UNKNOWN);
    Truth local =
        patient
            .value(PROGRESSION_TYPE)
            .map(
                type ->
                    switch (type) {
                      case LOCOREGIONAL, BOTH -> Truth.YES;
                      case DISTANT_EXISTING, DISTANT_NEW -> Truth.NO;
                    })
            .orElse(
                patient.value(PROGRESSION).equals(Optional.of(false)) ? Truth.NO : Truth.UNKNOWN);
    return clear.and(local.not());
  }
}
