package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.SurgeryType;
import org.junit.jupiter.api.Test;

/** Where exposed time begins. All patients are invented. */
class FollowUpTest {

  private static final TimeVarying TIME_VARYING = new TimeVarying();

  private static final int WINDOW = 243;

  /** A follow-up; a negative day of surgery is none. */
  static FollowUp followUp(int surgery, int end, int code) {
    return new FollowUp(
        surgery < 0 ? OptionalInt.empty() : OptionalInt.of(surgery),
        new Outcome(
            Endpoint.OS, end, code, List.of(code == 0 ? "date_last_contact" : "date_death")));
  }

  @Test
  void timeIsUnexposedUpToTheOperationAndExposedAfterIt() {
    assertThat(spells(followUp(60, 900, 1)))
        .containsExactly(
            new Spell(0, 60, false, 0), new Spell(60, 243, true, 0), new Spell(243, 900, true, 1));
  }

  @Test
  void whoIsNeverOperatedIsNeverExposed() {
    assertThat(spells(followUp(-1, 100, 0))).containsExactly(new Spell(0, 100, false, 0));
  }

  @Test
  void aDeathOnTheDayOfTheOperationIsInHalfADayOfExposedTime() {
    assertThat(spells(followUp(60, 60, 1)))
        .containsExactly(new Spell(0, 59.5, false, 0), new Spell(59.5, 60, true, 1));
  }

  @Test
  void aCompetingDeathOnTheDayOfTheOperationIsExposedToo() {
    assertThat(spells(followUp(60, 60, 2)))
        .containsExactly(new Spell(0, 59.5, false, 0), new Spell(59.5, 60, true, 2));
  }

  @Test
  void anythingElseOnTheDayOfTheOperationIsUnexposed() {
    assertThat(spells(followUp(60, 60, 0))).containsExactly(new Spell(0, 60, false, 0));
    FollowUp progressed =
        new FollowUp(
            OptionalInt.of(60), new Outcome(Endpoint.PFS, 60, 1, List.of("date_progression")));
    assertThat(spells(progressed)).containsExactly(new Spell(0, 60, false, 1));
  }

  @Test
  void anEndOnDayZeroTakesHalfADay() {
    assertThat(spells(followUp(-1, 0, 1))).containsExactly(new Spell(0, 0.5, false, 1));
    assertThat(spells(followUp(0, 0, 1))).containsExactly(new Spell(0, 0.5, true, 1));
  }

  @Test
  void anOperationOnDayZeroExposesTheWholeTime() {
    assertThat(spells(followUp(0, 100, 1))).containsExactly(new Spell(0, 100, true, 1));
  }

  @Test
  void anOperationDatedAfterTheEndExposesNothing() {
    assertThat(spells(followUp(70, 60, 1))).containsExactly(new Spell(0, 60, false, 1));
  }

  @Test
  void theLandmarkTakesThoseBeyondItAndKeepsLaterOperationsUnexposed() {
    Landmark sixMonths = new Landmark(Period.ofMonths(6));
    assertThat(sixMonths.day()).isEqualTo(183);
    assertThat(sixMonths.isAtRisk(followUp(-1, 183, 1).outcome())).isFalse();
    assertThat(sixMonths.isAtRisk(followUp(-1, 184, 1).outcome())).isTrue();
    assertThat(sixMonths.isExposed(followUp(183, 900, 1))).isTrue();
    assertThat(sixMonths.isExposed(followUp(184, 900, 1))).isFalse();
    assertThat(sixMonths.isExposed(followUp(-1, 900, 1))).isFalse();
  }

  @Test
  void monthsAreDaysAsTheLiteratureCountsThem() {
    assertThat(List.of(3, 6, 8, 12)).extracting(Months::inDays).containsExactly(91, 183, 243, 365);
  }

  @Test
  void anOperationWithoutADayIsNotTakenForNone() {
    Outcome outcome = followUp(-1, 100, 0).outcome();
    assertThat(FollowUp.of(member(Answer.known(SurgeryType.RADICAL)), outcome)).isEmpty();
    assertThat(FollowUp.of(member(Answer.absent(Absence.BLANK)), outcome)).isEmpty();
    assertThat(FollowUp.of(member(Answer.known(SurgeryType.LOCAL_EXCISION)), outcome)).isEmpty();
    assertThat(FollowUp.of(member(Answer.known(SurgeryType.NONE)), outcome))
        .contains(followUp(-1, 100, 0));
    assertThat(FollowUp.of(member(Answer.known(SurgeryType.BIOPSY_ONLY)), outcome))
        .contains(followUp(-1, 100, 0));
  }

  /** Half of the invented follow-ups end within 30 days, so that ties are among them. */
  @Test
  void everyFollowUpIsCutWithoutGapAndEndsOnce() {
    Random random = new Random(20180503);
    Clones clones = new Clones(Period.ofMonths(8));
    for (int i = 0; i < 20_000; i++) {
      int end = random.nextInt(random.nextBoolean() ? 30 : 1000);
      int surgery = random.nextInt(random.nextBoolean() ? 31 : 1000) - 1;
      FollowUp followUp = followUp(surgery, end, random.nextInt(2));
      double last = Math.max(end, 0.5);
      requireChain(spells(followUp), last, followUp.outcome().code());
      for (Clones.Clone clone : clones.of(followUp)) {
        boolean left = clone.censoredOn().isPresent();
        requireChain(
            clone.spells(),
            left ? Math.max(clone.censoredOn().getAsInt(), 0.5) : last,
            left ? 0 : followUp.outcome().code());
      }
      double exposed =
          spells(followUp).stream()
              .filter(Spell::exposed)
              .mapToDouble(s -> s.stop() - s.start())
              .sum();
      assertThat(exposed).as(followUp.toString()).isEqualTo(exposedDays(surgery, followUp));
    }
  }

  private static double exposedDays(int surgery, FollowUp followUp) {
    int end = followUp.outcome().days();
    if (surgery < 0 || surgery > end) {
      return 0;
    }
    if (surgery == end) {
      return followUp.outcome().isDeath() || end == 0 ? 0.5 : 0;
    }
    return end - surgery;
  }

  private static void requireChain(List<Spell> spells, double end, int code) {
    double at = 0;
    for (Spell spell : spells) {
      assertThat(spell.start()).isEqualTo(at);
      at = spell.stop();
      assertThat(spell.code()).isEqualTo(at == end ? code : 0);
    }
    assertThat(at).isEqualTo(end);
  }

  private static List<Spell> spells(FollowUp followUp) {
    return TIME_VARYING.spells(followUp, WINDOW);
  }

  private static Member member(Answer<SurgeryType> type) {
    PatientRecord patient =
        PatientRecord.of(new PatientKey("north", "invented", "P1"))
            .put(Fields.SURGERY_TYPE, type)
            .build();
    Course course = new Course(patient, new PartialDate(2018, 5, 3));
    return new Member(
        patient,
        "surgical",
        LocalDate.of(2018, 5, 3),
        course.onset(Exposure.surgery(WINDOW)),
        List.of());
  }
}
