package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denovo.Example;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;

class CheckerTest {

  private static final Checker CHECKER = checker(Rules.all());

  private static Checker checker(List<Rule> rules) {
    return new Checker(
        rules,
        DerivedVariables.of(Parameters.DEFAULT),
        RuleParameters.asOf(LocalDate.of(2020, 6, 30)));
  }

  private static Rule rule(String id) {
    return Rules.all().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private static PatientRecord patient(String yaml) {
    return Example.patient(YamlFile.parse("example", yaml, new Problems()).orElseThrow().entries());
  }

  private static Finding only(String id, String yaml) {
    List<Finding> findings = checker(List.of(rule(id))).check(patient(yaml)).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aFindingSaysItsValuesInBothLanguages() {
    assertThat(only("SUR-01", "{surgery_type: none, margin_status: negative}").says())
        .isEqualTo(new Text("术式为未手术，但切缘为阴性", "The operation is none, but the margin is negative"));
    assertThat(only("STG-24", "{lesion_count: 1, liver_lesion_count: 2..}").says())
        .isEqualTo(
            new Text("转移灶共1个，肝转移灶却有至少2个", "1 lesions in all, but at least 2 in the liver alone"));
    assertThat(only("CON-01", "{sex: (unreadable)}").says())
        .isEqualTo(new Text("性别的“(unreadable)”无法识别", "Sex: '(unreadable)' is not recognised"));
    assertThat(only("MET-02", "{lesion_count: 1, met_sites: bone;lung}").says().zh())
        .isEqualTo("病灶共1个，但至少有2个部位转移");
    assertThat(only("DAT-02", "{date_dx: 2020-07-01}").says().en())
        .isEqualTo("Date of diagnosis is 2020-07-01, after the file was received on 2020-06-30");
  }

  @Test
  void aFindingShowsTheCellsOfTheFieldsItRead() {
    Finding finding = only("STG-01", "{stage_group: IV, m_cat: M0}");
    assertThat(finding.fields()).containsExactly("stage_group", "m_cat");
    assertThat(finding.cells()).extracting(SourceCell::text).containsExactly("IV", "M0");
    assertThat(finding.patient()).contains(new PatientKey("north", "1", "pid-1"));
  }

  @Test
  void aCellThatFilledTwoFieldsIsShownOnce() {
    SourceCell cell = SourceCell.text(new Place("north.xlsx", "s", 5, 8), "阳性");
    PatientRecord patient =
        PatientRecord.of(new PatientKey("north", "1", "pid-1"))
            .put(Fields.ER_STATUS, Answer.known(ReceptorStatus.POS), cell)
            .put(Fields.ER_PCT, Answer.absent(Absence.BLANK), cell)
            .build();
    Finding finding = checker(List.of(rule("REC-07"))).check(patient).findings().get(0);
    assertThat(finding.fields()).containsExactly("er_status", "er_pct");
    assertThat(finding.cells()).containsExactly(cell);
  }

  @Test
  void anIdentifierIsNeverShown() {
    Finding finding = only("CON-18", "{national_id: (unreadable) !id_invalid}");
    assertThat(finding.says().zh()).isEqualTo("身份证号无效");
    assertThat(finding.cells()).extracting(SourceCell::text).containsExactly("");
  }

  @Test
  void anIdDependsOnRulePatientAndFieldsButNotOnValues() {
    String id = only("STG-02", "{m_cat: M1, stage_group: IIIC}").id();
    assertThat(id).matches("[0-9a-f]{12}");
    assertThat(only("STG-02", "{m_cat: M1, stage_group: IIB}").id()).isEqualTo(id);
    assertThat(only("STG-01", "{stage_group: IV, m_cat: M0}").id()).isNotEqualTo(id);
    assertThat(FindingId.of("STG-02", "south", "pid-1", List.of("m_cat", "stage_group")))
        .isNotEqualTo(id);
  }

  @Test
  void theInputsAreOfTheValuesThatTheRuleReadAndOfNothingElse() {
    String inputs = only("STG-02", "{m_cat: M1, stage_group: IIIC}").inputs();
    assertThat(inputs).matches("[0-9a-f]{16}");
    assertThat(only("STG-02", "{m_cat: M1, stage_group: IIIC, sex: male}").inputs())
        .isEqualTo(inputs);
    assertThat(only("STG-02", "{m_cat: M1, stage_group: IIB}").inputs()).isNotEqualTo(inputs);
    String clinical = "{dx_confirmation: clinical, surgery_type: local_excision";
    assertThat(only("STG-19", clinical + ", surgery_intent: local_control}").inputs())
        .as("what it asks for and does not say")
        .isNotEqualTo(only("STG-19", clinical + ", surgery_intent: curative_attempt}").inputs());
    assertThat(only("CON-01", "{sex: (unreadable)}").inputs())
        .isNotEqualTo(only("CON-01", "{er_status: (unreadable)}").inputs());
  }

  @Test
  void oneRuleGivesOneFindingForEachCell() {
    List<Finding> findings =
        checker(List.of(rule("CON-01")))
            .check(patient("{sex: (unreadable), margin_status: (unreadable)}"))
            .findings();
    assertThat(findings)
        .extracting(Finding::fields)
        .containsExactly(List.of("sex"), List.of("margin_status"));
    assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void anUnreadableCellGivesOneFindingAndNotMany() {
    String clean =
        "stage_group: IV, m_cat: M1, t_cat: T2, n_cat: N1, tumor_size_mm: 30, met_sites: bone";
    List<String> before = ids("{" + clean + "}");
    List<String> after = ids("{" + clean.replace("t_cat: T2", "t_cat: (unreadable)") + "}");
    after.removeAll(before);
    assertThat(after).containsExactly("CON-01");
  }

  private static List<String> ids(String yaml) {
    return new java.util.ArrayList<>(
        CHECKER.check(patient(yaml)).findings().stream().map(Finding::ruleId).toList());
  }

  /** A rule with a bug. */
  private static Rule failing() {
    return Rule.named("CON-99", Severity.ERROR, Category.COMPLETENESS, "test")
        .reads(Fields.SEX)
        .says("误", "wrong")
        .because("误", "wrong")
        .brokenIf(
            c -> {
              throw new IllegalArgumentException("patient text");
            });
  }

  @Test
  void aRuleThatFailsIsAnErrorAndNamesItsPlaceAndNoValue() {
    Checked checked = checker(List.of(failing(), rule("STG-01"))).check(patient("{sex: female}"));
    assertThat(checked.endings()).containsExactly(Ending.ERROR, Ending.NOT_APPLICABLE);
    assertThat(checked.findings()).isEmpty();
    RuleError error = checked.errors().get(0);
    assertThat(error.ruleId()).isEqualTo("CON-99");
    assertThat(error.pid()).isEqualTo("pid-1");
    assertThat(error.what())
        .startsWith("java.lang.IllegalArgumentException at ")
        .contains("CheckerTest.java:")
        .doesNotContain("patient text");
    RuleCounts counts = new RuleCounts(List.of(failing(), rule("STG-01")));
    counts.add(checked);
    assertThat(counts.byCentre().get("north"))
        .containsEntry("CON-99", new RuleCount(0, 0, 0, 0, 0, 1));
  }

  @Test
  void aWarningIsRareAndAnErrorFailed() {
    List<Rule> rules = List.of(rule("STG-24"), rule("SUR-01"));
    assertThat(
            checker(rules)
                .check(
                    patient(
                        "{lesion_count: 1, liver_lesion_count: 2.., surgery_type: none,"
                            + " margin_status: negative}"))
                .endings())
        .containsExactly(Ending.RARE, Ending.FAILED);
  }

  @Test
  void aRuleThatReadsAValueInErrorIsHeldBack() {
    List<Rule> rules = List.of(rule("CON-06"), rule("SUR-01"), rule("STG-01"));
    Checked checked =
        checker(rules)
            .check(
                patient(
                    "{surgery_type: none, margin_status: negative !code_label_mismatch,"
                        + " stage_group: IV, m_cat: M0}"));
    assertThat(checked.endings()).containsExactly(Ending.FAILED, Ending.HELD_BACK, Ending.FAILED);
    assertThat(checked.findings()).extracting(Finding::ruleId).containsExactly("CON-06", "STG-01");
    assertThat(checker(rules).check(patient("{stage_group: (unreadable), m_cat: M0}")).endings())
        .as("what nobody understood is not known either")
        .containsExactly(Ending.PASSED, Ending.NOT_APPLICABLE, Ending.HELD_BACK);
  }

  @Test
  void anErrorOfOneFieldBlocksWhatRestsOnIt() {
    assertThat(rule("CON-01").card().blockedBy(only("CON-01", "{er_status: (unreadable)}")))
        .containsExactly(Decision.E4);
    assertThat(rule("CON-01").card().blockedBy(only("CON-01", "{ecog_ps: (unreadable)}")))
        .isEmpty();
    assertThat(
            rule("SUR-01")
                .card()
                .blockedBy(only("SUR-01", "{surgery_type: none, margin_status: negative}")))
        .containsExactly(Decision.E2, Decision.E3);
    assertThat(
            rule("STG-24")
                .card()
                .blockedBy(only("STG-24", "{lesion_count: 1, liver_lesion_count: 2..}")))
        .as("a warning")
        .isEmpty();
  }

  @Test
  void countsKeepNotApplicableApartFromHolds() {
    List<Rule> rules = List.of(rule("STG-01"), rule("STG-02"));
    Checker checker = checker(rules);
    RuleCounts counts = new RuleCounts(rules);
    counts.add(checker.check(patient("{stage_group: IV, m_cat: M0}")));
    counts.add(checker.check(patient("{stage_group: IV, m_cat: M1}")));
    RuleCounts others = new RuleCounts(rules);
    others.add(checker.check(patient("{stage_group: IV}")));
    counts.add(others);
    assertThat(counts.byCentre())
        .isEqualTo(
            Map.of(
                "north",
                Map.of(
                    "STG-01",
                    new RuleCount(1, 1, 0, 1, 0, 0),
                    "STG-02",
                    new RuleCount(2, 0, 0, 1, 0, 0))));
  }

  @Test
  void aCompletePatientWithoutContradictionHasNoFinding() {
    assertThat(
            CHECKER.check(Example.patient(Example.file("check/clean.yaml").entries())).findings())
        .extracting(Finding::ruleId, finding -> finding.says().en())
        .isEmpty();
  }
}
