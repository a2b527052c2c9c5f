package org.denovo.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.denovo.Example;
import org.denovo.record.Derived;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LackingTest {

  @TestFactory
  Stream<DynamicTest> theFieldsThatWouldSettleItAreNamed() {
    DerivedVariables variables = DerivedVariables.of(Parameters.DEFAULT);
    return Example.file("derive/lacking.yaml").entries().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().items().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                entry.getKey() + " in line " + example.line(),
                                () ->
                                    holds(
                                        variables.named(entry.getKey()).orElseThrow(), example))));
  }

  private static void holds(Derived<?> variable, YamlNode example) {
    PatientRecord patient = Example.patient(example.get("of").orElseThrow().entries());
    assertThat(variable.lacking(patient))
        .extracting(Variable::name)
        .containsExactlyInAnyOrderElementsOf(
            example.get("lacks").orElseThrow().items().stream().map(YamlNode::text).toList());
  }
}
