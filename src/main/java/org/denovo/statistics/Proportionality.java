package org.denovo.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The test of proportional hazards of Grambsch and Therneau (Biometrika 1994;81:515) as the score
 * test that R's {@code cox.zph} makes, time being one minus the Kaplan–Meier estimate of all rows
 * just before it.
 */
public final class Proportionality {

  /** Of the covariates' products with time, behind those of the covariates, at the estimate. */
  private final double[] score;

  private final double[][] information;

  private Proportionality(double[] score, double[][] information) {
    this.score = score;
    this.information = information;
  }

  /**
   * What an estimate says of it.
   *
   * @param start with the strata apart, as is stop
   * @param time row by row
   */
  static Proportionality of(
      double[] start,
      double[] stop,
      boolean[] event,
      double[][] covariates,
      Fit fit,
      double[] time) {
    Scaled scaled = Scaled.of(covariates);
    return of(start, stop, event, scaled.x(), risk(scaled, fit), time);
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
  static double[] time(double[] start, double[] stop, boolean[] event) {
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

  private static Proportionality of(
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
    return new Proportionality(score, information);
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

  /** Whether the hazards of these covariates are; empty where there is too little time in them. */
  public Optional<ChiSquare> of(int... columns) {
    int p = score.length / 2;
    int[] places =
        IntStream.concat(IntStream.range(0, p), Arrays.stream(columns).map(column -> p + column))
            .toArray();
    double[] some = Arrays.stream(places).mapToDouble(i -> i < p ? 0 : score[i]).toArray();
    double[][] among = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        among[i][j] = information[places[i]][places[j]];
      }
    }
    return Cholesky.of(among).map(solved -> ChiSquare.of(solved.form(some), columns.length));
  }

  /** Whether all hazards are. */
  public Optional<ChiSquare> all() {
    return of(IntStream.range(0, score.length / 2).toArray());
  }
}
