package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** Limits about a target, spread between units and adjusted tests; R holds the figures too. */
class FunnelsTest {

  /** qbinom(0.001, 20, 0.7) is 7 and qbinom(0.999, 20, 0.7) 19, by R 4.2.2. */
  @Test
  void theLimitsOfAShareLieBetweenTheCountsAboutTheTail() {
    FunnelLimits limits = FunnelLimits.ofShare(20, 0.7, 0.998);
    assertThat(limits.lower() * 20).isBetween(6.0, 7.0);
    assertThat(limits.upper() * 20).isBetween(19.0, 20.0);
  }

  /**
   * For every count of every size: outside if and only if its tail is below half of what is left.
   */
  @Test
  void aCountBeyondALimitIsAsUnlikelyAsSaid() {
    for (int n : new int[] {1, 7, 20, 61, 300}) {
      for (double share : new double[] {0.004, 0.08, 0.5, 0.77, 0.99}) {
        FunnelLimits limits = FunnelLimits.ofShare(n, share, 0.998);
        BinomialDistribution counts = BinomialDistribution.of(n, share);
        for (int count = 0; count <= n; count++) {
          String at = count + " of " + n + " at " + share;
          double as = (double) count / n;
          assertThat(as < limits.lower())
              .as(at)
              .isEqualTo(counts.cumulativeProbability(count) < 0.001);
          assertThat(as > limits.upper())
              .as(at)
              .isEqualTo(counts.survivalProbability(count - 1) < 0.001);
        }
      }
    }
  }

  @Test
  void aShareAndItsComplementHaveTheSameLimits() {
    FunnelLimits share = FunnelLimits.ofShare(40, 0.2, 0.95);
    FunnelLimits rest = FunnelLimits.ofShare(40, 0.8, 0.95);
    assertThat(share.lower()).isCloseTo(1 - rest.upper(), within(1e-12));
    assertThat(share.upper()).isCloseTo(1 - rest.lower(), within(1e-12));
  }

  @Test
  void limitsAreStretchedAboutTheTargetAndStayWithinTheirBounds() {
    FunnelLimits limits = new FunnelLimits(0.4, 0.6).stretched(0.5, 3, 0, 1);
    assertThat(limits.lower()).isCloseTo(0.2, within(1e-12));
    assertThat(limits.upper()).isCloseTo(0.8, within(1e-12));
    assertThat(new FunnelLimits(0.1, 0.9).stretched(0.5, 2, 0, 1))
        .isEqualTo(new FunnelLimits(0, 1));
  }

  /** z = 2, −2, 2, −2 and a variance of 0.01 each: phi 4, between (16 − 3) / (400 − 100). */
  @Test
  void whatChanceDoesNotExplainIsBetweenUnits() {
    Overdispersion spread =
        Overdispersion.of(
            new double[] {0.7, 0.3, 0.7, 0.3}, 0.5, new double[] {0.01, 0.01, 0.01, 0.01});
    assertThat(spread.phi()).isCloseTo(4, within(1e-12));
    assertThat(spread.between()).isCloseTo(13.0 / 300, within(1e-12));
    assertThat(spread.p()).isCloseTo(0.00113398428979, within(1e-13));
  }

  @Test
  void oneOutlierOfManyIsDrawnIn() {
    double[] values = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1};
    double[] variances = new double[values.length];
    Arrays.fill(variances, 0.01);
    Overdispersion spread = Overdispersion.of(values, 0.5, variances);
    assertThat(spread.phi()).isZero();
    assertThat(spread.between()).isZero();
  }

  @Test
  void rareCategoriesAreTestedTogether() {
    TwoSamples test =
        TwoSamples.of(new long[] {10, 10, 0, 10}, new long[] {0, 20, 40, 40}).orElseThrow();
    assertThat(test.test().degreesOfFreedom()).isEqualTo(2);
    assertThat(test.test().p()).isCloseTo(6.160116e-07, within(1e-13));
  }

  @Test
  void aSampleThatIsTooSmallOrAloneIsNotTested() {
    assertThat(TwoSamples.of(new long[] {3, 3}, new long[] {50, 50})).isEqualTo(Optional.empty());
    assertThat(TwoSamples.of(new long[] {30, 30}, new long[] {0, 0})).isEmpty();
    assertThat(TwoSamples.of(new long[] {0, 0}, new long[] {50, 50})).isEmpty();
  }

  /** p.adjust(c(0.01, 0.8, 0.0004, 0.03), "holm") of R 4.2.2. */
  @Test
  void holmsProbabilitiesAreThoseOfR() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.8, 0.0004, 0.03}))
        .containsExactly(new double[] {0.03, 0.8, 0.0016, 0.06}, within(1e-12));
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }
}
