package org.denovo.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cox's proportional hazards with tied times by Efron's approximation, for rows that are at risk
 * after their start and up to their stop, with or without weights; as R's {@code coxph} gives it
 * (Efron, JASA 1977;72:557; Therneau and Grambsch, Modeling Survival Data, 2000).
 */
public final class Cox {

  private final double[] start;
  private final double[] stop;
  private final boolean[] event;
  private final double[] weight;
  private final Scaled covariates;
  private final int[] byStop;
  private final int[] byStart;

  private Cox(
      double[] start, double[] stop, boolean[] event, double[][] covariates, double[] weight) {
    this.start = start;
    this.stop = stop;
    this.event = event;
    this.weight = weight;
    this.covariates = Scaled.of(covariates);
    this.byStop = Order.descending(stop);
    this.byStart = Order.descending(start);
  }

  /**
   * The log hazard ratios with the covariance of the model.
   *
   * @param covariates row by row
   * @throws IllegalArgumentException if the lengths differ or a row ends before it starts
   */
  public static Fit of(double[] start, double[] stop, boolean[] event, double[][] covariates) {
    double[] ones = new double[start.length];
    Arrays.fill(ones, 1);
    return model(start, stop, event, covariates, ones).fit().unscaled;
  }

  /**
   * The log hazard ratios of weighted rows with the robust covariance of Lin and Wei (JASA
   * 1989;84:1074), in which the rows of a patient count as one.
   *
   * @param patient whose row each is, as numbers
   */
  public static Fit weighted(
      double[] start,
      double[] stop,
      boolean[] event,
      double[][] covariates,
      double[] weight,
      int[] patient) {
    if (weight.length != start.length || patient.length != start.length) {
      throw new IllegalArgumentException(
          weight.length + " weights, " + patient.length + " patients, " + start.length + " rows");
    }
    Cox cox = model(start, stop, event, covariates, weight);
    Fitted fitted = cox.fit();
    return fitted.scaled.isEstimate()
        ? fitted.unscaled.with(cox.robust(fitted, patient))
        : fitted.unscaled;
  }

  private static Cox model(
      double[] start, double[] stop, boolean[] event, double[][] covariates, double[] weight) {
    int n = start.length;
    if (stop.length != n || event.length != n || covariates.length != n) {
      throw new IllegalArgumentException(
          n + " starts, " + stop.length + " stops, " + event.length + " events");
    }
    for (int i = 0; i < n; i++) {
      if (!(start[i] < stop[i])) {
        throw new IllegalArgumentException("row " + i + " from " + start[i] + " to " + stop[i]);
      }
    }
    return new Cox(start, stop, event, covariates, weight);
  }

  /** The fit on the scaled covariates and on their own scale. */
  private record Fitted(Fit scaled, Fit unscaled) {}

  private Fitted fit() {
    Fit scaled = Fit.climb(covariates.width(), this::surface);
    double[] coefficients = scaled.coefficients();
    double[][] covariance = scaled.covariance();
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] /= covariates.scale()[i];
      for (int j = 0; j < coefficients.length; j++) {
        covariance[i][j] /= covariates.scale()[i] * covariates.scale()[j];
      }
    }
    return new Fitted(
        scaled,
        new Fit(
            scaled.state(),
            coefficients,
            covariance,
            scaled.logLikelihood(),
            scaled.nullLogLikelihood(),
            scaled.iterations()));
  }

  /** What is at risk at one time, and of it what dies then. */
  private final class RiskSet {
    private final double[] risk;
    private double sum;
    private boolean isEmpty = true;
    private final double[] first = new double[covariates.width()];
    private final double[][] second = new double[covariates.width()][covariates.width()];
    private int entered;
    private int left;

    RiskSet(double[] risk) {
      this.risk = risk;
    }

    /** Goes back to a time: those who stop then or later come in, those who start then go. */
    void backTo(double time) {
      for (; entered < byStop.length && stop[byStop[entered]] >= time; entered++) {
        add(byStop[entered], 1);
      }
      for (; left < byStart.length && start[byStart[left]] >= time; left++) {
        add(byStart[left], -1);
      }
    }

    void clear() {
      if (!isEmpty) {
        isEmpty = true;
        sum = 0;
        Arrays.fill(first, 0);
        for (double[] each : second) {
          Arrays.fill(each, 0);
        }
      }
    }

    private void add(int row, int sign) {
      isEmpty = false;
      double share = sign * weight[row] * risk[row];
      double[] x = covariates.x()[row];
      sum += share;
      for (int j = 0; j < x.length; j++) {
        first[j] += share * x[j];
        for (int k = 0; k <= j; k++) {
          second[j][k] += share * x[j] * x[k];
        }
      }
    }
  }

  private double[] linear(double[] coefficients) {
    double[] linear = new double[start.length];
    for (int i = 0; i < linear.length; i++) {
      for (int j = 0; j < coefficients.length; j++) {
        linear[i] += coefficients[j] * covariates.x()[i][j];
      }
    }
    return linear;
  }

  private static double[] exp(double[] linear) {
    double[] risk = new double[linear.length];
    for (int i = 0; i < risk.length; i++) {
      risk[i] = Math.exp(linear[i]);
    }
    return risk;
  }

  private Fit.Surface surface(double[] coefficients) {
    int p = coefficients.length;
    double[] linear = linear(coefficients);
    RiskSet all = new RiskSet(exp(linear));
    double logLikelihood = 0;
    double[] score = new double[p];
    double[][] information = new double[p][p];
    RiskSet dying = new RiskSet(all.risk);
    double[] average = new double[p];
    for (int at = 0; at < byStop.length; ) {
      double time = stop[byStop[at]];
      dying.clear();
      int deaths = 0;
      double deathWeight = 0;
      for (; at < byStop.length && stop[byStop[at]] == time; at++) {
        int row = byStop[at];
        if (event[row]) {
          deaths++;
          deathWeight += weight[row];
          dying.add(row, 1);
          logLikelihood += weight[row] * linear[row];
          for (int j = 0; j < p; j++) {
            score[j] += weight[row] * covariates.x()[row][j];
          }
        }
      }
      if (deaths == 0) {
        continue;
      }
      all.backTo(time);
      double mean = deathWeight / deaths;
      for (int d = 0; d < deaths; d++) {
        double part = (double) d / deaths;
        double sum = all.sum - part * dying.sum;
        logLikelihood -= mean * Math.log(sum);
        for (int j = 0; j < p; j++) {
          average[j] = (all.first[j] - part * dying.first[j]) / sum;
          score[j] -= mean * average[j];
          for (int k = 0; k <= j; k++) {
            double square = (all.second[j][k] - part * dying.second[j][k]) / sum;
            information[j][k] += mean * (square - average[j] * average[k]);
          }
        }
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
    return new Fit.Surface(logLikelihood, score, information);
  }

  /**
   * The hazard, and in the places before it the covariates' hazard, at the times of events from the
   * last to the first; each summed from the first event on.
   */
  private record Jumps(double[] time, double[][] sums) {

    static Jumps of(double[] time, double[][] jumps) {
      for (int i = jumps.length - 2; i >= 0; i--) {
        for (int j = 0; j < jumps[i].length; j++) {
          jumps[i][j] += jumps[i + 1][j];
        }
      }
      return new Jumps(time, jumps);
    }

    /** The place of the last event up to a day; behind them all if there is none. */
    int upTo(double day) {
      int low = 0;
      int high = time.length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (time[middle] > day) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** The sum over the events behind a place and up to another. */
    double between(int from, int to, int j) {
      return (to < sums.length ? sums[to][j] : 0) - (from < sums.length ? sums[from][j] : 0);
    }
  }

  /** The sandwich of the patients' weighted score residuals, on the covariates' own scale. */
  private double[][] robust(Fitted fitted, int[] patient) {
    double[][] residuals = scoreResiduals(fitted.scaled.coefficients());
    int p = covariates.width();
    int[] patients = Arrays.stream(patient).sorted().distinct().toArray();
    double[][] sums = new double[patients.length][p];
    for (int i = 0; i < residuals.length; i++) {
      double[] sum = sums[Arrays.binarySearch(patients, patient[i])];
      for (int j = 0; j < p; j++) {
        sum[j] += weight[i] * residuals[i][j];
      }
    }
    double[][] model = fitted.scaled.covariance();
    double[][] robust = new double[p][p];
    for (double[] sum : sums) {
      double[] influence = new double[p];
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          influence[j] += model[j][k] * sum[k] / covariates.scale()[j];
        }
      }
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          robust[j][k] += influence[j] * influence[k];
        }
      }
    }
    return robust;
  }

  private double[][] scoreResiduals(double[] coefficients) {
    int p = coefficients.length;
    double[] risk = exp(linear(coefficients));
    double[][] residuals = new double[start.length][p];
    RiskSet all = new RiskSet(risk);
    int events = (int) IntStream.range(0, event.length).filter(i -> event[i]).count();
    double[] times = new double[events];
    double[][] hazards = new double[events][p + 1];
    int jumps = 0;
    RiskSet dying = new RiskSet(risk);
    for (int at = 0; at < byStop.length; ) {
      double time = stop[byStop[at]];
      int from = at;
      dying.clear();
      int deaths = 0;
      double deathWeight = 0;
      for (; at < byStop.length && stop[byStop[at]] == time; at++) {
        if (event[byStop[at]]) {
          deaths++;
          deathWeight += weight[byStop[at]];
          dying.add(byStop[at], 1);
        }
      }
      if (deaths == 0) {
        continue;
      }
      all.backTo(time);
      times[jumps] = time;
      for (int d = 0; d < deaths; d++) {
        double part = (double) d / deaths;
        double sum = all.sum - part * dying.sum;
        double hazard = deathWeight / deaths / sum;
        hazards[jumps][p] += hazard;
        for (int j = 0; j < p; j++) {
          double average = (all.first[j] - part * dying.first[j]) / sum;
          hazards[jumps][j] += average * hazard;
          for (int row = from; row < at; row++) {
            int i = byStop[row];
            if (event[i]) {
              double distance = covariates.x()[i][j] - average;
              residuals[i][j] += distance / deaths + part * hazard * risk[i] * distance;
            }
          }
        }
      }
      jumps++;
    }
    Jumps hazard = Jumps.of(Arrays.copyOf(times, jumps), Arrays.copyOf(hazards, jumps));
    for (int i = 0; i < residuals.length; i++) {
      int to = hazard.upTo(stop[i]);
      int from = hazard.upTo(start[i]);
      double own = hazard.between(from, to, p);
      for (int j = 0; j < p; j++) {
        double others = hazard.between(from, to, j);
        residuals[i][j] -= risk[i] * (covariates.x()[i][j] * own - others);
      }
    }
    return residuals;
  }
}
