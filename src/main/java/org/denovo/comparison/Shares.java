package org.denovo.comparison;

import static org.denovo.comparison.Share.Side.*;
import static org.denovo.record.Fields.*;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.check.CentreRules;
import org.denovo.check.KeyFields;
import org.denovo.check.RuleCard;
import org.denovo.derive.Ages;
import org.denovo.derive.Bounds;
import org.denovo.derive.Burden;
import org.denovo.derive.Receptors;
import org.denovo.derive.Sites;
import org.denovo.derive.Truth;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;

/** Every share of patients that is compared between centres. */
final class Shares {

  private static final Text PATIENTS = new Text("患者", "patients");
  private static final Text OPERATED = new Text("手术患者", "operated patients");

  private static final List<Field<PartialDate>> DAYS =
      List.of(DATE_DX, DATE_PRIMARY_SURGERY, DATE_LINE1_START, DATE_LAST_CONTACT);

  /** The ages that end in 0 or 5, which a rule judges together with the median. */
  static final Share ROUND_AGES =
      new Share(
          share(
              "age_0_5",
              new Text("年龄末位为0或5", "Age ends in 0 or 5"),
              new Text("年龄已知者", "patients of known age"),
              CentreRules.AGES,
              List.of(AGE_AT_DX)),
          HIGH,
          seen ->
              Truth.of(
                  Ages.atDiagnosis(seen.patient())
                      .filter(Interval::isExact)
                      .map(age -> age.min() % 5 == 0)),
          false);

  private static final List<Share> ALL = all();

  private Shares() {}

  /** All of them, in the order in which a report shows them. */
  static List<Share> every() {
    return ALL;
  }

  private static List<Share> all() {
    List<Share> all = new ArrayList<>();
    receptors(all);
    treatment(all);
    burden(all);
    all.add(
        share(
            "lost_to_followup",
            new Text("失访", "Lost to follow-up"),
            new Text("末次状态为存活者", "patients last known alive"),
            CentreRules.LOST,
            List.of(VITAL_STATUS, DATE_LAST_CONTACT, LOST_TO_FOLLOWUP),
            HIGH,
            Shares::lost));
    for (Field<?> field : KeyFields.all()) {
      all.add(
          share(
              "missing_" + field.name(),
              new Text("缺失：" + field.title().zh(), "Missing: " + field.title().en()),
              PATIENTS,
              CentreRules.MISSING,
              List.of(field),
              HIGH,
              seen -> missing(seen.patient(), field)));
    }
    all.add(
        share(
            "group_without_tnm",
            new Text("有分期而无TNM", "Stage group without TNM"),
            new Text("有分期者", "patients with a stage group"),
            CentreRules.NO_TNM,
            List.of(STAGE_GROUP, T_CAT, N_CAT),
            HIGH,
            seen ->
                Truth.of(!seen.patient().knows(T_CAT) && !seen.patient().knows(N_CAT))
                    .onlyIf(seen.patient().knows(STAGE_GROUP))));
    handwriting(all);
    return List.copyOf(all);
  }

  private static void receptors(List<Share> all) {
    all.add(
        share(
            "er_positive",
            new Text("ER阳性", "ER positive"),
            new Text("ER已知者", "patients of known ER"),
            CentreRules.ER,
            List.of(ER_STATUS, ER_PCT),
            BOTH,
            seen -> Receptors.er(seen.patient())));
    all.add(
        share(
            "her2_positive",
            new Text("HER2阳性", "HER2 positive"),
            new Text("HER2已知者", "patients of known HER2"),
            CentreRules.HER2,
            List.of(HER2_IHC, HER2_ISH),
            BOTH,
            seen -> Receptors.her2Positive(seen.patient())));
    all.add(
        share(
            "pr_negative_of_er_positive",
            new Text("ER阳性者中PR阴性", "PR negative of ER positive"),
            new Text("ER阳性且PR已知者", "ER-positive patients of known PR"),
            CentreRules.PR,
            List.of(ER_STATUS, PR_STATUS),
            BOTH,
            seen ->
                Receptors.pr(seen.patient())
                    .not()
                    .onlyIf(Receptors.er(seen.patient()) == Truth.YES)));
    all.add(
        share(
            "ish_of_2_plus",
            new Text("HER2 2+者做ISH", "ISH done of HER2 2+"),
            new Text("HER2 2+者", "patients with HER2 2+"),
            CentreRules.ISH,
            List.of(HER2_IHC, HER2_ISH),
            LOW,
            seen ->
                Truth.of(Receptors.ishResolved(seen.patient()))
                    .onlyIf(seen.patient().value(HER2_IHC).equals(Optional.of(Her2Ihc.SCORE_2)))));
  }

  private static void treatment(List<Share> all) {
    all.add(
        share(
            "operated",
            new Text("原发灶手术", "Primary operated"),
            new Text("手术与否已知者", "patients of known surgery"),
            CentreRules.SURGERY,
            List.of(SURGERY_TYPE),
            BOTH,
            Seen::operated));
    all.add(
        share(
            "margin_positive",
            new Text("切缘阳性", "Margin positive"),
            new Text("切缘已知的手术患者", "operated patients of known margin"),
            CentreRules.MARGIN,
            List.of(MARGIN_STATUS),
            BOTH,
            seen -> positive(seen.patient()).onlyIf(seen.operated() == Truth.YES)));
    all.add(
        share(
            "missing_margin_status",
            new Text("切缘不详", "Margin unknown"),
            OPERATED,
            CentreRules.MISSING,
            List.of(MARGIN_STATUS),
            HIGH,
            seen -> missing(seen.patient(), MARGIN_STATUS).onlyIf(seen.operated() == Truth.YES)));
  }

  private static Truth positive(PatientRecord patient) {
    return Truth.of(
        patient
            .value(MARGIN_STATUS)
            .filter(margin -> margin != MarginStatus.NOT_EVALUABLE)
            .map(margin -> margin != MarginStatus.NEGATIVE && margin != MarginStatus.CLOSE));
  }

  private static void burden(List<Share> all) {
    all.add(oligo("oligometastatic_5", 5, "oligo_abc5"));
    all.add(oligo("oligometastatic_3", 3, "oligo_nl_1_3"));
    all.add(site("bone_only", new Text("仅骨转移", "Bone only"), Sites::boneOnly));
    all.add(
        site(
            "visceral",
            new Text("内脏转移", "Visceral metastases"),
            patient -> Sites.anyOf(patient, Sites.VISCERAL)));
    all.add(
        site(
            "brain",
            new Text("脑转移", "Brain metastases"),
            patient -> Sites.at(patient, MetSite.BRAIN)));
  }

  private static Share oligo(String id, int lesions, String rule) {
    return share(
        id,
        new Text("寡转移（不超过" + lesions + "处）", "Oligometastatic, up to " + lesions),
        new Text("病灶数已知者", "patients of known number of lesions"),
        CentreRules.OLIGO,
        List.of(LESION_COUNT, MET_SITES),
        BOTH,
        seen -> Burden.oligometastatic(seen.patient(), rule));
  }

  private static Share site(String id, Text title, Function<PatientRecord, Truth> asks) {
    return share(
        id,
        title,
        new Text("转移部位已知者", "patients of known sites"),
        CentreRules.SITES,
        List.of(MET_SITES),
        BOTH,
        seen -> asks.apply(seen.patient()));
  }

  /** How values were written down, rather than what they say. */
  private static void handwriting(List<Share> all) {
    all.add(
        share(
            "size_at_boundary",
            new Text("大小恰为20或50 mm", "Size exactly 20 or 50 mm"),
            new Text("大小为20–22或50–52 mm者", "patients with 20–22 or 50–52 mm"),
            CentreRules.BOUNDARY,
            List.of(TUMOR_SIZE_MM),
            BOTH,
            seen -> boundary(seen.patient())));
    for (Field<PartialDate> field : DAYS) {
      all.add(
          share(
              "day_1_15_" + field.name(),
              new Text(field.title().zh() + "为1日或15日", field.title().en() + " on day 1 or 15"),
              new Text("日期精确到日者", "patients with the day"),
              CentreRules.DAYS,
              List.of(field),
              HIGH,
              seen -> Truth.of(day(seen, field).map(day -> day.day() == 1 || day.day() == 15))));
    }
    all.add(
        share(
            "weekend_surgery",
            new Text("周末手术", "Operated at a weekend"),
            new Text("手术日期精确到日者", "patients with the day of surgery"),
            CentreRules.DAYS,
            List.of(DATE_PRIMARY_SURGERY),
            HIGH,
            seen ->
                Truth.of(
                    day(seen, DATE_PRIMARY_SURGERY)
                        .map(day -> day.first().getDayOfWeek())
                        .map(d -> d == DayOfWeek.SATURDAY || d == DayOfWeek.SUNDAY))));
    all.add(ROUND_AGES);
  }

  private static Optional<PartialDate> day(Seen seen, Field<PartialDate> field) {
    return seen.patient()
        .value(field)
        .filter(date -> date.precision() == PartialDate.Precision.DAY);
  }

  private static Truth boundary(PatientRecord patient) {
    Optional<Interval> size = patient.value(TUMOR_SIZE_MM).filter(Interval::isExact);
    return Truth.of(
        size.map(Interval::min)
            .filter(mm -> mm >= 20 && mm < 23 || mm >= 50 && mm < 53)
            .map(mm -> mm == 20 || mm == 50));
  }

  /** Alive when last heard of, and that is too long ago. */
  private static Truth lost(Seen seen) {
    PatientRecord patient = seen.patient();
    if (!patient.value(VITAL_STATUS).equals(Optional.of(VitalStatus.ALIVE))) {
      return Truth.UNKNOWN;
    }
    PartialDate limit = PartialDate.of(seen.cut().minusMonths(seen.followUpMonths()));
    Truth old =
        patient
            .value(DATE_LAST_CONTACT)
            .map(contact -> Bounds.before(contact, limit))
            .orElse(Truth.UNKNOWN);
    return patient.value(LOST_TO_FOLLOWUP).equals(Optional.of(true)) ? Truth.YES : old;
  }

  /** Whether a value is missing that the centre has a column for and that there could be. */
  static Truth missing(PatientRecord patient, Field<?> field) {
    Answer<?> answer = patient.answer(field);
    boolean asked =
        !(answer instanceof Answer.Absent<?> absent
            && (absent.why() == Absence.NOT_APPLICABLE || absent.why() == Absence.NOT_COLLECTED));
    return Truth.of(!answer.isKnown()).onlyIf(asked);
  }

  private static Share share(
      String id,
      Text title,
      Text among,
      RuleCard rule,
      List<Field<?>> fields,
      Share.Side side,
      Function<Seen, Truth> asks) {
    return new Share(share(id, title, among, rule, fields), side, asks, true);
  }

  private static Measure share(
      String id, Text title, Text among, RuleCard rule, List<Field<?>> fields) {
    return new Measure(id, title, among, rule, fields, Measure.Method.SHARE);
  }
}
