package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A small case with R 4.2.2's results: strata, late entry and ties in one. */
class StratifiedCoxTest {

  private static final double[] START = {0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 4};
  private static final double[] STOP = {5, 3, 8, 8, 6, 10, 9, 7, 4, 12, 5, 11};
  private static final boolean[] EVENT = {
    true, true, false, true, true, true, true, false, true, false, true, true
  };
  private static final double[][] X = {
    {0, 2}, {1, 5}, {0, 1}, {1, 3}, {1, 4}, {0, 2}, {0, 6}, {1, 3}, {1, 5}, {0, 1}, {0, 2}, {1, 4}
  };
  private static final int[] STRATUM = {0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0};

  @Test
  void theEstimateIsThatOfRWithinStrata() {
    Fit fit = StratifiedCox.of(START, STOP, EVENT, X, STRATUM).fit();
    assertThat(fit.coefficient(0)).isCloseTo(0.522984191356, within(1e-9));
    assertThat(fit.coefficient(1)).isCloseTo(0.425232649511, within(1e-9));
    assertThat(fit.error(0)).isCloseTo(0.765208704209, within(1e-9));
    assertThat(fit.error(1)).isCloseTo(0.304979411696, within(1e-9));
    assertThat(fit.nullLogLikelihood()).isCloseTo(-10.89673932555, within(1e-9));
    assertThat(fit.logLikelihood()).isCloseTo(-9.16397391014, within(1e-9));
  }

  @Test
  void theTestOfProportionalHazardsIsThatOfR() {
    Proportionality test =
        StratifiedCox.of(START, STOP, EVENT, X, STRATUM).proportionality().orElseThrow();
    assertThat(test.of(0).orElseThrow().statistic()).isCloseTo(0.00450575352668, within(1e-9));
    assertThat(test.of(1).orElseThrow().p()).isCloseTo(0.533534650507, within(1e-9));
    ChiSquare all = test.all().orElseThrow();
    assertThat(all.statistic()).isCloseTo(0.41078201886235, within(1e-9));
    assertThat(all.degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void howTheStrataAreNumberedChangesNothing() {
    int[] turned = new int[STRATUM.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = 1 - STRATUM[i];
    }
    StratifiedCox cox = StratifiedCox.of(START, STOP, EVENT, X, turned);
    assertThat(cox.fit().coefficient(0)).isCloseTo(0.522984191356, within(1e-9));
    assertThat(cox.proportionality().orElseThrow().of(1).orElseThrow().statistic())
        .isCloseTo(0.38765493440264, within(1e-9));
  }

  @Test
  void oneStratumIsTheModelWithoutStrata() {
    Fit whole = Cox.of(START, STOP, EVENT, X);
    Fit one = StratifiedCox.of(START, STOP, EVENT, X, new int[STOP.length]).fit();
    assertThat(one.coefficients()).containsExactly(whole.coefficients(), within(1e-12));
  }

  @Test
  void aStratumOfWhomNobodyDiesTellsNothing() {
    double[][] x = X.clone();
    int[] alone = STRATUM.clone();
    boolean[] event = EVENT.clone();
    event[11] = false;
    alone[11] = 2;
    x[11] = new double[] {0, 1};
    Fit other = StratifiedCox.of(START, STOP, event, x, alone).fit();
    x[11] = new double[] {1, 40};
    Fit fit = StratifiedCox.of(START, STOP, event, x, alone).fit();
    assertThat(fit.coefficient(0)).isCloseTo(other.coefficient(0), within(1e-9));
    assertThat(fit.coefficient(1)).isCloseTo(other.coefficient(1), within(1e-9));
  }

  @Test
  void withoutAnEstimateThereIsNoTest() {
    StratifiedCox cox =
        StratifiedCox.of(
            new double[4],
            new double[] {1, 2, 3, 4},
            new boolean[] {true, true, true, true},
            new double[][] {{1}, {0}, {1}, {0}},
            new int[] {0, 1, 0, 1});
    assertThat(cox.fit().state()).isEqualTo(Fit.State.SINGULAR);
    assertThat(cox.proportionality()).isEmpty();
  }

  @Test
  void deathsOfOneDayHaveNoTimeToTest() {
    StratifiedCox cox =
        StratifiedCox.of(
            new double[6],
            new double[] {2, 2, 3, 3, 2, 3},
            new boolean[] {true, true, false, false, true, false},
            new double[][] {{1}, {0}, {1}, {0}, {1}, {0}},
            new int[6]);
    assertThat(cox.fit().isEstimate()).isTrue();
    assertThat(cox.proportionality().orElseThrow().all()).isEmpty();
  }
}
