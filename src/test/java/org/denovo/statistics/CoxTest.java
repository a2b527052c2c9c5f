package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Small cases with R 4.2.2's results, and those in which there is nothing to estimate. */
class CoxTest {

  private static final double[] START = {0, 0, 0, 1, 2, 0, 3, 0};
  private static final double[] STOP = {2, 4, 3, 6, 5, 7, 8, 4};
  private static final boolean[] EVENT = {true, true, false, true, true, false, true, true};
  private static final double[][] X = {{1}, {0}, {1}, {0}, {1}, {0}, {1}, {1}};
  private static final double[] WEIGHT = {1, 2, 1, 0.5, 1, 1.5, 1, 2};
  private static final int[] PATIENT = {1, 2, 3, 2, 4, 5, 3, 6};

  @Test
  void theEstimateIsThatOfR() {
    Fit fit = Cox.of(START, STOP, EVENT, X);
    assertThat(fit.isEstimate()).isTrue();
    assertThat(fit.coefficient(0)).isCloseTo(0.549306144334, within(1e-9));
    assertThat(fit.error(0)).isCloseTo(0.921780542515, within(1e-9));
    assertThat(fit.p(0)).isCloseTo(0.551229625816, within(1e-9));
  }

  @Test
  void withWeightsThePatientNotTheRowIsCounted() {
    Fit fit = Cox.weighted(START, STOP, EVENT, X, WEIGHT, PATIENT);
    assertThat(fit.coefficient(0)).isCloseTo(0.525702780066, within(1e-9));
    assertThat(fit.error(0)).isCloseTo(0.827292334232, within(1e-9));
  }

  @Test
  void aGroupWithoutEventsHasNoHazardRatio() {
    Fit fit =
        Cox.of(
            new double[5],
            new double[] {1, 2, 3, 4, 5},
            new boolean[] {true, true, true, false, false},
            new double[][] {{0}, {0}, {0}, {1}, {1}});
    assertThat(fit.state()).isEqualTo(Fit.State.INFINITE);
    assertThat(fit.isEstimate()).isFalse();
  }

  @Test
  void groupsThatAreSeparatedInTimeHaveNoHazardRatio() {
    Fit fit =
        Cox.of(
            new double[6],
            new double[] {1, 2, 3, 4, 5, 6},
            new boolean[] {true, true, true, true, true, true},
            new double[][] {{1}, {1}, {1}, {0}, {0}, {0}});
    assertThat(fit.state()).isEqualTo(Fit.State.INFINITE);
  }

  @Test
  void whoDoesNotDifferCannotBeCompared() {
    double[][] same = {{1, 0}, {1, 1}, {1, 0}, {1, 1}};
    Fit fit =
        Cox.of(
            new double[4], new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true}, same);
    assertThat(fit.state()).isEqualTo(Fit.State.SINGULAR);
  }

  @Test
  void nobodyDyingGivesNoEstimate() {
    Fit fit = Cox.of(new double[2], new double[] {1, 2}, new boolean[2], new double[][] {{0}, {1}});
    assertThat(fit.state()).isEqualTo(Fit.State.SINGULAR);
  }

  @Test
  void nobodyAtAllGivesNoEstimate() {
    Fit fit = Cox.of(new double[0], new double[0], new boolean[0], new double[0][]);
    assertThat(fit.state()).isEqualTo(Fit.State.SINGULAR);
  }

  @Test
  void aRowThatEndsBeforeItStartsIsRefused() {
    assertThatThrownBy(
            () ->
                Cox.of(
                    new double[] {2}, new double[] {2}, new boolean[] {true}, new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 0");
  }

  @Test
  void anOutcomeThatACovariateDecidesHasNoOdds() {
    Logistic separated =
        Logistic.of(
            new boolean[] {false, false, false, true, true, true},
            new double[][] {{1}, {2}, {3}, {4}, {5}, {6}});
    assertThat(separated.fit().state()).isEqualTo(Fit.State.INFINITE);
  }

  @Test
  void theLogOddsOfTwoGroupsAreThoseOfTheTable() {
    // 1 of 4 against 3 of 4: log odds ratio log 9, its variance 1/1 + 1/3 + 1/3 + 1/1.
    Logistic table =
        Logistic.of(
            new boolean[] {true, false, false, false, true, true, true, false},
            new double[][] {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}});
    assertThat(table.fit().coefficient(0)).isCloseTo(-Math.log(3), within(1e-12));
    assertThat(table.fit().coefficient(1)).isCloseTo(Math.log(9), within(1e-12));
    assertThat(table.fit().error(1)).isCloseTo(Math.sqrt(8.0 / 3), within(1e-12));
    assertThat(table.probabilities()[7]).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void whatCompetesTakesFromTheIncidence() {
    CumulativeIncidence incidence =
        CumulativeIncidence.of(new double[] {1, 2, 3, 4}, new int[] {1, 2, 1, 0}, 2);
    assertThat(incidence.at(0.5, 0)).isZero();
    assertThat(incidence.at(1, 0)).isEqualTo(0.25);
    assertThat(incidence.at(3, 0)).isEqualTo(0.5);
    assertThat(incidence.at(4, 1)).isEqualTo(0.25);
    // Nobody is censored before day 3: the error is that of a share of four.
    assertThat(incidence.steps().get(2).error()[0]).isCloseTo(0.25, within(1e-12));
  }
}
