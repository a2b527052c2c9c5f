package org.denovo.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link Cox} with a baseline hazard for each stratum, and the test of proportional hazards of
 * Grambsch and Therneau (Biometrika 1994;81:515) as the score test that R's {@code cox.zph} makes,
 * time being one minus the Kaplan–Meier estimate of all rows just before it.
 */
public final class StratifiedCox {

  /**
   * The score and the information of each covariate's product with time, behind those of the
   * covariates, at the estimate.
   */
  private record Test(double[] score, double[][] information) {}

  private final Fit fit;
  private final Optional<Test> test;

  private StratifiedCox(Fit fit, Optional<Test> test) {
    this.fit = fit;
    this.test = test;
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
    double[] from = plus(start, apart);
    double[] to = plus(stop, apart);
    double[][] within = within(covariates, stratum);
    Fit fit = Cox.of(from, to, event, within);
    if (!fit.isEstimate()) {
      return new StratifiedCox(fit, Optional.empty());
    }
    Scaled scaled = Scaled.of(within);
    double[] risk = risk(scaled, fit);
    double[] time = time(start, stop, event);
    return new StratifiedCox(fit, Optional.of(test(from, to, event, scaled.x(), risk, time)));
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

  private static double[] risk(Scaled scaled, Fit fit) {
    double[] risk = new double[scaled.x().length];
    for (int i = 0; i < risk.length; i++) {
      double linear = 0;
      for (int j = 0; j < scaled.width(); j++) {
        linear += fit.coefficient(j) * scaled.scale()[j] * scaled.x()[i][j];
      }
      risk[i] = Math.exp(linear);
    }
    return risk;
  }

  /** The time scale of the test row by row, around its mean over the events. */
  private static double[] time(double[] start, double[] stop, boolean[] event) {
    List<KaplanMeier.Step> steps = KaplanMeier.of(start, stop, event, 0.95).steps();
    double[] times = steps.stream().mapToDouble(KaplanMeier.Step::time).toArray();
    double[] died = new double[stop.length];
    for (int i = 0; i < died.length; i++) {
      int at = Arrays.binarySearch(times, stop[i]);
      died[i] = at == 0 ? 0 : 1 - steps.get(at - 1).survival();
    }
    double mean =
        IntStream.range(0, died.length)
            .filter(i -> event[i])
            .mapToDouble(i -> died[i])
            .average()
            .orElse(0);
    return Arrays.stream(died).map(each -> each - mean).toArray();
  }

  private static Test test(
      double[] start, double[] stop, boolean[] event, double[][] x, double[] risk, double[] time) {
    int p = x[0].length;
    double[] score = new double[2 * p];
    double[][] information = new double[2 * p][2 * p];
    Sums all = new Sums(p);
    int[] byStop = Order.descending(stop);
    int[] byStart = Order.descending(start);
    int entered = 0;
    int left = 0;
    for (int at = 0; at < byStop.length; ) {
      double now = stop[byStop[at]];
      Sums dying = new Sums(p);
      double[] seen = new double[p];
      int deaths = 0;
      double clock = time[byStop[at]];
      for (; at < byStop.length && stop[byStop[at]] == now; at++) {
        int row = byStop[at];
        if (event[row]) {
          deaths++;
          dying.add(x[row], risk[row]);
          for (int j = 0; j < p; j++) {
            seen[j] += x[row][j];
          }
        }
      }
      if (deaths == 0) {
        continue;
      }
      for (; entered < byStop.length && stop[byStop[entered]] >= now; entered++) {
        all.add(x[byStop[entered]], risk[byStop[entered]]);
      }
      for (; left < byStart.length && start[byStart[left]] >= now; left++) {
        all.add(x[byStart[left]], -risk[byStart[left]]);
      }
      for (int j = 0; j < p; j++) {
        score[p + j] += clock * seen[j];
      }
      for (int d = 0; d < deaths; d++) {
        all.without(dying, (double) d / deaths).addTo(score, information, clock);
      }
    }
    return new Test(score, information);
  }

  /** Risk, and the covariates' first and second moments by it. */
  private static final class Sums {
    private double sum;
    private final double[] first;
    private final double[][] second;

    Sums(int p) {
      first = new double[p];
      second = new double[p][p];
    }

    void add(double[] x, double risk) {
      sum += risk;
      for (int j = 0; j < first.length; j++) {
        first[j] += risk * x[j];
        for (int k = 0; k <= j; k++) {
          second[j][k] += risk * x[j] * x[k];
        }
      }
    }

    /** Of tied deaths a part is gone already (Efron). */
    Sums without(Sums dying, double part) {
      Sums rest = new Sums(first.length);
      rest.sum = sum - part * dying.sum;
      for (int j = 0; j < first.length; j++) {
        rest.first[j] = first[j] - part * dying.first[j];
        for (int k = 0; k <= j; k++) {
          rest.second[j][k] = second[j][k] - part * dying.second[j][k];
        }
      }
      return rest;
    }

    void addTo(double[] score, double[][] information, double clock) {
      int p = first.length;
      for (int j = 0; j < p; j++) {
        double mean = first[j] / sum;
        score[p + j] -= clock * mean;
        for (int k = 0; k <= j; k++) {
          double variance = second[j][k] / sum - mean * first[k] / sum;
          put(information, j, k, variance);
          put(information, p + j, p + k, clock * clock * variance);
          information[p + j][k] += clock * variance;
          information[k][p + j] += clock * variance;
          if (j != k) {
            information[p + k][j] += clock * variance;
            information[j][p + k] += clock * variance;
          }
        }
      }
    }

    private static void put(double[][] matrix, int j, int k, double value) {
      matrix[j][k] += value;
      if (j != k) {
        matrix[k][j] += value;
      }
    }
  }

  /** The log hazard ratios with the covariance of the model. */
  public Fit fit() {
    return fit;
  }

  /**
   * Whether the hazards of these covariates are proportional, given the others; empty where there
   * is no estimate or too little time in it.
   */
  public Optional<ChiSquare> proportionality(int... columns) {
    return test.flatMap(
        whole -> {
          int p = whole.score.length / 2;
          int[] places =
              IntStream.concat(
                      IntStream.range(0, p), Arrays.stream(columns).map(column -> p + column))
                  .toArray();
          double[] score =
              Arrays.stream(places).mapToDouble(i -> i < p ? 0 : whole.score[i]).toArray();
          double[][] information = new double[places.length][places.length];
          for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
              information[i][j] = whole.information[places[i]][places[j]];
            }
          }
          return Cholesky.of(information)
              .map(solved -> ChiSquare.of(solved.form(score), columns.length));
        });
  }

  /** Whether all hazards are proportional. */
  public Optional<ChiSquare> proportionality() {
    return proportionality(IntStream.range(0, fit.coefficients().length).toArray());
  }
}
