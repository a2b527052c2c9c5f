package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.Example;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every patient in it is invented. */
class LocalRulesTest {

  private static final String GOOD =
      """
      schema: 1
      rules:
        - id: LOC-02
          version: 3
          severity: warning
          category: plausibility_temporal
          blocks: [E7, E2]
          says:
            zh: 手术（{surgery_type}）在确诊后一年以上：{date_dx}至{date_primary_surgery}
            en: Surgery on {date_primary_surgery}, over a year after {date_dx} ({surgery_type})
          because: {zh: 请核对日期, en: Please check the dates}
          source: registry protocol
          broken: surgery_type != 'none' && days(date_dx, date_primary_surgery) > 365
          examples:
            broken: [{surgery_type: bcs, date_dx: 2017-01-01, date_primary_surgery: 2018-06-01}]
            holds: [{surgery_type: none}, {date_dx: 2017-01-01, date_primary_surgery: 2017-06}]
            not_applicable: [{surgery_type: bcs, date_dx: blank}]
        - id: LOC-01
          version: 1
          severity: info
          category: completeness
          says: {zh: '已手术（{primary_surgery_done}），ECOG缺失', en: Operated on and no ECOG}
          because: {zh: 比较须知ECOG, en: A comparison needs ECOG}
          source: registry protocol
          broken: primary_surgery_done && !known(ecog_ps)
          examples:
            broken: [{surgery_type: bcs}]
            holds: [{surgery_type: none}, {surgery_type: bcs, ecog_ps: 1}]
            not_applicable: [{surgery_type: unreadable}]
      """;

  private static final DerivedVariables DERIVED = DerivedVariables.of(Parameters.DEFAULT);
  private static final RuleParameters PARAMETERS = RuleParameters.asOf(LocalDate.of(2020, 6, 30));

  @TempDir Path root;

  @Test
  void aGoodFileGivesItsRulesById() throws IOException {
    LocalRules rules = good(GOOD);
    assertThat(rules.rules()).extracting(Rule::id).containsExactly("LOC-01", "LOC-02");
    assertThat(rules.rules().get(1).card())
        .isEqualTo(
            new RuleCard(
                "LOC-02",
                3,
                "",
                Scope.PATIENT,
                Severity.WARNING,
                Category.PLAUSIBILITY_TEMPORAL,
                Set.of(Decision.E2, Decision.E7),
                false,
                true,
                new Text("手术（{0}）在确诊后一年以上：{1}至{2}", "Surgery on {2}, over a year after {1} ({0})"),
                new Text("请核对日期", "Please check the dates"),
                "registry protocol"));
  }

  @Test
  void aFileIsKnownByItsPathAndHash() throws IOException {
    Problems problems = new Problems();
    LocalRules rules =
        LocalRules.read(root, List.of(file("a.yaml", "schema: 1\nrules: []\n")), problems);
    // printf 'schema: 1\nrules: []\n' | sha256sum
    assertThat(rules.files())
        .containsExactly(
            Map.entry(
                "rules/a.yaml",
                "d2c789b200cf7977d5c8e9073dda8cd3319971a6cdde128344947f0e86516fcf"));
  }

  @Test
  void whatIsMetIsBrokenAndWhatIsNotKnownIsNotApplicable() throws IOException {
    Rule rule = good(GOOD).rules().get(1);
    assertThat(
            outcome(
                rule, "{surgery_type: bcs, date_dx: 2017-01-01, date_primary_surgery: 2018-06-01}"))
        .isInstanceOf(Outcome.Broken.class);
    assertThat(outcome(rule, "{surgery_type: none, date_dx: 2017-01-01}")).isEqualTo(Outcome.HOLDS);
    assertThat(
            outcome(
                rule, "{surgery_type: bcs, date_dx: 2017-01-01, date_primary_surgery: 2018-01}"))
        .isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(
            outcome(
                rule,
                "{surgery_type: (unreadable), date_dx: 2017-01-01, date_primary_surgery:"
                    + " 2018-06-01}"))
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void theFindingNamesValuesInBothLanguagesAndTheCells() throws IOException {
    LocalRules rules = good(GOOD);
    Checked checked =
        new Checker(rules.withBuiltIn(), DERIVED, PARAMETERS)
            .check(
                patient("{surgery_type: bcs, date_dx: 2017-01-01, date_primary_surgery: 2018-06}"));
    Finding finding =
        checked.findings().stream()
            .filter(f -> f.ruleId().equals("LOC-02"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.says())
        .isEqualTo(
            new Text(
                "手术（保乳手术）在确诊后一年以上：2017-01-01至2018-06",
                "Surgery on 2018-06, over a year after 2017-01-01 (breast-conserving surgery)"));
    assertThat(finding.fields()).containsExactly("surgery_type", "date_dx", "date_primary_surgery");
    assertThat(finding.cells()).hasSize(3);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aDerivedVariableIsTracedToItsFields() throws IOException {
    Rule rule = good(GOOD).rules().get(0);
    assertThat(rule.reads())
        .containsExactly(Fields.ECOG_PS, Fields.SURGERY_TYPE, Fields.SURGERY_INTENT);
    Outcome.Broken broken = (Outcome.Broken) outcome(rule, "{surgery_type: bcs}");
    assertThat(broken.hits().get(0).values()).containsExactly(new Text("是", "yes"));
  }

  @Test
  void theBookAndTheListHoldOwnRulesBesideTheBuiltInOnes() throws IOException {
    LocalRules rules = good(GOOD);
    RuleBook book = RuleBook.BUILT_IN.with(rules);
    assertThat(book.all()).hasSize(RuleBook.BUILT_IN.all().size() + 2);
    assertThat(book.named("LOC-01").orElseThrow().category()).isEqualTo(Category.COMPLETENESS);
    assertThat(RuleBook.BUILT_IN.named("LOC-01")).isEmpty();
    assertThat(rules.withBuiltIn()).hasSize(Rules.all().size() + 2).containsAll(Rules.all());
    assertThat(LocalRules.NONE.withBuiltIn()).isEqualTo(Rules.all());
  }

  @Test
  void everythingThatIsWrongIsShownAtOnceWithItsPlace() throws IOException {
    String bad =
        """
        schema: 2
        rulez: []
        rules:
          - id: STG-01
            version: one
            severity: warnig
            category: plausibility_temporel
            blocks: [E7, E77]
            says: {zh: '日期{date_dx}', en: 'Between {date_dxx} and {date_death}'}
            because: Please check
            sauce: protocol
            broken: surgery_typ != 'none' && days(date_dx, date_primary_surgery) > 365
            examples:
              broken: [{surgery_type: bsc}]
              hold: [{surgery_type: none}]
          - text
          - id: LOC-1
            version: 1
            severity: error
            category: completeness
            says: {zh: 缺失, en: ''}
            because: {zh: 须知}
            source: protocol
            broken: '!known(date_dx)'
            examples:
              broken: [{date_dx: blank}]
              holds: [{date_dx: 2017-13-01}, {date_dy: 2017}]
        """;
    assertThat(problems(bad))
        .containsExactly(
            "rules/a.yaml:1:9 schema must be 1",
            "rules/a.yaml:2:1 unknown key 'rulez'; did you mean 'rules'?",
            "rules/a.yaml:4:5 'source' is missing",
            "rules/a.yaml:4:9 'STG-01' is a built-in rule; the id of an own rule is written LOC-01",
            "rules/a.yaml:5:14 a version is a whole number, from 1 on",
            "rules/a.yaml:6:15 'warnig' is not one of error, warning, info; did you mean"
                + " 'warning'?",
            "rules/a.yaml:7:15 'plausibility_temporel' is not one of conformance_value,"
                + " conformance_relational, conformance_computational, completeness,"
                + " plausibility_uniqueness, plausibility_atemporal, plausibility_temporal; did you"
                + " mean 'plausibility_temporal'?",
            "rules/a.yaml:8:18 'E77' is not one of E1, E2, E3, E4, E5, E6, E7, E8, E9, E10; did you"
                + " mean 'E7'?",
            "rules/a.yaml:9:45 'date_dxx' is neither a field nor a derived variable; did you mean"
                + " 'date_dx'?",
            "rules/a.yaml:10:14 both languages are needed: {zh: …, en: …}",
            "rules/a.yaml:11:5 unknown key 'sauce'; did you mean 'source'?",
            "rules/a.yaml:12:13 'surgery_typ' is not a variable or function; did you mean"
                + " 'surgery_type'?",
            "rules/a.yaml:14:7 there is no example of 'holds'",
            "rules/a.yaml:14:7 there is no example of 'not_applicable'",
            "rules/a.yaml:14:31 'bsc' is not a value of surgery_type; did you mean 'bcs'?",
            "rules/a.yaml:15:7 unknown key 'hold'; did you mean 'holds'?",
            "rules/a.yaml:16:5 a map was expected here",
            "rules/a.yaml:17:9 'LOC-1' is not the id of an own rule, written LOC-01",
            "rules/a.yaml:21:24 this must not be empty",
            "rules/a.yaml:22:14 'en' is missing",
            "rules/a.yaml:24:13 a patient of whom nothing is known would break this; say what must"
                + " be known",
            "rules/a.yaml:27:25 '2017-13-01' is not a value of date_dx",
            "rules/a.yaml:27:39 'date_dy' is not a field; did you mean 'date_dx'?");
  }

  @Test
  void anExampleThatComesOutDifferentlyIsShownWithWhatWasFound() throws IOException {
    String wrong =
        rule(
            "LOC-01",
            "date_death < date_dx",
            """
            broken: [{date_dx: 2018-01-01, date_death: 2018-01-01}]
            holds: [{date_dx: 2018-01-01}, {date_dx: 2018-01-01, date_death: 2017-12-31}]
            not_applicable: [{date_dx: 2018-01-01, date_death: 2018-01-02}]
            """);
    assertThat(problems(wrong))
        .containsExactly(
            "rules/a.yaml:12:16 this example should be 'broken', but comes out as 'holds'",
            "rules/a.yaml:13:15 this example should be 'holds', but comes out as 'not applicable'"
                + " for want of date_death",
            "rules/a.yaml:13:38 this example should be 'holds', but comes out as 'broken'",
            "rules/a.yaml:14:24 this example should be 'not applicable', but comes out as 'holds'");
  }

  @Test
  void eachKindOfExampleIsNeeded() throws IOException {
    assertThat(problems(rule("LOC-01", "date_death < date_dx", "broken: []\n")))
        .containsExactly(
            "rules/a.yaml:12:7 there is no example of 'broken'",
            "rules/a.yaml:12:7 there is no example of 'holds'",
            "rules/a.yaml:12:7 there is no example of 'not_applicable'");
  }

  @Test
  void aRuleThatIsDecidedOfEverybodyNeedsNoExampleThatIsNot() throws IOException {
    String decided =
        rule(
            "LOC-01",
            "known(date_death) && !known(date_dx)",
            """
            broken: [{date_death: 2018-01-01}]
            holds: [{date_dx: 2018-01-01}]
            """);
    assertThat(problems(decided)).isEmpty();
  }

  @Test
  void aRuleThatNobodyIsKnownToKeepIsRefused() throws IOException {
    String missing =
        rule("LOC-01", "'!known(date_dx)'", "broken: [{}]\nholds: [{date_dx: 2018}]\n");
    assertThat(problems(missing))
        .containsExactly(
            "rules/a.yaml:10:13 a patient of whom nothing is known would break this; say what must"
                + " be known");
  }

  @Test
  void anIdStandsOnceInAllFiles() throws IOException {
    String rule =
        rule(
            "LOC-07",
            "date_death < date_dx",
            """
            broken: [{date_dx: 2018-01-02, date_death: 2018-01-01}]
            holds: [{date_dx: 2018-01-01, date_death: 2018-01-01}]
            not_applicable: [{}]
            """);
    Problems problems = new Problems();
    LocalRules rules =
        LocalRules.read(root, List.of(file("a.yaml", rule), file("b.yaml", rule)), problems);
    assertThat(problems.sorted())
        .extracting(problem -> problem.in(Lang.EN))
        .containsExactly("rules/b.yaml:3:9 the id 'LOC-07' stands twice, first at rules/a.yaml:3");
    assertThat(rules.rules()).hasSize(1);
  }

  private static String rule(String id, String broken, String examples) {
    return """
    schema: 1
    rules:
      - id: %s
        version: 1
        severity: error
        category: plausibility_temporal
        says: {zh: 日期, en: Dates}
        because: {zh: 请核对, en: Please check}
        source: invented
        broken: %s
        examples:
    """
            .formatted(id, broken)
        + examples.indent(6);
  }

  private LocalRules good(String yaml) throws IOException {
    Problems problems = new Problems();
    LocalRules rules = LocalRules.read(root, List.of(file("a.yaml", yaml)), problems);
    assertThat(problems.sorted()).isEmpty();
    return rules;
  }

  private List<String> problems(String yaml) throws IOException {
    Problems problems = new Problems();
    LocalRules.read(root, List.of(file("a.yaml", yaml)), problems);
    List<String> shown = new ArrayList<>();
    problems.sorted().forEach(problem -> shown.add(problem.in(Lang.EN)));
    return shown;
  }

  private Path file(String name, String yaml) throws IOException {
    Path file = root.resolve("rules").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, yaml);
  }

  private static Outcome outcome(Rule rule, String patient) {
    return rule.judge(new Case(patient(patient), DERIVED, PARAMETERS));
  }

  private static PatientRecord patient(String answers) {
    return Example.patient(
        YamlFile.parse("invented", answers, new Problems()).orElseThrow().entries());
  }
}
