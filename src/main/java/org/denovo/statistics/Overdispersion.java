package org.denovo.statistics;

import java.util.Arrays;

/**
 * How much more units vary about a target than chance allows (Spiegelhalter, Stat Med 2005, section
 * 4): the mean square of their standardised distances, of which the outermost tenth on each side is
 * drawn in to the tenth and the ninetieth percentile, and from it the variance between units of the
 * additive model.
 *
 * @param phi 1 if there is chance only
 * @param p how likely so large a phi is by chance: the tail of units × phi in a chi-square of units
 *     − 1 degrees of freedom
 * @param between the variance between units by the method of moments; 0 if phi is not above chance
 */
public record Overdispersion(int units, double phi, double p, double between) {

  private static final double DRAWN_IN = 0.1;

  /**
   * The overdispersion of some units.
   *
   * @param values a share or ratio of each, at least two
   * @param variances of each under chance alone, all above 0
   */
  public static Overdispersion of(double[] values, double target, double[] variances) {
    int units = values.length;
    double[] z = new double[units];
    double weights = 0;
    double squares = 0;
    for (int i = 0; i < units; i++) {
      z[i] = (values[i] - target) / Math.sqrt(variances[i]);
      weights += 1 / variances[i];
      squares += 1 / (variances[i] * variances[i]);
    }
    double[] bounds = Quantiles.of(z, DRAWN_IN, 1 - DRAWN_IN);
    double sum =
        Arrays.stream(z)
            .map(each -> Math.min(bounds[1], Math.max(bounds[0], each)))
            .map(each -> each * each)
            .sum();
    double excess = Math.max(0, sum - (units - 1));
    return new Overdispersion(
        units, sum / units, ChiSquare.tail(sum, units - 1), excess / (weights - squares / weights));
  }
}
