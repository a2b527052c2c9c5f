package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.derive.Parameters;
import org.denovo.derive.Truth;
import org.denovo.expression.Criteria;
import org.denovo.expression.Criterion;
import org.denovo.expression.Judgement;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

/** Who is selected, and that the losses add up. All patients are invented. */
class SelectionTest {

  private static final Criteria CRITERIA = Criteria.over(List.of());

  private static final CohortDefinition COHORT =
      new CohortDefinition(
          "bone-vs-lung",
          "1.0.0",
          new Text("骨与肺", "Bone against lung"),
          "invented",
          Parameters.DEFAULT,
          List.of(
              new CohortDefinition.Step(
                  "stage_iv", new Text("Ⅳ期", "Stage IV"), criterion("stage_group == 'IV'"))),
          Fields.DATE_DX,
          List.of(
              new CohortDefinition.Arm("bone", Text.same("bone"), criterion("met_bone")),
              new CohortDefinition.Arm("lung", Text.same("lung"), criterion("met_lung"))),
          Exposure.surgery(243),
          List.of(Endpoint.OS),
          List.of(new EverNever()),
          Adjustment.NONE,
          Optional.empty(),
          Set.of(Decision.E1, Decision.E6),
          Study.NONE);

  private static final Selection SELECTION = Selection.of(COHORT);

  @Test
  void everyCohortAddsFourStepsOfItsOwn() {
    assertThat(SELECTION.steps())
        .extracting(CohortDefinition.Step::name)
        .containsExactly(
            "one_per_person",
            "stage_iv",
            "time_zero_known",
            "follow_up_known",
            "one_arm",
            "nothing_blocked");
  }

  @Test
  void aMemberHasAnArmATimeZeroAndOutcomes() {
    PatientRecord patient = patient("north").put(Fields.MET_LUNG, false).build();
    assertThat(judge(patient))
        .isEqualTo(
            new Membership.In(
                new Member(
                    patient,
                    "bone",
                    LocalDate.of(2018, 1, 15),
                    new Onset(Truth.UNKNOWN, OptionalInt.empty()),
                    List.of(new Outcome(Endpoint.OS, 31, 0, List.of("date_last_contact"))))));
  }

  @Test
  void aPatientInTwoArmsOrInNoneIsInNoArm() {
    assertThat(judge(patient("north").put(Fields.MET_LUNG, true).build()))
        .isEqualTo(new Membership.Left(4, Judgement.NOT_MET));
    assertThat(
            judge(patient("north").put(Fields.MET_BONE, false).put(Fields.MET_LUNG, false).build()))
        .isEqualTo(new Membership.Left(4, Judgement.NOT_MET));
  }

  @Test
  void aPatientWhoMayBeInASecondArmIsUndecided() {
    assertThat(judge(patient("north").build()))
        .isEqualTo(new Membership.Undecided(List.of(Fields.MET_LUNG)));
  }

  @Test
  void aTimeZeroKnownToTheYearIsNotKnown() {
    assertThat(judge(patient("north").put(Fields.DATE_DX, new PartialDate(2018, 0, 0)).build()))
        .isEqualTo(new Membership.Left(2, Judgement.notKnown(List.of(Fields.DATE_DX))));
  }

  @Test
  void whoIsBlockedFromWhatTheCohortNeedsDoesNotEnter() {
    PatientRecord member = patient("north").put(Fields.MET_LUNG, false).build();
    assertThat(SELECTION.judge(member, Set.of(Decision.E4)))
        .as("not needed")
        .isInstanceOf(Membership.In.class);
    assertThat(SELECTION.judge(member, Set.of(Decision.E4, Decision.E6)))
        .isEqualTo(new Membership.Blocked(Set.of(Decision.E6)));
    assertThat(SELECTION.judge(patient("north").build(), Set.of(Decision.E6)))
        .as("who has no arm is not counted twice")
        .isInstanceOf(Membership.Undecided.class);
    AttritionCount count = SELECTION.count();
    count.add(member, SELECTION.judge(member, Set.of(Decision.E1, Decision.E6)));
    count.add(member, SELECTION.judge(member, Set.of(Decision.E6)));
    count.add(member, SELECTION.judge(member, Set.of()));
    Attrition flow = count.attrition();
    assertThat(flow.steps().get(5))
        .isEqualTo(step("nothing_blocked", 3, 1, 0, 2, Map.of("E1", 1L, "E6", 2L)));
    assertThat(flow.members()).isEqualTo(1);
    assertThat(count.byCentre().get("north")).isEqualTo(flow);
  }

  @Test
  void theLossesAreCountedWithWhatWasMissing() {
    AttritionCount count = SELECTION.count();
    count.add(patient("south").build(), Selection.MERGED);
    add(count, patient("north").put(Fields.MET_LUNG, false));
    add(count, patient("north"));
    add(count, patient("south").put(Fields.MET_LUNG, true));
    add(count, patient("south").put(Fields.STAGE_GROUP, StageGroup.IIIC));
    add(count, patient("south").put(Fields.STAGE_GROUP, Answer.absent(Absence.BLANK)));
    add(count, patient("south").put(Fields.VITAL_STATUS, Answer.unreadable()));
    assertThat(count.attrition())
        .isEqualTo(
            new Attrition(
                7,
                List.of(
                    step("one_per_person", 7, 6, 1, 0, Map.of()),
                    step("stage_iv", 6, 4, 1, 1, Map.of("stage_group", 1L)),
                    step("time_zero_known", 4, 4, 0, 0, Map.of()),
                    step("follow_up_known", 4, 3, 0, 1, Map.of("vital_status", 1L)),
                    step("one_arm", 3, 2, 1, 0, Map.of()),
                    step("nothing_blocked", 2, 2, 0, 0, Map.of())),
                Map.of("bone", 1L, "lung", 0L),
                1,
                Map.of("met_lung", 1L)));
    assertThat(count.byCentre().keySet()).containsExactly("north", "south");
    assertThat(count.byCentre().get("north").started()).isEqualTo(2);
    assertThat(count.byCentre().get("north").members()).isEqualTo(1);
    assertThat(count.byCentre().get("south").started()).isEqualTo(5);
    assertThat(count.byCentre().get("south").members()).isZero();
  }

  @Test
  void theCentresAddUpToTheWhole() {
    Random random = new Random(468);
    AttritionCount count = SELECTION.count();
    for (int i = 0; i < 2_000; i++) {
      add(count, anyone(random));
    }
    Attrition all = count.attrition();
    List<Attrition> centres = new ArrayList<>(count.byCentre().values());
    assertThat(all.started()).isEqualTo(2_000);
    assertThat(centres).hasSize(3);
    assertThat(centres.stream().mapToLong(Attrition::members).sum()).isEqualTo(all.members());
    assertThat(centres.stream().mapToLong(Attrition::undecided).sum()).isEqualTo(all.undecided());
    for (int i = 0; i < all.steps().size(); i++) {
      int step = i;
      assertThat(centres.stream().mapToLong(a -> a.steps().get(step).notKnown()).sum())
          .isEqualTo(all.steps().get(step).notKnown());
    }
  }

  @Test
  void theWordsComeFromTheDefinition() {
    CohortWords words = CohortWords.of(COHORT);
    assertThat(words.parts().get(0).sentences())
        .extracting(Text::en)
        .containsExactly(
            "One record a person: records of the same person are merged",
            "Stage IV: Stage group is Stage IV",
            "Time zero (Date of diagnosis) is known at least to the month",
            "Vital status is known, and the date of death or last contact is known at least to"
                + " the month and not before time zero",
            "In exactly one of the compared groups",
            "No unresolved error stands in the way (E1, E6)",
            "Those who do not fulfil a criterion and those of whom it is not known are counted"
                + " apart, the latter with what is missing");
    assertThat(words.in(Lang.ZH))
        .startsWith("骨与肺\n\n人群：依次须满足\n- 每人一条记录（同一人的记录已合并）\n- Ⅳ期：临床分期为IV期\n")
        .contains("\n比较组\n- bone：骨转移：是\n- lung：肺转移：是\n")
        .contains("\n- 从确诊日期起计天数\n")
        .contains("\n- 总生存（OS）：任何原因死亡；末次随访时删失\n");
  }

  private static PatientRecord.Builder patient(String centre) {
    return PatientRecord.of(new PatientKey(centre, "1", "P1"))
        .put(Fields.STAGE_GROUP, StageGroup.IV)
        .put(Fields.DATE_DX, new PartialDate(2018, 1, 0))
        .put(Fields.VITAL_STATUS, VitalStatus.ALIVE)
        .put(Fields.DATE_LAST_CONTACT, new PartialDate(2018, 2, 15))
        .put(Fields.MET_BONE, true);
  }

  private static PatientRecord.Builder anyone(Random random) {
    PatientRecord.Builder builder = patient(List.of("a", "b", "c").get(random.nextInt(3)));
    if (random.nextInt(4) == 0) {
      builder.put(Fields.STAGE_GROUP, Answer.absent(Absence.UNKNOWN));
    }
    if (random.nextInt(4) == 0) {
      builder.put(Fields.DATE_DX, new PartialDate(2018, 0, 0));
    }
    if (random.nextInt(4) == 0) {
      builder.put(Fields.VITAL_STATUS, VitalStatus.DEAD);
    }
    if (random.nextBoolean()) {
      builder.put(Fields.MET_LUNG, random.nextBoolean());
    }
    return builder;
  }

  private static Membership judge(PatientRecord patient) {
    return SELECTION.judge(patient, Set.of());
  }

  private static void add(AttritionCount count, PatientRecord.Builder builder) {
    PatientRecord patient = builder.build();
    count.add(patient, judge(patient));
  }

  private static Attrition.Step step(
      String name, long asked, long met, long notMet, long notKnown, Map<String, Long> missing) {
    Text says =
        SELECTION.steps().stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow()
            .says();
    return new Attrition.Step(name, says, asked, met, notMet, notKnown, missing);
  }

  private static Criterion criterion(String text) {
    Problems problems = new Problems();
    return CRITERIA
        .compile(YamlFile.parse("test.yaml", text, problems).orElseThrow(), problems)
        .orElseThrow();
  }
}
