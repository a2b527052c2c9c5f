package org.denovo.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Between which a share, or a ratio of observed to expected, lies with a given probability if it
 * differs from its target by chance only: exact limits, interpolated between the counts
 * (Spiegelhalter, Stat Med 2005, appendix A.1.1). The upper limit is the lower one of the
 * complement, so that a share and its complement are judged alike and a count beyond a limit is
 * exactly as unlikely as said; the upper limit of the paper lies one count lower.
 */
public record FunnelLimits(double lower, double upper) {

  /**
   * Limits of a share.
   *
   * @param n out of how many, at least 1
   * @param share the target, from 0 to 1
   * @param probability for example 0.998
   */
  public static FunnelLimits ofShare(int n, double share, double probability) {
    FunnelLimits counts = counts(BinomialDistribution.of(n, share), (1 - probability) / 2);
    return new FunnelLimits(Math.max(0, counts.lower / n), Math.min(1, counts.upper / n));
  }

  /**
   * Limits of a ratio of an observed Poisson count to the expected one.
   *
   * @param expected above 0
   * @param probability for example 0.998
   */
  public static FunnelLimits ofRatio(double expected, double probability) {
    FunnelLimits counts = counts(PoissonDistribution.of(expected), (1 - probability) / 2);
    return new FunnelLimits(Math.max(0, counts.lower / expected), counts.upper / expected);
  }

  private static FunnelLimits counts(DiscreteDistribution counts, double tail) {
    int low = counts.inverseCumulativeProbability(tail);
    int high = counts.inverseSurvivalProbability(tail);
    double below = (counts.cumulativeProbability(low) - tail) / counts.probability(low);
    double above = (counts.survivalProbability(high - 1) - tail) / counts.probability(high);
    return new FunnelLimits(low - below, high + above);
  }

  /**
   * The limits at so many times their distance from the target, for variation beyond chance; no
   * farther than the given bounds.
   */
  public FunnelLimits stretched(double target, double factor, double least, double most) {
    return new FunnelLimits(
        Math.max(least, target - factor * (target - lower)),
        Math.min(most, target + factor * (upper - target)));
  }
}
