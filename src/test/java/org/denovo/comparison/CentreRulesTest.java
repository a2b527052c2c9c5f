package org.denovo.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.Example;
import org.denovo.check.CentreRules;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule on centres has its examples, and comes out as they say. */
class CentreRulesTest {

  private static final Map<String, YamlNode> EXAMPLES =
      Example.file("comparison/centres.yaml").entries();

  private static final RuleParameters PARAMETERS = RuleParameters.asOf(LocalDate.of(2020, 6, 30));

  @Test
  void everyRuleHasItsThreeExamples() {
    Set<String> ids = CentreRules.all().stream().map(RuleCard::id).collect(Collectors.toSet());
    assertThat(EXAMPLES.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    EXAMPLES.forEach(
        (id, kinds) ->
            assertThat(kinds.entries().keySet())
                .as(id)
                .containsExactly("broken", "holds", "not-applicable"));
  }

  @TestFactory
  Stream<DynamicTest> theRuleComesOutAsItsExampleSays() {
    List<DynamicTest> tests = new ArrayList<>();
    EXAMPLES.forEach(
        (id, kinds) ->
            kinds
                .entries()
                .forEach(
                    (kind, examples) ->
                        Example.items(examples)
                            .forEach(
                                example ->
                                    tests.add(
                                        DynamicTest.dynamicTest(
                                            id + " " + kind + " line " + example.line(),
                                            () -> judge(id, kind, example))))));
    return tests.stream();
  }

  private static void judge(String id, String kind, YamlNode example) {
    AcrossPatients patients = new AcrossPatients(PARAMETERS, Map.of());
    add(patients, "north", example.entries().get("north"));
    if (example.entries().containsKey("others")) {
      for (int i = 1; i <= 5; i++) {
        add(patients, "other" + i, example.entries().get("others"));
      }
    }
    if (example.entries().containsKey("each")) {
      int i = 0;
      for (YamlNode other : example.entries().get("each").items()) {
        add(patients, "other" + ++i, other);
      }
    }
    AcrossPatients.Found found = patients.found();
    List<Finding> findings =
        found.findings().stream()
            .filter(f -> f.ruleId().equals(id) && f.centre().equals("north"))
            .toList();
    RuleCount count = found.counts().get("north").get(id);
    assertThat(count.broken() > 0 ? "broken" : count.judged() > 0 ? "holds" : "not-applicable")
        .as(
            found.compared().standings().stream()
                .filter(s -> s.centre().equals("north") && s.measure().rule().id().equals(id))
                .map(CentreRulesTest::shown)
                .collect(Collectors.joining("\n")))
        .isEqualTo(kind);
    assertThat(findings).hasSize((int) count.broken());
    assertThat(findings).allMatch(finding -> !finding.says().en().contains("{"));
    if (example.entries().containsKey("says")) {
      assertThat(findings)
          .extracting(finding -> finding.says().en())
          .containsExactly(example.entries().get("says").text());
    }
  }

  private static String shown(Standing standing) {
    return standing.measure().id() + " " + standing.count() + " " + standing.verdict();
  }

  private static void add(AcrossPatients patients, String centre, YamlNode groups) {
    int number = 0;
    for (YamlNode group : groups.items()) {
      Map<String, YamlNode> answers = new LinkedHashMap<>(group.entries());
      YamlNode times = answers.remove("times");
      YamlNode margin = answers.remove("margin_text");
      YamlNode identity = answers.remove("national_id");
      for (int i = 0; i < (times == null ? 1 : Integer.parseInt(times.text())); i++) {
        number++;
        PatientKey key = new PatientKey(centre, "" + number, centre + "-" + number);
        PatientRecord patient = Example.patient(key, answers);
        patients.add(
            copy(
                patient,
                margin == null ? "" : margin.text(),
                identity == null ? "" : identity(identity.text(), centre, number)));
      }
    }
  }

  /** One identity number each, or one for two patients in a row. */
  private static String identity(String how, String centre, int number) {
    return centre + (how.equals("in-pairs") ? "-pair-" + (number - 1) / 2 : "-" + number);
  }

  /** The patient with the text of the margin as a report has it, and an identity number. */
  private static PatientRecord copy(PatientRecord patient, String margin, String identity) {
    PatientRecord.Builder copy = PatientRecord.of(patient.key());
    for (Field<?> field : Fields.all()) {
      copy(patient, field, margin, copy);
    }
    if (!identity.isEmpty()) {
      copy.put(Fields.NATIONAL_ID, identity);
    }
    return copy.build();
  }

  private static <T> void copy(
      PatientRecord patient, Field<T> field, String margin, PatientRecord.Builder copy) {
    SourceCell cell = patient.cell(field).orElseThrow();
    boolean isMargin = field.equals(Fields.MARGIN_STATUS) && !margin.isEmpty();
    copy.put(field, patient.answer(field), isMargin ? SourceCell.text(cell.place(), margin) : cell);
  }
}
