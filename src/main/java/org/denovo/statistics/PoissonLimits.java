package org.denovo.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/** The counts between which a Poisson count lies with a given probability, both included. */
public record PoissonLimits(int low, int high) {

  /**
   * The central limits: no more than half of what is left of the probability lies below, and above.
   *
   * @param mean above 0
   * @param probability for example 0.99
   */
  public static PoissonLimits of(double mean, double probability) {
    PoissonDistribution counts = PoissonDistribution.of(mean);
    double tail = (1 - probability) / 2;
    return new PoissonLimits(
        counts.inverseCumulativeProbability(tail), counts.inverseSurvivalProbability(tail));
  }
}
