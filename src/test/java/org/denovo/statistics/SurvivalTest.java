package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Against R 4.2.2, survival: the {@code aml} data that come with it (maintenance chemotherapy in
 * acute myelogenous leukaemia, Miller 1997), 11 patients maintained, 12 not.
 */
class SurvivalTest {

  private static final double[] TIMES = {
    9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
  };
  private static final boolean[] EVENTS = events("11011011010" + "111110111111");

  private static final KaplanMeier MAINTAINED =
      KaplanMeier.of(Arrays.copyOf(TIMES, 11), Arrays.copyOf(EVENTS, 11), 0.95);
  private static final KaplanMeier NOT_MAINTAINED =
      KaplanMeier.of(Arrays.copyOfRange(TIMES, 11, 23), Arrays.copyOfRange(EVENTS, 11, 23), 0.95);

  @Test
  void theMediansAndTheirBoundsAreThoseOfR() {
    assertThat(MAINTAINED.median()).hasValue(31);
    assertThat(MAINTAINED.medianLower()).hasValue(13);
    assertThat(MAINTAINED.medianUpper()).isEmpty();
    assertThat(NOT_MAINTAINED.median()).hasValue(23);
    assertThat(NOT_MAINTAINED.medianLower()).hasValue(5);
    assertThat(NOT_MAINTAINED.medianUpper()).hasValue(33);
    assertThat(KaplanMeier.of(TIMES, EVENTS, 0.95).median()).hasValue(27);
  }

  @Test
  void aStepHasTheSurvivalErrorAndBandOfR() {
    KaplanMeier.Step step = NOT_MAINTAINED.steps().get(4);
    assertThat(step.time()).isEqualTo(23);
    assertThat(step.atRisk()).isEqualTo(6);
    assertThat(step.events()).isEqualTo(1);
    assertThat(step.survival()).isCloseTo(0.486111111, within(1e-9));
    assertThat(step.error()).isCloseTo(0.148130063, within(1e-9));
    assertThat(step.lower()).isCloseTo(0.1918766196, within(1e-9));
    assertThat(step.upper()).isCloseTo(0.72967157, within(1e-8));
  }

  @Test
  void aTimeWithoutEventsKeepsTheSurvivalAndCountsTheCensored() {
    KaplanMeier.Step step = MAINTAINED.steps().get(4);
    assertThat(step.time()).isEqualTo(28);
    assertThat(step.events()).isZero();
    assertThat(step.censored()).isEqualTo(1);
    assertThat(step.survival()).isCloseTo(0.61363636, within(1e-8));
  }

  @Test
  void whenAllHaveDiedTheBandIsNotDefined() {
    KaplanMeier.Step last = NOT_MAINTAINED.steps().get(9);
    assertThat(last.survival()).isZero();
    assertThat(last.error()).isNaN();
    assertThat(last.lower()).isNaN();
    assertThat(last.upper()).isNaN();
  }

  @Test
  void survivalAndTheNumberAtRiskAreThoseOfTheTime() {
    assertThat(MAINTAINED.survivalAt(8.9)).isEqualTo(1);
    assertThat(MAINTAINED.survivalAt(9)).isCloseTo(0.90909091, within(1e-8));
    assertThat(MAINTAINED.survivalAt(17)).isCloseTo(0.81818182, within(1e-8));
    assertThat(MAINTAINED.atRiskAt(0)).isEqualTo(11);
    assertThat(MAINTAINED.atRiskAt(17)).isEqualTo(8);
    assertThat(MAINTAINED.atRiskAt(162)).isZero();
  }

  @Test
  void aMedianOnAPlateauIsItsMiddle() {
    KaplanMeier four =
        KaplanMeier.of(new double[] {4, 3, 2, 1}, new boolean[] {true, true, true, true}, 0.95);
    assertThat(four.median()).hasValue(2.5);
    assertThat(four.medianLower()).hasValue(1);
    assertThat(four.medianUpper()).isEmpty();
  }

  @Test
  void nobodyGivesNoStepAndNoMedian() {
    KaplanMeier nobody = KaplanMeier.of(new double[0], new boolean[0], 0.95);
    assertThat(nobody.steps()).isEmpty();
    assertThat(nobody.median()).isEmpty();
  }

  @Test
  void theLogRankTestOfTwoGroupsIsThatOfR() {
    int[] group = new int[23];
    Arrays.fill(group, 11, 23, 1);
    LogRank test = LogRank.of(TIMES, EVENTS, group, 2);
    assertThat(test.observed()).containsExactly(7, 11);
    assertThat(test.expected()[0]).isCloseTo(10.6893359923, within(1e-9));
    assertThat(test.expected()[1]).isCloseTo(7.3106640077, within(1e-9));
    ChiSquare chiSquare = test.test().orElseThrow();
    assertThat(chiSquare.statistic()).isCloseTo(3.39638869898, within(1e-10));
    assertThat(chiSquare.degreesOfFreedom()).isEqualTo(1);
    assertThat(chiSquare.p()).isCloseTo(0.0653393220405, within(1e-11));
  }

  @Test
  void theLogRankTestOfThreeGroupsIsThatOfR() {
    int[] group = new int[23];
    Arrays.setAll(group, i -> i % 3);
    LogRank test = LogRank.of(TIMES, EVENTS, group, 3);
    assertThat(test.observed()).containsExactly(8, 6, 4);
    assertThat(test.expected()[0]).isCloseTo(6.17173566215, within(1e-9));
    assertThat(test.test().orElseThrow().statistic()).isCloseTo(0.856465545236, within(1e-10));
    assertThat(test.test().orElseThrow().degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void groupsThatNeverMeetAreNotCompared() {
    LogRank test =
        LogRank.of(new double[] {1, 2}, new boolean[] {false, true}, new int[] {0, 1}, 2);
    assertThat(test.test()).isEmpty();
  }

  private static boolean[] events(String bits) {
    boolean[] events = new boolean[bits.length()];
    for (int i = 0; i < events.length; i++) {
      events[i] = bits.charAt(i) == '1';
    }
    return events;
  }
}
