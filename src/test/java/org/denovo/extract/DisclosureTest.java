package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.cohort.Attrition;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

class DisclosureTest {

  private static final Disclosure FIVE = new Disclosure(5);

  @Test
  void offShowsEverything() {
    assertThat(Disclosure.OFF.hide(1, 2, 0)).hasValue(new boolean[] {false, false, false});
    assertThat(Disclosure.OFF.show(1, false)).isEqualTo("1");
  }

  @Test
  void aSmallCountIsShownAsAtMostTheThresholdAndOthersToTheNearestFive() {
    assertThat(FIVE.show(5, false)).isEqualTo("<=5");
    assertThat(FIVE.show(6, false)).isEqualTo("10");
    assertThat(FIVE.show(62, false)).isEqualTo("60");
    assertThat(FIVE.show(63, false)).isEqualTo("65");
    assertThat(FIVE.show(0, false)).isEqualTo("0");
    assertThat(FIVE.show(60, true)).isEqualTo("*");
  }

  @Test
  void aLoneSmallPartTakesTheSmallestOtherWithIt() {
    assertThat(FIVE.hide(3, 40, 20, 0)).hasValue(new boolean[] {true, false, true, false});
  }

  @Test
  void twoSmallPartsProtectEachOtherUnlessTheirSumTells() {
    assertThat(FIVE.hide(2, 3, 50)).hasValue(new boolean[] {true, true, false});
    assertThat(FIVE.hide(1, 1, 50)).hasValue(new boolean[] {true, true, true});
    assertThat(FIVE.hide(5, 5, 50)).hasValue(new boolean[] {true, true, true});
  }

  @Test
  void whatCannotBeProtectedHidesItsTotal() {
    assertThat(FIVE.hide(3, 0, 0)).isEqualTo(Optional.empty());
    assertThat(FIVE.hide(1, 6)).isEqualTo(Optional.empty());
  }

  @Test
  void aThresholdOfOneWouldHideNothing() {
    assertThatThrownBy(() -> new Disclosure(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a threshold of 1; 0 shows all, 2 or more hides");
  }

  /** Tries all tables of three parts: each small part has another value that fits what is shown. */
  @Test
  void noSmallPartOfThreeCanBeWorkedOut() {
    Disclosure three = new Disclosure(3);
    List<String> solved = new ArrayList<>();
    int hiding = 0;
    for (int[] parts : tables(14)) {
      Optional<boolean[]> hidden = three.hide(parts[0], parts[1], parts[2]);
      if (hidden.isPresent()) {
        for (int i = 0; i < 3; i++) {
          if (three.isSmall(parts[i])) {
            hiding++;
            if (values(parts, hidden.get(), i, three).size() < 2) {
              solved.add(Arrays.toString(parts));
            }
          }
        }
      }
    }
    assertThat(solved).isEmpty();
    assertThat(hiding).isEqualTo(780);
  }

  private static Set<Integer> values(int[] parts, boolean[] hidden, int part, Disclosure rule) {
    Set<Integer> values = new HashSet<>();
    for (int[] other : tables(14)) {
      boolean fits = Arrays.stream(other).sum() == Arrays.stream(parts).sum();
      for (int i = 0; i < 3; i++) {
        fits &= rule.show(other[i], hidden[i]).equals(rule.show(parts[i], hidden[i]));
      }
      if (fits) {
        values.add(other[part]);
      }
    }
    return values;
  }

  private static List<int[]> tables(int most) {
    List<int[]> tables = new ArrayList<>();
    for (int a = 0; a <= most; a++) {
      for (int b = 0; a + b <= most; b++) {
        for (int c = 0; a + b + c <= most; c++) {
          tables.add(new int[] {a, b, c});
        }
      }
    }
    return tables;
  }

  @Test
  void aSmallExclusionHidesTheNextExclusionAndTheCountBetween() {
    FlowCounts flow = FlowCounts.of(flow(100, 3, 0, 20, 0, 50, 27), FIVE);
    assertThat(flow.started()).isEqualTo("100");
    assertThat(flow.steps().get(0).excluded()).isEqualTo("<=5");
    assertThat(flow.steps().get(0).unknown()).isEqualTo("0");
    assertThat(flow.steps().get(0).out()).isEqualTo("*");
    assertThat(flow.steps().get(1).in()).isEqualTo("*");
    assertThat(flow.steps().get(1).excluded()).isEqualTo("*");
    assertThat(flow.steps().get(1).out()).isEqualTo("75");
    assertThat(flow.arms()).containsEntry("a", "50").containsEntry("b", "25");
    assertThat(flow.armsShown()).isTrue();
  }

  @Test
  void aSmallNumberWithoutAnArmHidesTheSmallestArm() {
    FlowCounts flow = FlowCounts.of(flow(100, 20, 0, 0, 0, 50, 27), FIVE);
    assertThat(flow.undecided()).isEqualTo("<=5");
    assertThat(flow.arms()).containsEntry("a", "50").containsEntry("b", "*");
    assertThat(flow.armsShown()).isFalse();
  }

  @Test
  void aSmallCountOnTheWayCannotBeSubtracted() {
    FlowCounts flow = FlowCounts.of(flow(100, 90, 6, 0, 0, 3, 1), FIVE);
    assertThat(flow.steps().get(0).out()).isEqualTo("*");
    assertThat(flow.steps().get(0).excluded()).isEqualTo("90");
    assertThat(flow.steps().get(0).unknown()).isEqualTo("*");
  }

  @Test
  void aFlowOfFewIsHiddenAsAWhole() {
    FlowCounts flow = FlowCounts.of(flow(4, 0, 0, 0, 0, 3, 1), FIVE);
    assertThat(flow.started()).isEqualTo("*");
    assertThat(flow.eligible()).isEqualTo("*");
    assertThat(flow.arms()).containsEntry("a", "<=5").containsEntry("b", "<=5");
    assertThat(flow.undecided()).isEqualTo("*");
  }

  private static Attrition flow(
      long started, long notMet, long notKnown, long left, long lost, long a, long b) {
    Map<String, Long> arms = new LinkedHashMap<>();
    arms.put("a", a);
    arms.put("b", b);
    long between = started - notMet - notKnown;
    long met = between - left - lost;
    Text says = new Text("标准", "Criterion");
    return new Attrition(
        started,
        List.of(
            new Attrition.Step("one", says, started, between, notMet, notKnown, Map.of()),
            new Attrition.Step("two", says, between, met, left, lost, Map.of())),
        arms,
        met - a - b,
        Map.of());
  }
}
