package org.denovo.derive;

import static org.denovo.derive.Derivations.with;
import static org.denovo.record.Fields.*;

import java.util.List;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Variable;
import org.denovo.vocabulary.LocalTreatmentGroup;
import org.denovo.vocabulary.MarginGroup;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.TreatmentSequence;

/** What was done, and in which order. */
final class TreatmentVariables {

  private static final List<Variable<?>> SYSTEMIC =
      List.of(
          SYSTEMIC_THERAPY,
          CHEMOTHERAPY,
          ENDOCRINE_THERAPY,
          ANTI_HER2_THERAPY,
          LINE1_DRUGS,
          DATE_LINE1_START);
  static final List<Variable<?>> TREATMENTS =
      with(
          SYSTEMIC,
          SURGERY_TYPE,
          SURGERY_INTENT,
          DATE_PRIMARY_SURGERY,
          RADIOTHERAPY,
          DATE_RT_START,
          MET_LOCAL_TX,
          DATE_MET_LOCAL_TX);
  private static final FieldType.Date DATE = new FieldType.Date();

  final Derived<Boolean> anySystemic;

  TreatmentVariables(Derivations list) {
    list.truth(
        "primary_surgery_done",
        new Text("原发灶已手术", "Surgery of the primary done"),
        "operation",
        "NAACCR 1291: a biopsy is no operation",
        List.of(SURGERY_TYPE, SURGERY_INTENT),
        Treatment::operated);
    anySystemic =
        list.truth(
            "any_systemic",
            new Text("有全身治疗", "Any systemic therapy"),
            "any",
            "NAACCR 1639; a bone agent alone does not count",
            SYSTEMIC,
            Treatment::systemic);
    list.answer(
        "surg_systemic_seq",
        FieldType.Code.of(TreatmentSequence.class),
        new Text("手术与全身治疗顺序", "Sequence of surgery and systemic therapy"),
        "first_line_start",
        "NAACCR 1639",
        with(SYSTEMIC, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY),
        Treatment::sequence);
    list.truth(
        "surgery_before_systemic",
        new Text("先手术后全身治疗", "Surgery before systemic therapy"),
        "first_line_start",
        "NAACCR 1639",
        with(SYSTEMIC, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY),
        Treatment::surgeryFirst);
    list.answer(
        "date_first_systemic",
        DATE,
        new Text("首次全身治疗日期", "Date of first systemic therapy"),
        "first_line_start",
        "NAACCR 3230",
        SYSTEMIC,
        patient ->
            patient.knows(DATE_LINE1_START)
                ? patient.answer(DATE_LINE1_START)
                : Answer.absent(
                    Treatment.systemic(patient) == Truth.NO
                        ? Absence.NOT_APPLICABLE
                        : Absence.UNKNOWN));
    list.answer(
        "date_first_treatment",
        DATE,
        new Text("首次治疗日期", "Date of first treatment"),
        "earliest",
        "NAACCR 1260",
        TREATMENTS,
        Treatment::first);
    list.truth(
        "treatment_naive_at_dx",
        new Text("确诊时未治", "Untreated at diagnosis"),
        "earliest",
        "registry",
        with(TREATMENTS, DATE_DX),
        Treatment::naiveAtDiagnosis);
    list.truth(
        "no_progression_on_line1",
        new Text("一线治疗未进展", "No progression on first line"),
        "end_reason",
        "NRG-BR002",
        List.of(
            LINE1_END_REASON, LINE1_BEST_RESPONSE, DATE_LINE1_END, PROGRESSION, DATE_PROGRESSION),
        Treatment::noProgressionOnLine1);
    list.code(
        "exposure_4",
        LocalTreatmentGroup.class,
        new Text("局部治疗分组", "Local treatment group"),
        "primary_by_mets",
        "SEER series on surgery of primary and metastases",
        List.of(SURGERY_TYPE, SURGERY_INTENT, MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::localTreatment);
    list.truth(
        "met_local_tx_any",
        new Text("转移灶局部治疗", "Any local treatment of metastases"),
        "any",
        "OLIGO-BC1",
        List.of(MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::metastasisTreated);
    list.truth(
        "metastasectomy_done",
        new Text("转移灶切除", "Metastasis resected"),
        "resection",
        "NAACCR 1294",
        List.of(MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::metastasisResected);
    list.code(
        "margin_group",
        MarginGroup.class,
        new Text("切缘分组", "Margin group"),
        "no_ink",
        "SSO-ASTRO: no ink on tumour",
        List.of(SURGERY_TYPE, SURGERY_INTENT, MARGIN_STATUS),
        Treatment::margin);
    list.truth(
        "intact_primary",
        new Text("确诊时原发灶完整（推导）", "Primary intact at diagnosis"),
        "not_operated_before",
        "E2108",
        List.of(INTACT_PRIMARY_AT_DX, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY, DATE_DX),
        Treatment::intactAtDiagnosis);
    list.answer(
        "response_before_decision",
        FieldType.Code.of(Response.class),
        new Text("局部治疗决策前的疗效", "Response before the decision on local treatment"),
        "dated_before_surgery",
        "TATA; TBCRC 013; E2108: local treatment is decided on after a response",
        with(
            SYSTEMIC,
            SURGERY_TYPE,
            SURGERY_INTENT,
            DATE_PRIMARY_SURGERY,
            LINE1_BEST_RESPONSE,
            DATE_RESPONSE),
        Treatment::responseBeforeDecision);
    list.truth(
        "primary_controlled",
        new Text("原发灶已控制", "Primary controlled"),
        "operated_without_local_progression",
        "NRG-BR002: primary treated and without local recurrence",
        List.of(SURGERY_TYPE, SURGERY_INTENT, MARGIN_STATUS, PROGRESSION, PROGRESSION_TYPE),
        Treatment::primaryControlled);
  }
}
