package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.denovo.derive.Truth;
import org.denovo.expression.Criterion;
import org.denovo.expression.InventedPatients;
import org.denovo.expression.Judgement;
import org.denovo.expression.Verdict;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Days and codes of every endpoint, example by example: the table is in src/test/resources. */
class CourseTest {

  private static final Path TABLE = Path.of("src/test/resources/org/denovo/cohort/outcomes.yaml");

  @TestFactory
  List<DynamicTest> everyExampleOfTheTableHolds() {
    YamlNode table = YamlFile.read(Path.of(""), TABLE, new Problems()).orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (YamlNode example : table.items()) {
      String says = example.get("says").orElseThrow().text();
      tests.add(
          DynamicTest.dynamicTest(
              says, () -> assertThat(actual(example)).isEqualTo(expected(example))));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  @Test
  void theOperationCountsFromTimeZero() {
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: 2018-03-02")).hasValue(60);
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: 2018-03")).hasValue(73);
  }

  @Test
  void anOperationBeforeTimeZeroCountsFromDayZero() {
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: 2017-12-20")).hasValue(0);
  }

  @Test
  void anOperationInTheMonthOfTheLastContactIsNotAfterIt() {
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: 2018-12")).hasValue(334);
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: 2018-12-20")).hasValue(353);
  }

  @Test
  void noOperationOrNoDayOfItHasNoExposureDay() {
    assertThat(exposure("surgery_type: none")).isEmpty();
    assertThat(exposure("surgery_type: bcs, date_primary_surgery: '2018'")).isEmpty();
    assertThat(exposure("surgery_type: biopsy_only, date_primary_surgery: 2018-03-02")).isEmpty();
  }

  private static final Exposure BOTH =
      new Exposure(
          Text.same("both"),
          new Criterion(
              "met_bone",
              List.of(Fields.MET_BONE),
              patient ->
                  patient
                      .value(Fields.MET_BONE)
                      .map(yes -> yes ? Judgement.MET : Judgement.NOT_MET)
                      .orElse(Judgement.notKnown(List.of(Fields.MET_BONE)))),
          List.of(Fields.DATE_PRIMARY_SURGERY, Fields.DATE_MET_LOCAL_TX),
          243,
          Exposure.Undated.LEAVES);

  private static final String TWO_DATES =
      "date_primary_surgery: 2018-03-02, date_met_local_tx: 2018-02-02";

  @Test
  void anExposureOfTwoDatesBeginsOnTheLater() {
    Course course = course("met_bone: 'yes', " + TWO_DATES);
    assertThat(course.onset(BOTH)).isEqualTo(Onset.on(60));
    assertThat(course.dated(BOTH)).isEqualTo(Judgement.MET);
  }

  @Test
  void anExposureWithoutOneOfItsDatesHasNoDayAndNamesTheDate() {
    Course course = course("met_bone: 'yes', date_primary_surgery: 2018-03-02");
    assertThat(course.onset(BOTH)).isEqualTo(new Onset(Truth.YES, OptionalInt.empty()));
    assertThat(course.onset(BOTH).isKnown()).isFalse();
    assertThat(course.dated(BOTH)).isEqualTo(Judgement.notKnown(List.of(Fields.DATE_MET_LOCAL_TX)));
  }

  @Test
  void whoDoesNotFulfilTheCriterionIsNeverExposedWhateverTheDates() {
    Course course = course("met_bone: 'no', " + TWO_DATES);
    assertThat(course.onset(BOTH)).isEqualTo(Onset.NEVER);
    assertThat(course.dated(BOTH)).isEqualTo(Judgement.MET);
  }

  @Test
  void ofWhomItIsNotKnownIsTakenForNeither() {
    Course course = course(TWO_DATES);
    assertThat(course.onset(BOTH)).isEqualTo(new Onset(Truth.UNKNOWN, OptionalInt.empty()));
    assertThat(course.dated(BOTH)).isEqualTo(Judgement.notKnown(List.of(Fields.MET_BONE)));
  }

  private static OptionalInt exposure(String more) {
    return course(more).onset(Exposure.surgery(243)).day();
  }

  private static Course course(String more) {
    String yaml = "{vital_status: alive, date_last_contact: 2018-12-01, " + more + "}";
    YamlNode node = YamlFile.parse("test.yaml", yaml, new Problems()).orElseThrow();
    return new Course(InventedPatients.read(node, new Problems()), new PartialDate(2018, 1, 1));
  }

  private static Map<String, String> expected(YamlNode example) {
    Map<String, String> expected = new LinkedHashMap<>();
    example
        .get("then")
        .ifPresent(then -> then.entries().forEach((k, v) -> expected.put(k, v.text())));
    example.get("missing").ifPresent(missing -> expected.put("missing", missing.text()));
    return expected;
  }

  private static Map<String, String> actual(YamlNode example) {
    PatientRecord patient =
        InventedPatients.read(example.get("given").orElseThrow(), new Problems());
    Course course = new Course(patient, patient.value(Fields.DATE_DX).orElseThrow());
    Judgement ended = course.ended();
    Map<String, String> actual = new LinkedHashMap<>();
    if (ended.verdict() == Verdict.NOT_KNOWN) {
      actual.put(
          "missing", String.join(", ", ended.missing().stream().map(Variable::name).toList()));
      return actual;
    }
    for (Outcome outcome : course.outcomes(List.of(Endpoint.values()))) {
      actual.put(
          outcome.endpoint().name(),
          outcome.days() + " " + outcome.code() + " " + String.join(" ", outcome.variables()));
    }
    return actual;
  }
}
