package org.denovo.derive;

import static org.denovo.derive.Derivations.known;
import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.AgeGroup;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;

/** Times between dates, follow-up, and age. */
final class TimeVariables {

  final Derived<Interval> followupDays;

  TimeVariables(Derivations list) {
    list.days(
        "interval_dx_to_surgery_d",
        new Text("确诊至手术天数", "Days from diagnosis to surgery"),
        List.of(DATE_DX, DATE_PRIMARY_SURGERY),
        p -> Bounds.days(p.value(DATE_DX), p.value(DATE_PRIMARY_SURGERY)));
    list.days(
        "interval_systemic_to_surgery_d",
        new Text("全身治疗至手术天数", "Days from systemic therapy to surgery"),
        List.of(DATE_LINE1_START, DATE_PRIMARY_SURGERY),
        p -> Bounds.days(p.value(DATE_LINE1_START), p.value(DATE_PRIMARY_SURGERY)));
    list.answer(
        "interval_primary_to_met_d",
        Derivations.DAYS,
        new Text("原发至转移天数", "Days from the primary to metastasis"),
        "metachronous",
        "registry; not applicable to metastases at diagnosis",
        List.of(DATE_DX, DATE_MET_DX, MET_TIMING),
        p -> untilMetastasis(p, p.value(DATE_DX)));
    list.answer(
        "disease_free_interval_d",
        Derivations.DAYS,
        new Text("无病间期天数", "Disease-free interval in days"),
        "surgery_to_metastasis",
        "Pockaj, metastasectomy candidates; not applicable to metastases at diagnosis",
        List.of(DATE_PRIMARY_SURGERY, DATE_MET_DX, MET_TIMING),
        p -> untilMetastasis(p, p.value(DATE_PRIMARY_SURGERY)));
    list.days(
        "days_on_line1",
        new Text("一线治疗天数", "Days on first line"),
        List.of(DATE_LINE1_START, DATE_LINE1_END),
        p -> Bounds.days(p.value(DATE_LINE1_START), p.value(DATE_LINE1_END)));
    followupDays =
        list.days(
            "followup_days",
            new Text("随访天数", "Days of follow-up"),
            List.of(DATE_DX, DATE_LAST_CONTACT, DATE_DEATH, VITAL_STATUS),
            patient -> Bounds.days(patient.value(DATE_DX), end(patient)));
    list.answer(
        "dx_year",
        new FieldType.Whole("", 1900, 2200),
        new Text("确诊年份", "Year of diagnosis"),
        "year",
        "registry",
        List.of(DATE_DX),
        patient -> known(patient.value(DATE_DX).map(PartialDate::year)));
    list.code(
        "age_group",
        AgeGroup.class,
        new Text("年龄组", "Age group"),
        "40_60",
        "registry; the cut-offs of CSBrS-002 are not published",
        List.of(AGE_AT_DX, BIRTH_DATE, DATE_DX),
        patient -> Ages.atDiagnosis(patient).flatMap(Ages::group));
  }

  private static Answer<Interval> untilMetastasis(
      PatientRecord patient, Optional<PartialDate> from) {
    Optional<MetTiming> timing = patient.value(MET_TIMING);
    if (timing.equals(Optional.of(MetTiming.SYNCHRONOUS))) {
      return Answer.absent(Absence.NOT_APPLICABLE);
    }
    return known(timing.flatMap(metachronous -> Bounds.days(from, patient.value(DATE_MET_DX))));
  }

  /** Death, or the last contact of a patient who is not dead. */
  private static Optional<PartialDate> end(PatientRecord patient) {
    return patient.value(VITAL_STATUS).equals(Optional.of(VitalStatus.DEAD))
        ? patient.value(DATE_DEATH)
        : patient.value(DATE_LAST_CONTACT);
  }
}
