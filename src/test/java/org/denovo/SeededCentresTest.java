package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.denovo.check.Finding;
import org.denovo.check.RuleParameters;
import org.denovo.comparison.AcrossPatients;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.ReceptorStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Faults of a whole centre, put into the sample registry as it is read: each is found where it was
 * put, and nowhere else.
 */
class SeededCentresTest {

  private static final String CENTRE = "c01_northlake";
  private static Map<String, PatientRecord> sample;
  private static List<String> before;

  @BeforeAll
  static void read() throws IOException {
    sample = SamplePatients.read(Path.of("."));
    before = found(patient -> patient);
  }

  /** What rules on distributions find once every patient of one centre was changed. */
  private static List<String> found(UnaryOperator<PatientRecord> change) {
    AcrossPatients patients =
        new AcrossPatients(RuleParameters.asOf(LocalDate.of(2022, 6, 30)), Map.of());
    for (PatientRecord patient : sample.values()) {
      boolean seeded = patient.key().centre().equals(CENTRE);
      patients.add(seeded ? change.apply(patient) : patient);
    }
    return patients.found().findings().stream()
        .filter(finding -> finding.ruleId().startsWith("DST-"))
        .map(SeededCentresTest::shown)
        .toList();
  }

  private static String shown(Finding finding) {
    return finding.centre() + " " + finding.ruleId() + " " + String.join("+", finding.fields());
  }

  private static List<String> added(UnaryOperator<PatientRecord> change) {
    List<String> after = found(change);
    assertThat(after).containsAll(before);
    return after.stream().filter(finding -> !before.contains(finding)).toList();
  }

  @Test
  void lastDigitsThatNobodyElseWrites() {
    assertThat(
            added(
                patient ->
                    patient.knows(Fields.KI67_PCT)
                        ? patient.with(
                            Fields.KI67_PCT,
                            Answer.known(
                                Interval.of(
                                    13 + patient.value(Fields.KI67_PCT).get().min() % 7 * 10)))
                        : patient))
        .containsExactly(CENTRE + " DST-04 ki67_pct");
  }

  @Test
  void aBlockThatIsMissing() {
    assertThat(
            added(
                patient ->
                    patient
                        .with(Fields.ER_STATUS, Answer.absent(Absence.BLANK))
                        .with(Fields.ER_PCT, Answer.absent(Absence.BLANK))
                        .with(Fields.PR_STATUS, Answer.absent(Absence.BLANK))
                        .with(Fields.PR_PCT, Answer.absent(Absence.BLANK))))
        .containsExactlyInAnyOrder(CENTRE + " DST-01 er_status", CENTRE + " DST-01 pr_status");
  }

  @Test
  void oneValueForNearlyEverybody() {
    assertThat(added(patient -> patient.with(Fields.KI67_PCT, Answer.known(Interval.of(30)))))
        .contains(CENTRE + " DST-06 ki67_pct");
  }

  @Test
  void valuesThatWereFilledDown() {
    assertThat(
            added(
                patient ->
                    patient
                        .with(Fields.ER_PCT, Answer.known(Interval.of(85)))
                        .with(Fields.PR_PCT, Answer.known(Interval.of(55)))
                        .with(Fields.KI67_PCT, Answer.known(Interval.of(25)))))
        .contains(CENTRE + " DST-07 er_pct+pr_pct+ki67_pct");
  }

  @Test
  void everybodyIsPositive() {
    assertThat(
            added(
                patient ->
                    patient
                        .with(Fields.ER_STATUS, Answer.known(ReceptorStatus.POS))
                        .with(Fields.ER_PCT, Answer.absent(Absence.BLANK))))
        .containsExactlyInAnyOrder(
            CENTRE + " DST-02 er_status+er_pct",
            // the negative ones keep their PR
            CENTRE + " DST-18 er_status+pr_status");
  }
}
