package org.denovo.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@link Cox} with a baseline hazard for each stratum. */
public final class StratifiedCox {

  private final double[] start;
  private final double[] stop;
  private final boolean[] event;
  private final double[][] covariates;
  private final double[] time;
  private final Fit fit;

  private StratifiedCox(
      double[] start, double[] stop, boolean[] event, double[][] covariates, double[] time) {
    this.start = start;
    this.stop = stop;
    this.event = event;
    this.covariates = covariates;
    this.time = time;
    this.fit = Cox.of(start, stop, event, covariates);
  }

  /**
   * Fits the model.
   *
   * @param stratum of each row, from 0
   * @param covariates row by row
   * @throws IllegalArgumentException if the lengths differ or a row ends before it starts
   */
  public static StratifiedCox of(
      double[] start, double[] stop, boolean[] event, double[][] covariates, int[] stratum) {
    double[] apart = apart(start, stop, stratum);
    return new StratifiedCox(
        plus(start, apart),
        plus(stop, apart),
        event,
        within(covariates, stratum),
        Proportionality.time(start, stop, event));
  }

  /** Strata one after the other in time are never at risk together. */
  private static double[] apart(double[] start, double[] stop, int[] stratum) {
    double first = Arrays.stream(start).min().orElse(0);
    double last = Arrays.stream(stop).max().orElse(0);
    double span = Math.ceil(last - first) + 1;
    return Arrays.stream(stratum).mapToDouble(each -> each * span).toArray();
  }

  /**
   * Seen from a stratum's first row, which moves its baseline only: what does not vary within
   * strata is then exactly zero.
   */
  private static double[][] within(double[][] covariates, int[] stratum) {
    double[][] first = new double[Arrays.stream(stratum).max().orElse(-1) + 1][];
    double[][] within = new double[covariates.length][];
    for (int i = 0; i < within.length; i++) {
      within[i] = covariates[i].clone();
      double[] from = first[stratum[i]] == null ? covariates[i] : first[stratum[i]];
      first[stratum[i]] = from;
      for (int j = 0; j < from.length; j++) {
        within[i][j] -= from[j];
      }
    }
    return within;
  }

  private static double[] plus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }

  /** The log hazard ratios with the covariance of the model. */
  public Fit fit() {
    return fit;
  }

  /** Whether the hazards are proportional; empty where there is no estimate. */
  public Optional<Proportionality> proportionality() {
    return fit.isEstimate()
        ? Optional.of(Proportionality.of(start, stop, event, covariates, fit, time))
        : Optional.empty();
  }
}
