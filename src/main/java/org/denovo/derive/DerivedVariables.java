package org.denovo.derive;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.AgeGroup;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.Ki67Group;
import org.denovo.vocabulary.LocalTreatmentGroup;
import org.denovo.vocabulary.MarginGroup;
import org.denovo.vocabulary.MetPattern;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.SingleSiteGroup;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.TreatmentSequence;
import org.denovo.vocabulary.VitalStatus;

/**
 * The variables that follow from fields, under one choice of rules. A variable that the fields do
 * not decide is absent as unknown; nothing is guessed.
 */
public final class DerivedVariables {

  private static final FieldType.YesNo YES_NO = new FieldType.YesNo();
  private static final FieldType.Date DATE = new FieldType.Date();
  private static final FieldType.Range DAYS = new FieldType.Range("d", -36525, 36525);

  private static final List<Variable<?>> SITES = with(List.copyOf(Sites.flags()), MET_SITES);
  private static final List<Variable<?>> HER2 =
      List.of(HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES, HER2_STATUS_RECORDED);
  private static final List<Variable<?>> SYSTEMIC =
      List.of(
          SYSTEMIC_THERAPY,
          CHEMOTHERAPY,
          ENDOCRINE_THERAPY,
          ANTI_HER2_THERAPY,
          LINE1_DRUGS,
          DATE_LINE1_START);
  private static final List<Variable<?>> TREATMENTS =
      with(
          SYSTEMIC,
          SURGERY_TYPE,
          SURGERY_INTENT,
          DATE_PRIMARY_SURGERY,
          RADIOTHERAPY,
          DATE_RT_START,
          MET_LOCAL_TX,
          DATE_MET_LOCAL_TX);

  private final List<Derived<?>> all = new ArrayList<>();
  private final Map<String, Derived<?>> byName = new HashMap<>();

  private final Derived<StageGroup> stageGroupAnatomic;
  private final Derived<Her2Status> her2Status;
  private final Derived<MolecularSubtype> molecularSubtype;
  private final Derived<Boolean> anySystemic;
  private final Derived<Interval> followupDays;

  private DerivedVariables(Parameters choice) {
    truth(
        "de_novo",
        new Text("新发Ⅳ期", "De novo stage IV"),
        choice.deNovoRule(),
        "CSBrS-002; TBCRC 013 (King 2013); NCDB clinical M at diagnosis",
        with(
            with(TREATMENTS, SITES.toArray(Variable<?>[]::new)),
            M_CAT,
            STAGE_GROUP,
            STAGE_CONTEXT,
            DATE_DX,
            DATE_MET_DX,
            MET_TIMING,
            EOD_TUMOUR_CELLS_ONLY),
        patient -> DeNovo.deNovo(patient, choice.deNovoRule()));
    stageGroupAnatomic =
        code(
            "stage_group_anatomic",
            StageGroup.class,
            new Text("解剖分期（推导）", "Anatomic stage group"),
            "ajcc8",
            "AJCC 8, ch. 48",
            List.of(T_CAT, N_CAT, M_CAT),
            Staging::anatomic);
    receptors();
    her2Status =
        code(
            "her2_status",
            Her2Status.class,
            new Text("HER2状态（推导）", "HER2 status"),
            "asco_cap_2023",
            "ASCO/CAP 2018, affirmed 2023",
            HER2,
            Receptors::her2);
    truth(
        "her2_low",
        new Text("HER2低表达", "HER2-low"),
        "cn_2024",
        "Chinese HER2 testing guideline 2024",
        List.of(HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES),
        Receptors::her2Low);
    molecularSubtype =
        code(
            "molecular_subtype",
            MolecularSubtype.class,
            new Text("分子分型（推导）", "Molecular subtype"),
            choice.subtypeRule(),
            "St Gallen 2011, 2013; Maisonneuve 2014",
            with(HER2, ER_STATUS, ER_PCT, PR_STATUS, PR_PCT, KI67_PCT),
            patient -> Receptors.subtype(patient, choice.subtypeRule()));
    truth(
        "oligometastatic",
        new Text("寡转移（推导）", "Oligometastatic"),
        choice.oligoRule(),
        "ABC5; OLIGO-BC1; NRG-BR002; Steenbruggen 2021; TATA; MF07-01; CORE",
        with(SITES, LESION_COUNT, LARGEST_LESION_MM, ALL_LESIONS_LOCALLY_TREATABLE, MET_TIMING),
        patient -> Burden.oligometastatic(patient, choice.oligoRule()));
    burden();
    truth(
        "primary_surgery_done",
        new Text("原发灶已手术", "Surgery of the primary done"),
        "operation",
        "NAACCR 1291: a biopsy is no operation",
        List.of(SURGERY_TYPE, SURGERY_INTENT),
        Treatment::operated);
    anySystemic =
        truth(
            "any_systemic",
            new Text("有全身治疗", "Any systemic therapy"),
            "any",
            "NAACCR 1639; a bone agent alone does not count",
            SYSTEMIC,
            Treatment::systemic);
    treatment();
    followupDays =
        days(
            "followup_days",
            new Text("随访天数", "Days of follow-up"),
            List.of(DATE_DX, DATE_LAST_CONTACT, DATE_DEATH, VITAL_STATUS),
            patient -> Bounds.days(patient.value(DATE_DX), end(patient)));
    demography();
  }

  /** The variables under a choice of rules. */
  public static DerivedVariables of(Parameters choice) {
    return new DerivedVariables(choice);
  }

  /** All of them, each name once. */
  public List<Derived<?>> all() {
    return List.copyOf(all);
  }

  /** The variable of that name. */
  public Optional<Derived<?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The anatomic stage group. */
  public Derived<StageGroup> stageGroupAnatomic() {
    return stageGroupAnatomic;
  }

  /** HER2 status from IHC and ISH. */
  public Derived<Her2Status> her2Status() {
    return her2Status;
  }

  /** The surrogate subtype. */
  public Derived<MolecularSubtype> molecularSubtype() {
    return molecularSubtype;
  }

  /** Whether any systemic therapy was given. */
  public Derived<Boolean> anySystemic() {
    return anySystemic;
  }

  /** Days from diagnosis to death or last contact. */
  public Derived<Interval> followupDays() {
    return followupDays;
  }

  private void receptors() {
    code(
        "hr_status",
        ReceptorStatus.class,
        new Text("激素受体状态", "Hormone receptor status"),
        "one_percent",
        "ASCO/CAP 2020",
        List.of(ER_STATUS, ER_PCT, PR_STATUS, PR_PCT),
        patient ->
            switch (Receptors.hormone(patient)) {
              case YES -> Optional.of(ReceptorStatus.POS);
              case NO -> Optional.of(ReceptorStatus.NEG);
              case UNKNOWN -> Optional.empty();
            });
    truth(
        "er_low",
        new Text("ER低阳性（1–10%）", "ER low positive (1 to 10 %)"),
        "1_to_10",
        "ASCO/CAP 2020",
        List.of(ER_STATUS, ER_PCT),
        Receptors::erLow);
    code(
        "ki67_group",
        Ki67Group.class,
        new Text("Ki-67分组", "Ki-67 group"),
        "14_20",
        "St Gallen 2011 (14 %) and 2013 (20 %)",
        List.of(KI67_PCT),
        Receptors::ki67Group);
    truth(
        "subtype_discordance",
        new Text("原发灶与转移灶受体不一致", "Receptors of primary and metastasis differ"),
        "any_receptor",
        "registry",
        with(
            HER2,
            ER_STATUS,
            ER_PCT,
            PR_STATUS,
            PR_PCT,
            MET_ER_STATUS,
            MET_PR_STATUS,
            MET_HER2_STATUS),
        Receptors::discordant);
  }

  private void burden() {
    range("n_met_organs", new Text("转移器官数", "Organs with metastases"), SITES, Sites::organs);
    range(
        "n_visceral_organs",
        new Text("内脏转移器官数", "Visceral organs with metastases"),
        SITES,
        patient -> Sites.count(patient, Sites.VISCERAL));
    code(
        "met_pattern",
        MetPattern.class,
        new Text("转移模式", "Pattern of metastases"),
        "brain_first",
        "registry; visceral as in n_visceral_organs",
        SITES,
        Sites::pattern);
    code(
        "single_site_group",
        SingleSiteGroup.class,
        new Text("单一转移部位", "Single metastatic site"),
        "organs",
        "registry",
        SITES,
        Sites::single);
  }

  private void treatment() {
    answer(
        "surg_systemic_seq",
        FieldType.Code.of(TreatmentSequence.class),
        new Text("手术与全身治疗顺序", "Sequence of surgery and systemic therapy"),
        "first_line_start",
        "NAACCR 1639",
        with(SYSTEMIC, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY),
        Treatment::sequence);
    truth(
        "surgery_before_systemic",
        new Text("先手术后全身治疗", "Surgery before systemic therapy"),
        "first_line_start",
        "NAACCR 1639",
        with(SYSTEMIC, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY),
        DerivedVariables::surgeryFirst);
    answer(
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
    answer(
        "date_first_treatment",
        DATE,
        new Text("首次治疗日期", "Date of first treatment"),
        "earliest",
        "NAACCR 1260",
        TREATMENTS,
        Treatment::first);
    truth(
        "treatment_naive_at_dx",
        new Text("确诊时未治", "Untreated at diagnosis"),
        "earliest",
        "registry",
        with(TREATMENTS, DATE_DX),
        Treatment::naiveAtDiagnosis);
    truth(
        "no_progression_on_line1",
        new Text("一线治疗未进展", "No progression on first line"),
        "end_reason",
        "NRG-BR002",
        List.of(
            LINE1_END_REASON, LINE1_BEST_RESPONSE, DATE_LINE1_END, PROGRESSION, DATE_PROGRESSION),
        Treatment::noProgressionOnLine1);
    code(
        "exposure_4",
        LocalTreatmentGroup.class,
        new Text("局部治疗分组", "Local treatment group"),
        "primary_by_mets",
        "SEER series on surgery of primary and metastases",
        List.of(SURGERY_TYPE, SURGERY_INTENT, MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::localTreatment);
    truth(
        "met_local_tx_any",
        new Text("转移灶局部治疗", "Any local treatment of metastases"),
        "any",
        "OLIGO-BC1",
        List.of(MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::metastasisTreated);
    truth(
        "metastasectomy_done",
        new Text("转移灶切除", "Metastasis resected"),
        "resection",
        "NAACCR 1294",
        List.of(MET_LOCAL_TX, DATE_MET_LOCAL_TX),
        Treatment::metastasisResected);
    code(
        "margin_group",
        MarginGroup.class,
        new Text("切缘分组", "Margin group"),
        "no_ink",
        "SSO-ASTRO: no ink on tumour",
        List.of(SURGERY_TYPE, SURGERY_INTENT, MARGIN_STATUS),
        Treatment::margin);
    truth(
        "intact_primary",
        new Text("确诊时原发灶完整（推导）", "Primary intact at diagnosis"),
        "not_operated_before",
        "E2108",
        List.of(INTACT_PRIMARY_AT_DX, SURGERY_TYPE, SURGERY_INTENT, DATE_PRIMARY_SURGERY, DATE_DX),
        Treatment::intactAtDiagnosis);
    days(
        "interval_dx_to_surgery_d",
        new Text("确诊至手术天数", "Days from diagnosis to surgery"),
        List.of(DATE_DX, DATE_PRIMARY_SURGERY),
        p -> Bounds.days(p.value(DATE_DX), p.value(DATE_PRIMARY_SURGERY)));
    days(
        "interval_systemic_to_surgery_d",
        new Text("全身治疗至手术天数", "Days from systemic therapy to surgery"),
        List.of(DATE_LINE1_START, DATE_PRIMARY_SURGERY),
        p -> Bounds.days(p.value(DATE_LINE1_START), p.value(DATE_PRIMARY_SURGERY)));
    days(
        "days_on_line1",
        new Text("一线治疗天数", "Days on first line"),
        List.of(DATE_LINE1_START, DATE_LINE1_END),
        p -> Bounds.days(p.value(DATE_LINE1_START), p.value(DATE_LINE1_END)));
  }

  private void demography() {
    answer(
        "dx_year",
        new FieldType.Whole("", 1900, 2200),
        new Text("确诊年份", "Year of diagnosis"),
        "year",
        "registry",
        List.of(DATE_DX),
        patient -> known(patient.value(DATE_DX).map(PartialDate::year)));
    code(
        "age_group",
        AgeGroup.class,
        new Text("年龄组", "Age group"),
        "40_60",
        "registry; the cut-offs of CSBrS-002 are not published",
        List.of(AGE_AT_DX, BIRTH_DATE, DATE_DX),
        patient -> age(patient).flatMap(DerivedVariables::ageGroup));
  }

  /** Death, or the last contact of a patient who is not dead. */
  private static Optional<PartialDate> end(PatientRecord patient) {
    return patient.value(VITAL_STATUS).equals(Optional.of(VitalStatus.DEAD))
        ? patient.value(DATE_DEATH)
        : patient.value(DATE_LAST_CONTACT);
  }

  private static Truth surgeryFirst(PatientRecord patient) {
    Answer<TreatmentSequence> sequence = Treatment.sequence(patient);
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

  /** Age at diagnosis in completed years: as recorded, else from the dates. */
  private static Optional<Interval> age(PatientRecord patient) {
    return patient
        .value(AGE_AT_DX)
        .map(Interval::of)
        .or(() -> ageFromDates(patient.value(BIRTH_DATE), patient.value(DATE_DX)));
  }

  /** Completed years from birth to diagnosis, as bounds; empty if the dates are out of order. */
  public static Optional<Interval> ageFromDates(
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

  private static Optional<AgeGroup> ageGroup(Interval age) {
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

  private Derived<Boolean> truth(
      String name,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Truth> truth) {
    return answer(
        name, YES_NO, title, rule, source, inputs, patient -> truth.apply(patient).answer());
  }

  private <E extends Enum<E> & Coded> Derived<E> code(
      String name,
      Class<E> list,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<E>> code) {
    return answer(
        name,
        FieldType.Code.of(list),
        title,
        rule,
        source,
        inputs,
        patient -> known(code.apply(patient)));
  }

  private Derived<Interval> days(
      String name,
      Text title,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<Interval>> days) {
    return answer(
        name, DAYS, title, "days", "registry", inputs, patient -> known(days.apply(patient)));
  }

  private void range(
      String name,
      Text title,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<Interval>> count) {
    answer(
        name,
        new FieldType.Range("", 0, MetSite.values().length),
        title,
        "sites",
        "registry",
        inputs,
        patient -> known(count.apply(patient)));
  }

  private <T> Derived<T> answer(
      String name,
      FieldType<T> type,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Answer<T>> derive) {
    Derived<T> variable = new Derived<>(name, type, title, rule, 1, source, inputs, derive);
    all.add(variable);
    if (byName.put(name, variable) != null) {
      throw new IllegalStateException(name + " stands twice");
    }
    return variable;
  }

  private static List<Variable<?>> with(List<? extends Variable<?>> some, Variable<?>... more) {
    List<Variable<?>> inputs = new ArrayList<>(List.of(more));
    inputs.addAll(some);
    return List.copyOf(inputs);
  }

  private static <T> Answer<T> known(Optional<T> value) {
    return value.map(Answer::known).orElse(Answer.absent(Absence.UNKNOWN));
  }
}
