package org.denovo.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who leaves which strategy when, example by example: the table is in src/test/resources. */
class ClonesTest {

  private static final Path TABLE = Path.of("src/test/resources/org/denovo/cohort/clones.yaml");

  private static final Exposure SURGERY = Exposure.surgery(243);

  private static final Clones EIGHT_MONTHS = new Clones(Period.ofMonths(8));

  @TestFactory
  List<DynamicTest> everyExampleOfTheTableHolds() {
    YamlNode table = YamlFile.read(Path.of(""), TABLE, new Problems()).orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (YamlNode example : table.items()) {
      for (Clones.Strategy strategy : Clones.Strategy.values()) {
        tests.add(
            DynamicTest.dynamicTest(
                example.get("says").orElseThrow().text() + ": " + strategy.code(SURGERY),
                () ->
                    assertThat(ending(example, strategy))
                        .isEqualTo(example.get(strategy.code(SURGERY)).orElseThrow().text())));
      }
    }
    assertThat(tests).hasSize(22);
    return tests;
  }

  @Test
  void thePeriodHasARowAMonthAndOneFromTheOperation() {
    Clones.Clone operated = EIGHT_MONTHS.of(FollowUpTest.followUp(100, 900, 1)).get(0);
    assertThat(operated.spells())
        .extracting(Spell::stop)
        .containsExactly(30.0, 61.0, 91.0, 100.0, 122.0, 152.0, 183.0, 213.0, 243.0, 900.0);
    assertThat(operated.spells())
        .extracting(Spell::exposed)
        .containsExactly(false, false, false, false, true, true, true, true, true, true);
  }

  @Test
  void aPeriodInDaysEndsOnItsDayAndHasItsMonthsBefore() {
    Clones days = new Clones(Period.parse("112d").orElseThrow());
    assertThat(days.word()).isEqualTo("clones 112d");
    assertThat(days.day()).isEqualTo(112);
    assertThat(days.of(FollowUpTest.followUp(112, 900, 1)).get(0).censoredOn()).isEmpty();
    assertThat(days.of(FollowUpTest.followUp(113, 900, 1)).get(0).censoredOn())
        .isEqualTo(OptionalInt.of(112));
    assertThat(days.of(FollowUpTest.followUp(113, 900, 1)).get(1).censoredOn()).isEmpty();
    assertThat(days.of(FollowUpTest.followUp(-1, 900, 1)).get(1).spells())
        .extracting(Spell::stop)
        .containsExactly(30.0, 61.0, 91.0, 112.0, 900.0);
  }

  @Test
  void whatIsNoPeriodIsNotRead() {
    assertThat(List.of("0m", "8", "m", "8 m", "1000m", "10000d", "-3d"))
        .allSatisfy(written -> assertThat(Period.parse(written)).isEmpty());
    assertThat(Period.parse("91d").orElseThrow().months()).containsExactly(30, 61, 91);
    assertThat(Period.parse("3m").orElseThrow().months()).containsExactly(30, 61, 91);
  }

  @Test
  void noTimeUnderNoSurgeryIsExposedBeforeTheStrategyIsLeft() {
    for (int surgery : List.of(0, 50, 243)) {
      Clones.Clone clone = EIGHT_MONTHS.of(FollowUpTest.followUp(surgery, 243, 1)).get(1);
      assertThat(clone.censoredOn()).isEqualTo(OptionalInt.of(surgery));
      assertThat(clone.spells()).noneMatch(Spell::exposed).noneMatch(Spell::isEvent);
    }
  }

  private static String ending(YamlNode example, Clones.Strategy strategy) {
    YamlNode given = example.get("given").orElseThrow();
    int surgery = given.get("surgery").map(n -> Integer.parseInt(n.text())).orElse(-1);
    int end = Integer.parseInt(given.get("end").orElseThrow().text());
    int code = Integer.parseInt(given.get("code").orElseThrow().text());
    Clones.Clone clone =
        EIGHT_MONTHS.of(FollowUpTest.followUp(surgery, end, code)).get(strategy.ordinal());
    Spell last = clone.spells().get(clone.spells().size() - 1);
    String what =
        clone.censoredOn().isPresent()
            ? "left the strategy"
            : last.isEvent() ? "event" : "censored at the end";
    String day = Double.toString(last.stop()).replaceFirst("\\.0$", "");
    return what + " " + day;
  }
}
