package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.denovo.Example;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossRecordsTest {

  private final Set<String> settled = new HashSet<>();

  private CrossRecords records;
  private int number;

  @BeforeEach
  void nobodyYet() {
    RuleParameters usual = RuleParameters.asOf(LocalDate.of(2020, 6, 30));
    records = new CrossRecords(usual, (one, other) -> settled.contains(one + " " + other));
    number = 0;
  }

  private void add(String centre, String yaml) {
    number++;
    PatientKey key = new PatientKey(centre, "" + number, "pid-" + number);
    PatientRecord patient =
        Example.patient(
            key, YamlFile.parse("example", yaml, new Problems()).orElseThrow().entries());
    records.add(patient);
  }

  private List<Finding> found(String ruleId) {
    return records.findings().stream().filter(f -> f.ruleId().equals(ruleId)).toList();
  }

  @Test
  void oneIdentityNumberTwiceOnOneSideIsADuplicate() {
    add("north", "{national_id: a1, laterality: left}");
    add("north", "{national_id: a1, laterality: left}");
    add("north", "{national_id: b2, laterality: left}");
    Finding finding = found("DUP-01").get(0);
    assertThat(found("DUP-01")).hasSize(1);
    assertThat(finding.patient()).contains(new PatientKey("north", "1", "pid-1"));
    assertThat(finding.says().en()).isEqualTo("2 patients share an identity number and a side");
    assertThat(finding.cells()).hasSize(2).extracting(SourceCell::text).containsOnly("");
  }

  @Test
  void twoSidesOfOnePersonAreNoDuplicate() {
    add("north", "{national_id: a1, laterality: left}");
    add("north", "{national_id: a1, laterality: right}");
    assertThat(found("DUP-01")).isEmpty();
  }

  @Test
  void bothSidesOfOnePersonOnOneDayAreAsked() {
    add("north", "{national_id: a1, laterality: right, date_dx: 2018-03-04}");
    add("north", "{national_id: a1, laterality: left, date_dx: 2018-03-04}");
    add("north", "{national_id: b2, laterality: left, date_dx: 2018-03-04}");
    add("north", "{national_id: b2, laterality: right, date_dx: 2018-09-04}");
    add("north", "{national_id: c3, laterality: left}");
    add("north", "{national_id: c3, laterality: right}");
    assertThat(found("DUP-09")).singleElement().satisfies(f -> assertThat(f.cells()).hasSize(2));
  }

  @Test
  void onePersonInTwoCentresIsFoundAtBoth() {
    add("north", "{national_id: a1, birth_date: 1960-01-01}");
    add("south", "{national_id: a1, birth_date: 1960-01-01}");
    assertThat(found("DUP-02")).extracting(Finding::centre).containsExactly("north", "south");
    assertThat(found("DUP-02").get(0).says().zh()).isEqualTo("同一身份证号见于2个中心：north, south");
    assertThat(found("DUP-03")).isEmpty();
  }

  @Test
  void whatSomebodyDecidedOfIsNoLongerAsked() {
    add("north", "{national_id: a1, birth_date: 1960-01-01}");
    add("south", "{national_id: a1, birth_date: 1961-01-01}");
    settled.addAll(List.of("pid-1 pid-2", "pid-2 pid-1"));
    assertThat(records.findings()).isEmpty();
    add("west", "{national_id: a1, birth_date: 1960-01-01}");
    assertThat(found("DUP-02")).as("nobody decided of the third").hasSize(3);
  }

  @Test
  void oneIdentityNumberWithTwoBirthsIsTwoPeople() {
    add("north", "{national_id: a1, birth_date: 1960-01-01}");
    add("north", "{national_id: a1, birth_date: 1961-01-01}");
    assertThat(found("DUP-03")).hasSize(1);
  }

  @Test
  void rulesOnPersonsAreJudgedOnPatientsWithAnIdentityNumber() {
    add("north", "{national_id: a1, laterality: left}");
    add("north", "{national_id: a1, laterality: left}");
    add("north", "{laterality: left}");
    assertThat(records.counts().get("north"))
        .containsEntry("DUP-01", count("DUP-01", 2, 1, 1))
        .containsEntry("DUP-02", count("DUP-02", 2, 0, 1))
        .containsEntry("DUP-07", count("DUP-07", 1, 0, 0));
  }

  @Test
  void threeEqualRowsInARowAreCopies() {
    String row = "{m_cat: M1, t_cat: T2, n_cat: N1, er_pct: 90, ki67_pct: 30}";
    add("north", row);
    add("north", row);
    assertThat(found("DUP-07")).isEmpty();
    add("north", row);
    add("north", "{m_cat: M1}");
    assertThat(found("DUP-07"))
        .extracting(finding -> finding.says().en())
        .containsExactly("3 patients in a row have the same clinical answers");
  }

  private void rows(int from, int to) {
    for (int i = from; i <= to; i++) {
      add("north", "{m_cat: M1, t_cat: T2, n_cat: N1, er_pct: 90, ki67_pct: " + i + "}");
    }
  }

  @Test
  void aBlockThatStandsTwiceWasPasted() {
    rows(1, 6);
    rows(2, 3);
    assertThat(found("DUP-08")).isEmpty();
    rows(40, 40);
    rows(2, 5);
    assertThat(found("DUP-08"))
        .extracting(finding -> finding.says().en())
        .containsExactly("4 of 13 patients in a row repeat the clinical answers of 4 earlier ones");
    assertThat(found("DUP-07")).isEmpty();
    assertThat(records.counts().get("north"))
        .containsEntry("DUP-08", count("DUP-08", 1, 1, 0))
        .containsEntry("DUP-07", count("DUP-07", 1, 0, 0));
  }

  @Test
  void oneRowCopiedOftenIsNoBlock() {
    String row = "{m_cat: M1, t_cat: T2, n_cat: N1, er_pct: 90, ki67_pct: 30}";
    for (int i = 0; i < 9; i++) {
      add("north", row);
    }
    assertThat(found("DUP-08")).isEmpty();
    assertThat(found("DUP-07")).hasSize(1);
  }

  @Test
  void blocksOfTwoCentresAreNotCompared() {
    rows(1, 4);
    for (int i = 1; i <= 4; i++) {
      add("south", "{m_cat: M1, t_cat: T2, n_cat: N1, er_pct: 90, ki67_pct: " + i + "}");
    }
    assertThat(found("DUP-08")).isEmpty();
  }

  @Test
  void emptyRowsAreNoCopies() {
    for (int i = 0; i < 4; i++) {
      add("north", "{m_cat: M1}");
    }
    assertThat(found("DUP-07")).isEmpty();
  }

  @Test
  void moreThanAFifthMissingIsReportedForTheField() {
    for (int i = 0; i < 10; i++) {
      String seldom = i < 2 ? "(unknown)" : "left";
      String often = i < 3 ? "(unreadable)" : "T2";
      add("north", "{laterality: " + seldom + ", t_cat: " + often + "}");
    }
    assertThat(found("CMP-20"))
        .extracting(Finding::fields)
        .contains(List.of("t_cat"))
        .doesNotContain(List.of("laterality"));
    assertThat(found("CMP-20"))
        .extracting(finding -> finding.says().en())
        .contains("T category: missing in 3 of 10 patients");
    assertThat(found("CMP-20")).allMatch(finding -> finding.patient().isEmpty());
  }

  @Test
  void agesThatAreOftenOneOrTwoYearsTooHighAreNominal() {
    for (int i = 0; i < 10; i++) {
      int age = i < 3 ? 50 : 49;
      add("north", "{age_at_dx: " + age + ", birth_date: 1968-05-01, date_dx: 2018-03-01}");
      add("south", "{age_at_dx: 49, birth_date: 1968-05-01, date_dx: 2018-03-01}");
    }
    assertThat(found("CON-41"))
        .extracting(finding -> finding.says().en())
        .containsExactly("3 of 10 ages are one or two years too high");
  }

  @Test
  void deathDatesOfTheLivingSuggestReversedCodes() {
    for (int i = 0; i < 4; i++) {
      add("north", "{vital_status: " + (i < 3 ? "alive" : "dead") + ", date_death: 2019-01-01}");
      add("south", "{vital_status: " + (i < 2 ? "alive" : "dead") + ", date_death: 2019-01-01}");
    }
    assertThat(found("VIT-07")).extracting(Finding::centre).containsExactly("north");
  }

  private static RuleCount count(String rule, long judged, long broken, long notApplicable) {
    return RuleCount.of(RuleBook.BUILT_IN.named(rule).orElseThrow(), judged, broken, notApplicable);
  }
}
