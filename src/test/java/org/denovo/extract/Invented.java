package org.denovo.extract;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.Clones;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Member;
import org.denovo.cohort.Onset;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Period;
import org.denovo.cohort.Study;
import org.denovo.cohort.TimeVarying;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criterion;
import org.denovo.expression.Judgement;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.Text;

/** A cohort of six patients at two centres. All of them are invented. */
final class Invented {

  static final Derived<Boolean> OPERATED =
      new Derived<>(
          "primary_surgery_done",
          new FieldType.YesNo(),
          new Text("原发灶手术", "Surgery of the primary"),
          "any_operation",
          1,
          "this example",
          List.of(Fields.SURGERY_TYPE),
          patient ->
              patient
                  .value(Fields.SURGERY_TYPE)
                  .map(type -> Answer.known(type != SurgeryType.NONE))
                  .orElseGet(() -> Answer.absent(Absence.UNKNOWN)));

  static final Derived<Integer> ORGANS =
      new Derived<>(
          "n_met_organs",
          new FieldType.Whole("", 0, 20),
          new Text("转移器官数", "Number of organs"),
          "sites",
          2,
          "this example",
          List.of(Fields.MET_SITES),
          patient ->
              patient
                  .value(Fields.MET_SITES)
                  .map(sites -> Answer.known(sites.size()))
                  .orElseGet(() -> Answer.absent(Absence.UNKNOWN)));

  static final List<Variable<?>> VARIABLES =
      List.of(
          Fields.PERSON_NAME,
          Fields.SEX,
          Fields.BIRTH_DATE,
          Fields.AGE_AT_DX,
          Fields.TUMOR_SIZE_MM,
          Fields.DATE_DX,
          Fields.ER_STATUS,
          Fields.HER2_RATIO,
          Fields.MET_SITES,
          Fields.MET_BONE,
          ORGANS,
          Fields.DATE_LINE1_START,
          Fields.SURGERY_TYPE,
          Fields.DATE_PRIMARY_SURGERY,
          Fields.MARGIN_STATUS,
          OPERATED,
          Fields.VITAL_STATUS);

  private static final List<Variable<?>> ADJUST_FOR =
      List.of(Fields.AGE_AT_DX, ORGANS, Fields.MET_BONE, Fields.TUMOR_SIZE_MM, Fields.SEX);

  static final CohortDefinition DEFINITION =
      new CohortDefinition(
          "surgical-vs-nonsurgical",
          "1.0.0",
          new Text("原发灶手术与非手术", "Surgery of the primary against none"),
          "Invented example",
          Parameters.DEFAULT,
          List.of(
              new CohortDefinition.Step(
                  "stage_iv", new Text("初诊即为Ⅳ期", "Stage IV at diagnosis"), always()),
              new CohortDefinition.Step(
                  "dated", new Text("确诊日期已知", "Date of diagnosis is known"), always())),
          Fields.DATE_DX,
          List.of(
              new CohortDefinition.Arm("surgical", new Text("手术", "Surgery"), always()),
              new CohortDefinition.Arm("non_surgical", new Text("非手术", "No surgery"), always())),
          Exposure.surgery(243),
          List.of(Endpoint.OS, Endpoint.BCSS),
          List.of(
              new EverNever(),
              new Landmark(Period.ofMonths(6)),
              new TimeVarying(),
              new Clones(Period.ofMonths(8))),
          Adjustment.of(ADJUST_FOR, List.of()),
          Optional.empty(),
          Set.of(Decision.E1, Decision.E2, Decision.E6, Decision.E7),
          Study.NONE);

  static final Attrition FLOW = flow(9, 1, 1, 0, 3, 3, 1);
  static final Map<String, Attrition> BY_CENTRE =
      Map.of("north", flow(5, 0, 0, 0, 2, 2, 1), "south", flow(4, 1, 1, 0, 1, 1, 0));

  static final CentrePids CENTRES =
      new CentrePids(text -> "C" + (text.endsWith("north") ? "7Q2M" : "K4XA"));

  private Invented() {}

  static List<Member> members() {
    return List.of(
        operated("north", "P1", 41, 60, 3, MarginStatus.NEGATIVE, 900, 0),
        operated("north", "P2", 52, 200, 1, MarginStatus.POSITIVE_MICRO, 610, 1),
        treated("north", "P3", 63, 2, 400, 1),
        treated("north", "P4", 58, 1, 300, 9),
        operated("south", "P5", 47, 30, 2, MarginStatus.CLOSE, 1200, 0),
        unknown("south", "P6"));
  }

  private static Member operated(
      String centre,
      String pid,
      int age,
      int day,
      int size,
      MarginStatus margin,
      int days,
      int os) {
    LocalDate dx = LocalDate.of(2018, 5, 3);
    PatientRecord patient =
        record(centre, pid, age, Set.of(MetSite.BONE))
            .put(Fields.TUMOR_SIZE_MM, Interval.of(size * 10.5))
            .put(Fields.SURGERY_TYPE, SurgeryType.MODIFIED_RADICAL)
            .put(Fields.DATE_PRIMARY_SURGERY, PartialDate.of(dx.plusDays(day)))
            .put(Fields.MARGIN_STATUS, margin)
            .put(Fields.DEATH_CAUSE, DeathCause.BREAST_CANCER)
            .build();
    return new Member(
        patient, "surgical", dx, Onset.on(day), List.of(os(days, os), bcss(days, os)));
  }

  private static Member treated(
      String centre, String pid, int age, int lesions, int days, int cause) {
    PatientRecord patient =
        record(centre, pid, age, Set.of(MetSite.LIVER, MetSite.BONE))
            .put(Fields.TUMOR_SIZE_MM, Interval.atLeast(50))
            .put(Fields.DATE_LINE1_START, PartialDate.parse("2018-05"))
            .put(Fields.SURGERY_TYPE, SurgeryType.NONE)
            .put(Fields.DATE_PRIMARY_SURGERY, Answer.absent(Absence.NOT_APPLICABLE))
            .put(Fields.LESION_COUNT, Interval.of(lesions))
            .build();
    return new Member(
        patient,
        "non_surgical",
        LocalDate.of(2018, 5, 3),
        Onset.NEVER,
        List.of(os(days, 1), bcss(days, cause)));
  }

  private static Member unknown(String centre, String pid) {
    PatientRecord patient =
        PatientRecord.of(new PatientKey(centre, "no-" + pid, pid))
            .put(Fields.PERSON_NAME, "a-hash-that-must-not-leave")
            .put(Fields.DATE_DX, PartialDate.parse("2019"))
            .put(Fields.SURGERY_TYPE, SurgeryType.NONE)
            .put(
                Fields.MARGIN_STATUS,
                Answer.unreadable(),
                SourceCell.text(new Place("south.xlsx", "手术", 4, 2), "=切缘?"))
            .build();
    return new Member(
        patient, "non_surgical", LocalDate.of(2019, 7, 1), Onset.NEVER, List.of(os(10, 0)));
  }

  private static PatientRecord.Builder record(
      String centre, String pid, int age, Set<MetSite> sites) {
    return PatientRecord.of(new PatientKey(centre, "no-" + pid, pid))
        .put(Fields.PERSON_NAME, "a-hash-that-must-not-leave")
        .put(Fields.SEX, Sex.FEMALE)
        .put(Fields.BIRTH_DATE, PartialDate.parse((2018 - age) + "-02-01"))
        .put(Fields.AGE_AT_DX, age)
        .put(Fields.DATE_DX, PartialDate.parse("2018-05-03"))
        .put(Fields.STAGE_GROUP, StageGroup.IV)
        .put(Fields.ER_STATUS, age % 2 == 0 ? ReceptorStatus.POS : ReceptorStatus.NEG)
        .put(Fields.MET_SITES, sites)
        .put(Fields.MET_BONE, true);
  }

  private static Outcome os(int days, int code) {
    return new Outcome(
        Endpoint.OS, days, code, List.of(code == 0 ? "date_last_contact" : "date_death"));
  }

  private static Outcome bcss(int days, int code) {
    return new Outcome(Endpoint.BCSS, days, code, List.of("date_death", "death_cause"));
  }

  static Attrition flow(
      long started, long notMet, long notKnown, long undated, long a, long b, long undecided) {
    Map<String, Long> arms = new LinkedHashMap<>();
    arms.put("surgical", a);
    arms.put("non_surgical", b);
    long met = started - notMet - notKnown;
    return new Attrition(
        started,
        List.of(
            new Attrition.Step(
                "stage_iv",
                new Text("初诊即为Ⅳ期", "Stage IV at diagnosis"),
                started,
                met,
                notMet,
                notKnown,
                notKnown == 0 ? Map.of() : Map.of("stage_group", notKnown)),
            new Attrition.Step(
                "dated",
                new Text("确诊日期已知", "Date of diagnosis is known"),
                met,
                met - undated,
                0,
                undated,
                Map.of())),
        arms,
        undecided,
        undecided == 0 ? Map.of() : Map.of("surgery_type", undecided));
  }

  private static Criterion always() {
    return new Criterion("true", List.of(), patient -> Judgement.MET);
  }
}
