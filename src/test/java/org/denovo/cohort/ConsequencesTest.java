package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Severity;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criteria;
import org.denovo.expression.Criterion;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

/** What another value would change. All patients are invented. */
class ConsequencesTest {

  private static final PatientKey KEY = new PatientKey("north", "1", "P1");

  private static final Consequences CONSEQUENCES =
      new Consequences(
          List.of(
              cohort("bone-vs-none", "stage_group == 'IV'"), cohort("young", "age_at_dx < 40")));

  @Test
  void whatWouldMakeAMemberLeaveIsMembership() {
    assertThat(of(member(), Fields.STAGE_GROUP))
        .isEqualTo(weight(Consequence.MEMBERSHIP, "bone-vs-none"));
    assertThat(of(member().put(Fields.AGE_AT_DX, 30), Fields.AGE_AT_DX))
        .isEqualTo(weight(Consequence.MEMBERSHIP, "young"));
  }

  @Test
  void whatWouldLetAPatientInIsMembership() {
    assertThat(of(member().put(Fields.STAGE_GROUP, StageGroup.IIIC), Fields.STAGE_GROUP))
        .isEqualTo(weight(Consequence.MEMBERSHIP, "bone-vs-none"));
    assertThat(of(member().put(Fields.STAGE_GROUP, Answer.unreadable()), Fields.STAGE_GROUP))
        .as("nobody understood it")
        .isEqualTo(weight(Consequence.MEMBERSHIP, "bone-vs-none"));
  }

  @Test
  void whoIsOutForAnotherReasonIsNotMoved() {
    PatientRecord.Builder early =
        member().put(Fields.STAGE_GROUP, StageGroup.IIIC).put(Fields.AGE_AT_DX, 70);
    assertThat(of(early, Fields.MET_BONE))
        .isEqualTo(weight(Consequence.READ, "bone-vs-none", "young"));
    assertThat(of(member().put(Fields.STAGE_GROUP, Answer.unreadable()), Fields.MET_BONE))
        .as("the stage has to come first")
        .isEqualTo(weight(Consequence.READ, "bone-vs-none", "young"));
  }

  @Test
  void armTimeAndOutcomeAreTold() {
    assertThat(of(member(), Fields.MET_BONE)).isEqualTo(weight(Consequence.ARM, "bone-vs-none"));
    assertThat(of(member(), Fields.DATE_DX)).isEqualTo(weight(Consequence.TIME, "bone-vs-none"));
    assertThat(of(member(), Fields.DATE_PRIMARY_SURGERY))
        .isEqualTo(weight(Consequence.TIME, "bone-vs-none"));
    assertThat(of(member(), Fields.VITAL_STATUS))
        .isEqualTo(weight(Consequence.OUTCOME, "bone-vs-none"));
    assertThat(of(member().put(Fields.MET_BONE, Answer.unreadable()), Fields.MET_BONE))
        .as("undecided")
        .isEqualTo(weight(Consequence.ARM, "bone-vs-none"));
  }

  @Test
  void anOutcomeThatCannotBeAnsweredWaitsForItsField() {
    PatientRecord.Builder progressed = member().put(Fields.PROGRESSION, true);
    assertThat(of(progressed, Fields.DATE_PROGRESSION))
        .isEqualTo(weight(Consequence.OUTCOME, "bone-vs-none"));
    assertThat(of(member().put(Fields.PROGRESSION, false), Fields.DATE_PROGRESSION))
        .isEqualTo(weight(Consequence.READ, "bone-vs-none", "young"));
  }

  @Test
  void anErrorKeepsOutOnlyWhoWouldBeIn() {
    Finding error = finding(Optional.of(KEY), Fields.MET_LUNG);
    assertThat(CONSEQUENCES.of(member().build(), error, Set.of(Decision.E6)))
        .isEqualTo(weight(Consequence.KEEPS_OUT, "bone-vs-none"));
    assertThat(CONSEQUENCES.of(member().build(), error, Set.of(Decision.E4)))
        .as("no cohort needs it")
        .isEqualTo(Consequences.Weight.NONE);
  }

  @Test
  void whatNoCohortReadsHasNoConsequence() {
    assertThat(of(member(), Fields.GRADE_NOTTINGHAM)).isEqualTo(Consequences.Weight.NONE);
  }

  @Test
  void theReachIsWhatTheFieldIsReadFor() {
    assertThat(reach(Set.of(), Fields.STAGE_GROUP)).isEqualTo(Consequence.MEMBERSHIP);
    assertThat(reach(Set.of(), Fields.MET_BONE)).isEqualTo(Consequence.ARM);
    assertThat(reach(Set.of(), Fields.DATE_PRIMARY_SURGERY)).isEqualTo(Consequence.TIME);
    assertThat(reach(Set.of(), Fields.PROGRESSION)).isEqualTo(Consequence.OUTCOME);
    assertThat(reach(Set.of(), Fields.GRADE_NOTTINGHAM, Fields.MET_BONE))
        .isEqualTo(Consequence.ARM);
    assertThat(reach(Set.of(Decision.E6), Fields.GRADE_NOTTINGHAM))
        .isEqualTo(Consequence.KEEPS_OUT);
    assertThat(reach(Set.of(), Fields.GRADE_NOTTINGHAM)).isEqualTo(Consequence.UNUSED);
    assertThat(CONSEQUENCES.reach(finding(Optional.empty(), Fields.MET_BONE), Set.of()))
        .isEqualTo(Consequence.MANY);
  }

  private static Consequences.Weight of(PatientRecord.Builder patient, Field<?>... fields) {
    return CONSEQUENCES.of(patient.build(), finding(Optional.of(KEY), fields), Set.of());
  }

  private static Consequence reach(Set<Decision> blocks, Field<?>... fields) {
    return CONSEQUENCES.reach(finding(Optional.of(KEY), fields), blocks);
  }

  private static Consequences.Weight weight(Consequence consequence, String... cohorts) {
    return new Consequences.Weight(consequence, List.of(cohorts));
  }

  private static Finding finding(Optional<PatientKey> patient, Field<?>... fields) {
    return new Finding(
        "0123456789ab",
        "north",
        patient,
        "STG-01",
        Severity.ERROR,
        List.of(fields).stream().map(Field::name).toList(),
        List.of(),
        Text.same("invented"));
  }

  private static PatientRecord.Builder member() {
    return PatientRecord.of(KEY)
        .put(Fields.STAGE_GROUP, StageGroup.IV)
        .put(Fields.AGE_AT_DX, 70)
        .put(Fields.DATE_DX, new PartialDate(2018, 1, 10))
        .put(Fields.VITAL_STATUS, VitalStatus.ALIVE)
        .put(Fields.DATE_LAST_CONTACT, new PartialDate(2020, 2, 15))
        .put(Fields.SURGERY_TYPE, SurgeryType.BCS)
        .put(Fields.DATE_PRIMARY_SURGERY, new PartialDate(2018, 3, 1))
        .put(Fields.PROGRESSION, false)
        .put(Fields.MET_BONE, true);
  }

  private static CohortDefinition cohort(String name, String criterion) {
    return new CohortDefinition(
        name,
        "1.0.0",
        Text.same(name),
        "invented",
        Parameters.DEFAULT,
        List.of(new CohortDefinition.Step("who", Text.same("who"), criterion(criterion))),
        Fields.DATE_DX,
        List.of(
            new CohortDefinition.Arm("bone", Text.same("bone"), criterion("met_bone")),
            new CohortDefinition.Arm("none", Text.same("none"), criterion("'!met_bone'"))),
        Exposure.surgery(243),
        List.of(Endpoint.OS, Endpoint.PFS),
        List.of(new EverNever()),
        Adjustment.NONE,
        Optional.empty(),
        Set.of(Decision.E1, Decision.E6),
        Study.NONE);
  }

  private static Criterion criterion(String text) {
    Problems problems = new Problems();
    return Criteria.over(List.of())
        .compile(YamlFile.parse("test.yaml", text, problems).orElseThrow(), problems)
        .orElseThrow();
  }
}
