package org.denovo.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.check.Finding;
import org.denovo.check.PersonRules;
import org.denovo.check.RuleCount;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.VitalStatus;
import org.junit.jupiter.api.Test;

/** Which records are one person's, and what is kept of them. All are invented. */
class PersonsTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  @Test
  void theSameValidNumberMakesOnePersonUnlessTheRecordsContradictIt() {
    assertThat(merged(one().build(), other().build())).isTrue();
    assertThat(merged(one().build(), other().put(BIRTH_DATE, date("1962-03-04")).build()))
        .isFalse();
    assertThat(merged(one().build(), other().put(SEX, Sex.MALE).build())).isFalse();
    assertThat(merged(one().build(), other().put(LATERALITY, Laterality.RIGHT).build())).isFalse();
    assertThat(
            merged(
                one().build(),
                other()
                    .put(NATIONAL_ID, Answer.known("aaaaaaaaaaaaaaaa", Remark.ID_INVALID))
                    .build()))
        .isFalse();
    assertThat(
            merged(
                one().build(),
                other().put(SEX, Answer.known(Sex.FEMALE, Remark.AGAINST_IDENTITY_NUMBER)).build()))
        .isFalse();
  }

  @Test
  void anAgeThatTheOthersBirthDateDoesNotAllowIsAContradiction() {
    PatientRecord.Builder aged =
        patient("south", "2").put(NATIONAL_ID, "aaaaaaaaaaaaaaaa").put(DATE_DX, date("2018-03-01"));
    assertThat(merged(one().build(), aged.put(AGE_AT_DX, 55).build())).isTrue();
    assertThat(merged(one().build(), aged.put(AGE_AT_DX, 56).build())).as("a nominal age").isTrue();
    assertThat(merged(one().build(), aged.put(AGE_AT_DX, 60).build())).isFalse();
  }

  @Test
  void whatAPersonDecidedHoldsInBothDirections() {
    PatientRecord one = patient("north", "1").build();
    PatientRecord other = patient("south", "2").build();
    assertThat(Persons.among(List.of(one, other), decided(Decision.Verdict.SAME)).all())
        .extracting(Person::members)
        .containsExactly(List.of(one.key(), other.key()));
    assertThat(
            Persons.among(
                    List.of(one().build(), other().build()), decided(Decision.Verdict.DIFFERENT))
                .all())
        .isEmpty();
  }

  @Test
  void aDecisionIsTakenBackByALaterOne() {
    Decision same = decision("P-north-1", "P-south-2", Decision.Verdict.SAME);
    Decision back = decision("P-south-2", "P-north-1", Decision.Verdict.OPEN);
    assertThat(new Decisions(List.of(same, back)).all()).isEmpty();
    assertThat(new Decisions(List.of(back, same)).on("P-south-2", "P-north-1")).contains(same);
  }

  @Test
  void nobodyIsMergedWithSomebodyDecidedToBeAnother() {
    PatientRecord third = patient("west", "3").put(NATIONAL_ID, "aaaaaaaaaaaaaaaa").build();
    Decisions decisions =
        new Decisions(List.of(decision("P-north-1", "P-south-2", Decision.Verdict.DIFFERENT)));
    assertThat(Persons.among(List.of(one().build(), other().build(), third), decisions).all())
        .as("third is certainly both")
        .isEmpty();
  }

  @Test
  void theRecordThatKnowsMoreLeadsAndTheOtherFillsIn() {
    PatientRecord one =
        one()
            .put(TUMOR_SIZE_MM, Interval.of(30))
            .put(MARGIN_STATUS, Answer.absent(Absence.BLANK))
            .build();
    PatientRecord other =
        other()
            .put(MARGIN_STATUS, MarginStatus.NEGATIVE)
            .put(AGE_AT_DX, Answer.absent(Absence.UNKNOWN))
            .build();
    Person person = person(one, other);
    assertThat(person.members()).containsExactly(one.key(), other.key());
    assertThat(person.record().key()).isEqualTo(one.key());
    assertThat(person.record().value(TUMOR_SIZE_MM)).contains(Interval.of(30));
    assertThat(person.record().value(MARGIN_STATUS)).contains(MarginStatus.NEGATIVE);
    assertThat(person.record().answer(AGE_AT_DX)).isEqualTo(Answer.absent(Absence.UNKNOWN));
    assertThat(person.contradictions()).isEmpty();
  }

  @Test
  void whoFollowedLongestTellsHowItEnded() {
    PatientRecord one =
        one()
            .put(TUMOR_SIZE_MM, Interval.of(30))
            .put(VITAL_STATUS, VitalStatus.ALIVE)
            .put(DATE_LAST_CONTACT, date("2019-05-01"))
            .put(DATE_PROGRESSION, date("2019-01-02"))
            .build();
    PatientRecord other =
        other().put(VITAL_STATUS, VitalStatus.DEAD).put(DATE_DEATH, date("2020-02-03")).build();
    Person person = person(one, other);
    assertThat(person.record().key()).isEqualTo(one.key());
    assertThat(person.record().value(VITAL_STATUS)).contains(VitalStatus.DEAD);
    assertThat(person.record().value(DATE_DEATH)).contains(date("2020-02-03"));
    assertThat(person.record().value(DATE_LAST_CONTACT))
        .as("of the record that says she lives")
        .isEmpty();
    assertThat(person.record().value(DATE_PROGRESSION)).contains(date("2019-01-02"));
    assertThat(person.contradictions()).isEmpty();
  }

  @Test
  void aliveAfterHerDeathIsAContradiction() {
    PatientRecord one =
        one()
            .put(VITAL_STATUS, VitalStatus.ALIVE)
            .put(DATE_LAST_CONTACT, date("2021-05-01"))
            .build();
    PatientRecord other =
        other().put(VITAL_STATUS, VitalStatus.DEAD).put(DATE_DEATH, date("2020-02-03")).build();
    Person person = person(one, other);
    assertThat(person.record().value(VITAL_STATUS)).contains(VitalStatus.ALIVE);
    assertThat(person.record().value(DATE_DEATH)).isEmpty();
    assertThat(person.contradictions())
        .containsExactly(new Contradiction(VITAL_STATUS, one, other));
  }

  @Test
  void aMoreExactValueContradictsNothingAndAnotherOneIsFoundAtBothRecords() {
    PatientRecord one =
        one()
            .put(DATE_DX, date("2018-03-01"))
            .put(TUMOR_SIZE_MM, Interval.of(30))
            .put(MARGIN_STATUS, MarginStatus.NEGATIVE)
            .build();
    PatientRecord other =
        other()
            .put(DATE_DX, new PartialDate(2018, 3, 0))
            .put(MARGIN_STATUS, MarginStatus.POSITIVE_NOS)
            .build();
    Persons persons = Persons.among(List.of(one, other), Decisions.NONE);
    List<Finding> findings = PersonFindings.of(List.of(), persons);
    assertThat(findings)
        .extracting(Finding::centre, Finding::ruleId, Finding::fields, f -> f.says().en())
        .containsExactly(
            tuple(
                "north",
                "DUP-12",
                List.of("margin_status"),
                "Two records of one person contradict each other: margin status; the other is of"
                    + " south, and the value of north is used"),
            tuple(
                "south",
                "DUP-12",
                List.of("margin_status"),
                "Two records of one person contradict each other: margin status; the other is of"
                    + " north, and the value of north is used"));
    assertThat(PersonFindings.counts(findings, persons, Map.of("north", 5L, "south", 2L)))
        .hasEntrySatisfying(
            "north",
            counts ->
                assertThat(counts)
                    .containsEntry("DUP-12", RuleCount.of(PersonRules.CONTRADICTION, 1, 1, 4)))
        .hasEntrySatisfying(
            "south",
            counts ->
                assertThat(counts)
                    .containsEntry("DUP-12", RuleCount.of(PersonRules.CONTRADICTION, 1, 1, 1))
                    .containsEntry("DUP-05", new RuleCount(2, 0, 0, 0, 0, 0)));
  }

  /** The leading record has birth date and sex, the other a stage; nobody knows the grade. */
  @Test
  void whatIsFoundAtARecordIsThePersonsWhereItsValueWasTaken() {
    PatientRecord one = one().build();
    PatientRecord other = other().put(STAGE_GROUP, StageGroup.IV).put(SEX, Sex.FEMALE).build();
    Person person = person(one, other);
    assertThat(person.concerns(one.key(), List.of(SEX))).isTrue();
    assertThat(person.concerns(other.key(), List.of(SEX))).isFalse();
    assertThat(person.concerns(one.key(), List.of(STAGE_GROUP))).isFalse();
    assertThat(person.concerns(other.key(), List.of(STAGE_GROUP))).isTrue();
    assertThat(person.concerns(one.key(), List.of(SEX, STAGE_GROUP))).isTrue();
    assertThat(person.concerns(other.key(), List.of(SEX, STAGE_GROUP))).isTrue();
    assertThat(person.concerns(one.key(), List.of(GRADE_NOTTINGHAM))).isTrue();
    assertThat(person.concerns(other.key(), List.of(GRADE_NOTTINGHAM))).isFalse();
    assertThat(person.concerns(other.key(), List.of())).as("about the record itself").isTrue();

    Persons persons = Persons.of(List.of(List.of(one, other)));
    assertThat(persons.judgedFor(other, List.of(STAGE_GROUP)))
        .contains(persons.of(other).orElseThrow().record());
    assertThat(persons.judgedFor(other, List.of(SEX))).isEmpty();
    PatientRecord alone = patient("north", "9").build();
    assertThat(persons.judgedFor(alone, List.of(SEX))).contains(alone);
  }

  private static boolean merged(PatientRecord one, PatientRecord other) {
    return Persons.among(List.of(one, other), Decisions.NONE).of(one).isPresent();
  }

  private static Person person(PatientRecord one, PatientRecord other) {
    Optional<Person> person = Persons.among(List.of(other, one), Decisions.NONE).of(one);
    return person.orElseThrow();
  }

  private static Decisions decided(Decision.Verdict verdict) {
    return new Decisions(List.of(decision("P-north-1", "P-south-2", verdict)));
  }

  private static Decision decision(String one, String other, Decision.Verdict verdict) {
    return new Decision(one, other, verdict, "registrar", "records compared", DAY);
  }

  private static PatientRecord.Builder one() {
    return patient("north", "1")
        .put(NATIONAL_ID, "aaaaaaaaaaaaaaaa")
        .put(BIRTH_DATE, date("1962-03-03"))
        .put(SEX, Sex.FEMALE)
        .put(LATERALITY, Laterality.LEFT);
  }

  private static PatientRecord.Builder other() {
    return patient("south", "2").put(NATIONAL_ID, "aaaaaaaaaaaaaaaa");
  }

  private static PatientRecord.Builder patient(String centre, String number) {
    return PatientRecord.of(new PatientKey(centre, number, "P-" + centre + "-" + number));
  }

  private static PartialDate date(String day) {
    return PartialDate.of(LocalDate.parse(day));
  }
}
