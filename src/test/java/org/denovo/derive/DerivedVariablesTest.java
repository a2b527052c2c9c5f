package org.denovo.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.denovo.Example;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.Fields;
import org.denovo.record.Variable;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DerivedVariablesTest {

  private static final YamlNode EXAMPLES = Example.file("derive/derived.yaml");

  @TestFactory
  Stream<DynamicTest> theVariableHasTheValueOfItsExample() {
    return EXAMPLES.entries().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().items().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                entry.getKey() + " in line " + example.line(),
                                () -> holds(entry.getKey(), example))));
  }

  private static void holds(String name, YamlNode example) {
    Derived<?> variable = under(example).named(name).orElseThrow();
    String expected = example.get("is").orElseThrow().text();
    assertThat(written(variable, example.get("of").orElseThrow())).isEqualTo(expected);
  }

  private static <T> String written(Derived<T> variable, YamlNode patient) {
    Answer<T> answer = variable.of(Example.patient(patient.entries()));
    return answer.optional().map(variable.type()::write).orElse("(" + answer.missing() + ")");
  }

  private static DerivedVariables under(YamlNode example) {
    String rule = example.get("rule").map(YamlNode::text).orElse("");
    Parameters usual = Parameters.DEFAULT;
    if (rule.startsWith("oligo")) {
      return DerivedVariables.of(
          new Parameters(usual.deNovoRule(), usual.subtypeRule(), rule, usual.erRule()));
    }
    if (Parameters.SUBTYPE_RULES.contains(rule)) {
      return DerivedVariables.of(
          new Parameters(usual.deNovoRule(), rule, usual.oligoRule(), usual.erRule()));
    }
    return rule.isEmpty()
        ? DerivedVariables.of(usual)
        : DerivedVariables.of(
            new Parameters(rule, usual.subtypeRule(), usual.oligoRule(), usual.erRule()));
  }

  @Test
  void everyVariableHasADecidedAndAnUndecidedExample() {
    Set<String> lacking = new TreeSet<>();
    for (Derived<?> variable : DerivedVariables.of(Parameters.DEFAULT).all()) {
      List<String> expected =
          EXAMPLES.get(variable.name()).map(YamlNode::items).orElse(List.of()).stream()
              .map(example -> example.get("is").orElseThrow().text())
              .toList();
      if (expected.stream().allMatch(is -> is.startsWith("(")) || !expected.contains("(unknown)")) {
        lacking.add(variable.name());
      }
    }
    assertThat(lacking).isEmpty();
  }

  @Test
  void everyFieldOfAnExampleIsAnInput() {
    Set<String> forgotten = new TreeSet<>();
    for (Derived<?> variable : DerivedVariables.of(Parameters.DEFAULT).all()) {
      List<String> inputs = variable.inputs().stream().map(Variable::name).toList();
      assertThat(inputs).as(variable.name()).doesNotHaveDuplicates();
      for (YamlNode example : EXAMPLES.get(variable.name()).orElseThrow().items()) {
        example.get("of").orElseThrow().entries().keySet().stream()
            .filter(field -> !inputs.contains(field))
            .forEach(field -> forgotten.add(variable.name() + " reads " + field));
      }
    }
    assertThat(forgotten).isEmpty();
  }

  @Test
  void everyOligometastaticRuleIsDecidedBothWays() {
    Set<String> seen = new HashSet<>();
    for (YamlNode example : EXAMPLES.get("oligometastatic").orElseThrow().items()) {
      seen.add(
          example.get("rule").orElseThrow().text() + " " + example.get("is").orElseThrow().text());
    }
    for (String rule : Parameters.OLIGO_RULES) {
      assertThat(seen).contains(rule + " yes", rule + " no", rule + " (unknown)");
    }
  }

  @Test
  void aDerivedVariableNeverHasTheNameOfAField() {
    assertThat(DerivedVariables.of(Parameters.DEFAULT).all())
        .extracting(Variable::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9_]{1,31}"))
        .noneMatch(name -> Fields.named(name).isPresent());
  }

  @Test
  void kleeneLogicNeverTakesUnknownForNo() {
    assertThat(Truth.NO.and(Truth.UNKNOWN)).isEqualTo(Truth.NO);
    assertThat(Truth.YES.and(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
    assertThat(Truth.YES.or(Truth.UNKNOWN)).isEqualTo(Truth.YES);
    assertThat(Truth.NO.or(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
    assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
  }
}
