package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against published figures and R 4.2.2, each named where it is used. */
class NumbersTest {

  /** CSBrS-002: age and lung, PR and lung, subtype and bone, with the printed P values. */
  @Test
  void theTailsAreThoseThatTheSurveyPrinted() {
    assertThat(ChiSquare.tail(6.576, 2)).isCloseTo(0.037, within(0.0005));
    assertThat(ChiSquare.tail(4.117, 1)).isCloseTo(0.043, within(0.0006));
    assertThat(ChiSquare.tail(11.603, 3)).isCloseTo(0.009, within(0.0005));
    assertThat(ChiSquare.tail(6.576, 2)).isCloseTo(0.0373284316524, within(1e-12));
    assertThat(ChiSquare.tail(4.117, 1)).isCloseTo(0.04245429966941, within(1e-12));
    assertThat(ChiSquare.tail(11.603, 3)).isCloseTo(0.00887455620358, within(1e-12));
  }

  /** The table of party and gender in the help page of R's chisq.test (Agresti 2007). */
  @Test
  void pearsonsTestIsThatOfR() {
    ChiSquare test = ChiSquare.pearson(new long[][] {{762, 327, 468}, {484, 239, 477}});
    assertThat(test.statistic()).isCloseTo(30.0701490958, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(2);
    assertThat(test.p()).isCloseTo(2.95358918321e-07, within(1e-17));
  }

  @Test
  void aLevelInWhichNobodyIsCostsNoDegreeOfFreedom() {
    ChiSquare test = ChiSquare.pearson(new long[][] {{762, 0, 327, 468}, {484, 0, 239, 477}});
    assertThat(test.statistic()).isCloseTo(30.0701490958, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void aTableWithOneRowCannotBeTested() {
    assertThatThrownBy(() -> ChiSquare.pearson(new long[][] {{1, 2}, {0, 0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 rows, 2 columns in use");
  }

  @Test
  void quantilesAreOfTypeSeven() {
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
    assertThat(Quantiles.of(values, 0, 0.1, 0.25, 0.5, 0.75, 1))
        .containsExactly(1, 1, 1.75, 3.5, 5.25, 9);
    assertThat(values).startsWith(3, 1, 4);
    assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
    assertThatThrownBy(() -> Quantiles.median(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void meanAndVarianceDivideAsR() {
    Moments moments = Moments.of(new double[] {2, 4, 6, 9});
    assertThat(moments.mean()).isEqualTo(5.25);
    assertThat(moments.variance()).isCloseTo(8.916666666667, within(1e-12));
    assertThat(Moments.of(new double[] {2}).variance()).isNaN();
  }

  @Test
  void theDifferenceOfValuesIsInPooledDeviations() {
    assertThat(
            StandardisedDifference.ofValues(new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 9})
                .getAsDouble())
        .isCloseTo(-1.1954638674, within(1e-10));
  }

  /** (0.5 − 0.3) / √((0.25 + 0.21) / 2). */
  @Test
  void theDifferenceOfSharesIsInPooledDeviations() {
    assertThat(StandardisedDifference.ofShares(0.5, 0.3).getAsDouble())
        .isCloseTo(0.2 / Math.sqrt(0.23), within(1e-12));
  }

  @Test
  void theDifferenceOfLevelsIsTheMahalanobisDistance() {
    long[] first = {30, 50, 20};
    long[] second = {20, 40, 40};
    assertThat(StandardisedDifference.ofLevels(first, second).getAsDouble())
        .isCloseTo(0.453439606382, within(1e-10));
    assertThat(
            StandardisedDifference.ofLevels(new long[] {50, 50}, new long[] {30, 70}).getAsDouble())
        .isCloseTo(0.2 / Math.sqrt(0.23), within(1e-12));
    assertThat(
            StandardisedDifference.ofLevels(new long[] {30, 0, 50, 20}, new long[] {20, 0, 40, 40}))
        .isEqualTo(StandardisedDifference.ofLevels(first, second));
  }

  @Test
  void groupsThatDoNotVaryHaveNoDifference() {
    assertThat(StandardisedDifference.ofShares(1, 0)).isEmpty();
    assertThat(StandardisedDifference.ofValues(new double[] {1, 1}, new double[] {1, 1})).isEmpty();
    assertThat(StandardisedDifference.ofLevels(new long[] {0, 0}, new long[] {1, 2})).isEmpty();
    assertThat(StandardisedDifference.ofLevels(new long[] {3, 0}, new long[] {0, 2})).isEmpty();
  }

  @Test
  void fishersTestIsThatOfR() {
    assertThat(FisherExact.of(new long[][] {{3, 4}, {1, 9}})).isCloseTo(0.25, within(1e-12));
    assertThat(FisherExact.of(new long[][] {{0, 12}, {5, 3}}))
        .isCloseTo(0.003611971104, within(1e-12));
  }

  @Test
  void kruskalAndWallissTestIsThatOfR() {
    ChiSquare test =
        KruskalWallis.of(
                new double[] {1, 2, 2, 5, 9},
                new double[] {2, 4, 7, 8, 8, 11},
                new double[] {3, 3, 10})
            .orElseThrow();
    assertThat(test.statistic()).isCloseTo(2.102004454343, within(1e-12));
    assertThat(test.p()).isCloseTo(0.349587207681, within(1e-12));
    assertThat(KruskalWallis.of(new double[] {1, 1}, new double[] {1})).isEmpty();
    assertThat(KruskalWallis.of(new double[] {1, 2}, new double[] {})).isEmpty();
  }

  @Test
  void theLeastExpectedCountIsOfCellsInUse() {
    assertThat(ChiSquare.leastExpected(new long[][] {{2, 0, 8}, {6, 0, 4}})).isEqualTo(4);
  }
}
