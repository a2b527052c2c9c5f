package org.denovo.statistics;

import java.util.Arrays;

/** Sample quantiles by linear interpolation between order statistics (R's type 7). */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The quantiles of the values at the given probabilities; the values are not changed.
   *
   * @throws IllegalArgumentException if there is no value, or a probability is not within 0 and 1
   */
  public static double[] of(double[] values, double... probabilities) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[probabilities.length];
    for (int i = 0; i < probabilities.length; i++) {
      quantiles[i] = at(sorted, probabilities[i]);
    }
    return quantiles;
  }

  /** The middle of the values. */
  public static double median(double[] values) {
    return of(values, 0.5)[0];
  }

  private static double at(double[] sorted, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability);
    }
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
