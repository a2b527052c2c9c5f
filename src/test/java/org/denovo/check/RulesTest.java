package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denovo.Example;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Remark;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

  private static final List<String> FILES =
      List.of(
          "value",
          "wording",
          "patient",
          "completeness",
          "stage",
          "timing",
          "receptor",
          "surgery",
          "treatment",
          "burden",
          "date");

  private static final RuleParameters PARAMETERS =
      RuleParameters.asOf(LocalDate.of(2020, 6, 30))
          .accruing(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 12, 31));

  private static final DerivedVariables DERIVED = DerivedVariables.of(Parameters.DEFAULT);

  /** Notes on how a cell was read; none of them could change what the cell means. */
  private static final Set<Remark> SILENT =
      EnumSet.of(
          Remark.IMPLIED,
          Remark.APPROXIMATE,
          // The cell shows 30 %, and 30 is what is read.
          Remark.FRACTION_SCALED,
          Remark.UNIT_CONVERTED,
          Remark.NUMBER_AS_TEXT,
          Remark.VAGUE_DATE,
          Remark.REFUSED);

  private static final Map<String, YamlNode> EXAMPLES = examples();

  private static Map<String, YamlNode> examples() {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    for (String file : FILES) {
      Example.file("check/" + file + ".yaml")
          .entries()
          .forEach(
              (id, node) -> {
                if (all.put(id, node) != null) {
                  throw new AssertionError(id + " stands in two files");
                }
              });
    }
    return all;
  }

  /** A centre's verdict names the rule that it breaks most, and no patient. */
  @Test
  void everyRuleHasATitleWithoutGapsInBothLanguages() {
    assertThat(RuleBook.BUILT_IN.all())
        .isNotEmpty()
        .allSatisfy(
            card -> {
              assertThat(card.title().zh()).as(card.id()).doesNotContain("…", "{").isNotBlank();
              assertThat(card.title().en()).as(card.id()).doesNotContain("…", "{").isNotBlank();
            });
  }

  @Test
  void everyRuleHasItsThreeExamples() {
    Set<String> lacking = new TreeSet<>();
    for (Rule rule : Rules.all()) {
      Set<String> kinds =
          EXAMPLES.containsKey(rule.id()) ? EXAMPLES.get(rule.id()).entries().keySet() : Set.of();
      if (kinds.stream().noneMatch(kind -> kind.startsWith("broken"))
          || !kinds.contains("holds")
          || !kinds.contains("not-applicable")) {
        lacking.add(rule.id());
      }
    }
    assertThat(lacking).isEmpty();
  }

  @Test
  void everyExampleBelongsToARule() {
    Set<String> ids = Rules.all().stream().map(Rule::id).collect(Collectors.toSet());
    assertThat(EXAMPLES.keySet()).isSubsetOf(ids);
  }

  @TestFactory
  Stream<DynamicTest> theRuleComesOutAsItsExampleSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      if (!EXAMPLES.containsKey(rule.id())) {
        continue;
      }
      EXAMPLES
          .get(rule.id())
          .entries()
          .forEach(
              (kind, examples) -> {
                for (YamlNode example : Example.items(examples)) {
                  tests.add(
                      DynamicTest.dynamicTest(
                          rule.id() + " " + kind + " line " + example.line(),
                          () ->
                              assertThat(outcome(rule, example))
                                  .as(rule.id() + " line " + example.line())
                                  .isEqualTo(expected(rule, kind))));
                }
              });
    }
    return tests.stream();
  }

  private static String expected(Rule rule, String kind) {
    return kind.equals("broken")
        ? "broken-as-" + rule.card().severity().name().toLowerCase(Locale.ROOT)
        : kind;
  }

  private static String outcome(Rule rule, YamlNode example) {
    Outcome outcome = rule.judge(new Case(Example.patient(example.entries()), DERIVED, PARAMETERS));
    if (outcome instanceof Outcome.Broken broken) {
      assertThat(broken.hits()).hasSize(1);
      Outcome.Hit hit = broken.hits().get(0);
      String says = rule.card().says().with(hit.values().toArray()).toString();
      assertThat(says).doesNotContainPattern("\\{[0-9]}");
      assertThat(hit.fields()).isNotEmpty();
      return "broken-as-" + hit.severity().code();
    }
    return outcome instanceof Outcome.Holds ? "holds" : "not-applicable";
  }

  @Test
  void everyRuleSaysWhatAndWhyInBothLanguages() {
    for (RuleCard card : RuleBook.BUILT_IN.all()) {
      assertThat(card.says().zh()).as(card.id()).containsPattern("\\p{IsHan}");
      assertThat(card.because().zh()).as(card.id()).containsPattern("\\p{IsHan}");
      assertThat(card.says().en()).as(card.id()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
      assertThat(card.because().en())
          .as(card.id())
          .isNotBlank()
          .doesNotContainPattern("\\p{IsHan}");
      assertThat(card.source()).as(card.id()).isNotBlank();
    }
  }

  @Test
  void everyRemarkIsHeardByARuleOrKnownToBeHarmless() {
    Set<Remark> heard = EnumSet.copyOf(SILENT);
    EXAMPLES.forEach(
        (id, node) ->
            node.entries()
                .forEach(
                    (kind, examples) -> {
                      if (kind.startsWith("broken")) {
                        Example.items(examples).forEach(example -> hear(example, heard));
                      }
                    }));
    assertThat(heard).containsExactlyInAnyOrder(Remark.values());
  }

  private static void hear(YamlNode example, Set<Remark> heard) {
    example
        .entries()
        .values()
        .forEach(
            value ->
                Stream.of(value.text().split(" !"))
                    .skip(1)
                    .map(remark -> Remark.valueOf(remark.toUpperCase(Locale.ROOT)))
                    .forEach(heard::add));
  }

  @Test
  void everyStarterRuleOfTheDataModelIsCovered() {
    Set<String> aliases =
        RuleBook.BUILT_IN.all().stream()
            .map(RuleCard::alias)
            .filter(alias -> !alias.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> starters = new TreeSet<>();
    Map.of("S", 10, "R", 9, "G", 10, "D", 8, "M", 3, "C", 2)
        .forEach(
            (family, count) -> {
              for (int i = 1; i <= count; i++) {
                starters.add(String.format(Locale.ROOT, "%s%02d", family, i));
              }
            });
    assertThat(aliases).isEqualTo(starters);
  }

  @Test
  void theBookHoldsEveryRuleOnce() {
    assertThat(RuleBook.BUILT_IN.all())
        .extracting(RuleCard::id)
        .doesNotHaveDuplicates()
        .hasSize(
            Rules.all().size()
                + FileRules.all().size()
                + CrossRecordRules.all().size()
                + CentreRules.all().size()
                + PersonRules.all().size()
                + OverTimeRules.all().size())
        .isSorted();
  }
}
