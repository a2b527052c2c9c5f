package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.Study;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criteria;
import org.denovo.expression.Criterion;
import org.denovo.linkage.Persons;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.report.Report;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

/** Which finding stands above which. One finding a patient, each patient invented. */
class RankingTest {

  private static final Standings.Met NEW =
      new Standings.Met(Turn.NEW, Standing.OPEN, LocalDate.of(2022, 7, 1), Optional.empty());

  private final Map<String, PatientRecord> records = new HashMap<>();

  /** A finding about a patient, and what it blocks. */
  private record Given(Finding finding, Set<Decision> blocks) {}

  private Given at(
      PatientRecord.Builder patient, Severity severity, Set<Decision> blocks, Field<?>... fields) {
    PatientRecord record = patient.build();
    records.put(record.key().pid(), record);
    return new Given(finding(Optional.of(record.key()), severity, fields), blocks);
  }

  private static Finding finding(
      Optional<PatientKey> patient, Severity severity, Field<?>... fields) {
    return new Finding(
        "0123456789ab",
        "north",
        patient,
        "STG-01",
        severity,
        List.of(fields).stream().map(Field::name).toList(),
        List.of(),
        Text.same("invented"));
  }

  /** {@code patient consequence} of each, in their order. */
  private List<String> ranked(int most, Persons persons, List<Given> given) {
    Ranking ranking = new Ranking(List.of(cohort("who"), cohort("young")), most);
    given.forEach(one -> ranking.add(one.finding(), NEW, one.blocks()));
    return ranking
        .ranked(
            keys -> {
              Map<String, PatientRecord> some = new HashMap<>(records);
              some.keySet().retainAll(keys.stream().map(PatientKey::pid).toList());
              return some;
            },
            persons)
        .stream()
        .map(RankingTest::told)
        .toList();
  }

  private static String told(Report.Open open) {
    return open.finding().patient().map(PatientKey::number).orElse("file")
        + " "
        + open.weight().consequence();
  }

  /** From the weightiest to what nobody reads, whatever its severity. */
  private List<Given> oneOfEach() {
    return List.of(
        at(member("kept out"), Severity.ERROR, Set.of(Decision.E1), Fields.MET_LUNG),
        at(member("stage"), Severity.WARNING, Set.of(), Fields.STAGE_GROUP),
        at(member("arm"), Severity.WARNING, Set.of(), Fields.MET_BONE),
        at(member("diagnosis"), Severity.WARNING, Set.of(), Fields.DATE_DX),
        at(member("death"), Severity.WARNING, Set.of(), Fields.VITAL_STATUS),
        new Given(finding(Optional.empty(), Severity.ERROR, Fields.MET_BONE), Set.of()),
        at(
            member("early").put(Fields.STAGE_GROUP, StageGroup.IIA),
            Severity.ERROR,
            Set.of(Decision.E1),
            Fields.MET_BONE),
        at(member("grade"), Severity.ERROR, Set.of(), Fields.GRADE_NOTTINGHAM));
  }

  private static final List<String> ORDER =
      List.of(
          "kept out KEEPS_OUT",
          "stage MEMBERSHIP",
          "arm ARM",
          "diagnosis TIME",
          "death OUTCOME",
          "file MANY",
          "early READ",
          "grade UNUSED");

  @Test
  void whatCouldMoveAPatientStandsAboveAnErrorInAnUnusedField() {
    List<Given> given = new ArrayList<>(oneOfEach());
    assertThat(ranked(100, Persons.NONE, given)).isEqualTo(ORDER);
    Collections.reverse(given);
    assertThat(ranked(100, Persons.NONE, given)).isEqualTo(ORDER);
  }

  @Test
  void ofTheSameConsequenceErrorsComeFirstThenWhatMoreCohortsFeelThenTheOrderOfRows() {
    PatientRecord.Builder inBoth = member("both").put(Fields.AGE_AT_DX, 30);
    List<Given> given =
        List.of(
            at(member("note"), Severity.INFO, Set.of(), Fields.MET_BONE),
            at(member("first"), Severity.WARNING, Set.of(), Fields.MET_BONE),
            at(member("second"), Severity.WARNING, Set.of(), Fields.MET_BONE),
            at(inBoth, Severity.WARNING, Set.of(), Fields.MET_BONE),
            at(member("error"), Severity.ERROR, Set.of(), Fields.MET_BONE));
    assertThat(ranked(100, Persons.NONE, given))
        .containsExactly("error ARM", "both ARM", "first ARM", "second ARM", "note ARM");
  }

  @Test
  void whatIsReadForLeastIsDroppedWhenThereAreTooMany() {
    List<Given> given =
        new ArrayList<>(
            List.of(
                at(member("grade"), Severity.ERROR, Set.of(), Fields.GRADE_NOTTINGHAM),
                at(member("arm"), Severity.WARNING, Set.of(), Fields.MET_BONE),
                at(member("stage"), Severity.WARNING, Set.of(), Fields.STAGE_GROUP),
                at(
                    member("early").put(Fields.STAGE_GROUP, StageGroup.IIA),
                    Severity.ERROR,
                    Set.of(Decision.E1),
                    Fields.MET_BONE)));
    List<String> kept = List.of("stage MEMBERSHIP", "early READ");
    assertThat(ranked(2, Persons.NONE, given)).as("whoever is out anyway").isEqualTo(kept);
    Collections.reverse(given);
    assertThat(ranked(2, Persons.NONE, given)).isEqualTo(kept);
  }

  @Test
  void aRecordThatIsGoneMovesNobody() {
    List<Given> given = List.of(at(member("gone"), Severity.ERROR, Set.of(), Fields.MET_BONE));
    records.clear();
    assertThat(ranked(3, Persons.NONE, given)).containsExactly("gone UNUSED");
  }

  /** The leading record knows most; of the other she has only her stage. */
  @Test
  void aFindingCountsWhereItsValueWasTakenIntoThePerson() {
    PatientRecord.Builder leading =
        member("leading").put(Fields.STAGE_GROUP, Answer.absent(Absence.BLANK));
    PatientRecord.Builder other =
        PatientRecord.of(key("other"))
            .put(Fields.STAGE_GROUP, StageGroup.IV)
            .put(Fields.MET_BONE, false);
    List<Given> given =
        List.of(
            at(leading, Severity.WARNING, Set.of(), Fields.STAGE_GROUP),
            at(other, Severity.WARNING, Set.of(), Fields.STAGE_GROUP),
            at(leading, Severity.WARNING, Set.of(), Fields.MET_BONE),
            at(other, Severity.WARNING, Set.of(), Fields.MET_BONE));
    Persons persons = Persons.of(List.of(List.copyOf(records.values())));
    assertThat(ranked(10, persons, given))
        .containsExactly("other MEMBERSHIP", "leading ARM", "leading UNUSED", "other UNUSED");
  }

  private static PatientKey key(String number) {
    return new PatientKey("north", number, "P-" + number);
  }

  private static PatientRecord.Builder member(String number) {
    return PatientRecord.of(key(number))
        .put(Fields.STAGE_GROUP, StageGroup.IV)
        .put(Fields.AGE_AT_DX, 70)
        .put(Fields.DATE_DX, new PartialDate(2018, 1, 10))
        .put(Fields.VITAL_STATUS, VitalStatus.ALIVE)
        .put(Fields.DATE_LAST_CONTACT, new PartialDate(2020, 2, 15))
        .put(Fields.SURGERY_TYPE, SurgeryType.BCS)
        .put(Fields.DATE_PRIMARY_SURGERY, new PartialDate(2018, 3, 1))
        .put(Fields.MET_BONE, true);
  }

  private static CohortDefinition cohort(String name) {
    String who = "stage_group == 'IV'" + (name.equals("young") ? " && age_at_dx < 40" : "");
    return new CohortDefinition(
        name,
        "1.0.0",
        Text.same(name),
        "invented",
        Parameters.DEFAULT,
        List.of(new CohortDefinition.Step("who", Text.same("who"), criterion(who))),
        Fields.DATE_DX,
        List.of(
            new CohortDefinition.Arm("bone", Text.same("bone"), criterion("met_bone")),
            new CohortDefinition.Arm("none", Text.same("none"), criterion("'!met_bone'"))),
        Exposure.surgery(243),
        List.of(Endpoint.OS),
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
