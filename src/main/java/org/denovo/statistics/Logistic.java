package org.denovo.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Logistic regression by iteratively reweighted least squares, as R's {@code glm} with the family
 * {@code binomial} gives it.
 *
 * @param fit the log odds: the intercept first, then the covariates in their order
 * @param probabilities of the outcome, row by row
 */
public record Logistic(Fit fit, double[] probabilities) {

  public Logistic {
    probabilities = probabilities.clone();
  }

  @Override
  public double[] probabilities() {
    return probabilities.clone();
  }

  /**
   * The regression of an outcome on covariates, row by row.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Logistic of(boolean[] outcome, double[][] covariates) {
    return of(
        outcome,
        new double[outcome.length][0],
        covariates,
        IntStream.range(0, covariates.length).toArray());
  }

  /**
   * The same of subjects with several rows each, for which what does not change is added up once.
   *
   * @param own the covariates of a row, which come first
   * @param shared the covariates of a subject
   * @param of the subject of a row; a subject's rows stand together
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Logistic of(boolean[] outcome, double[][] own, double[][] shared, int[] of) {
    if (outcome.length != own.length || outcome.length != of.length) {
      throw new IllegalArgumentException(outcome.length + " outcomes, " + of.length);
    }
    Rows rows = new Rows(outcome, Scaled.of(own), Sparse.of(shared), of);
    Fit fit = Fit.climb(rows.width() + 1, rows::surface);
    Scaled all = rows.own.with(rows.shared);
    return new Logistic(unscaled(fit, all), rows.probabilities(fit.coefficients()));
  }

  private record Rows(boolean[] outcome, Scaled own, Sparse shared, int[] of) {

    int width() {
      return own.width() + shared.width();
    }

    /** What all rows have in common of the linear predictor. */
    double common(double[] at) {
      return at[0] + shared.common(at, own.width() + 1);
    }

    double[] probabilities(double[] at) {
      double common = common(at);
      double[] probabilities = new double[outcome.length];
      for (int i = 0; i < probabilities.length; i++) {
        double linear = linear(common + shared.linear(of[i], at, own.width() + 1), i, at);
        probabilities[i] = 1 / (1 + Math.exp(-linear));
      }
      return probabilities;
    }

    private double linear(double from, int row, double[] at) {
      double[] x = own.x()[row];
      double linear = from;
      for (int j = 0; j < x.length; j++) {
        linear += at[1 + j] * x[j];
      }
      return linear;
    }

    Fit.Surface surface(double[] at) {
      int p = at.length;
      int q = own.width();
      double common = common(at);
      Likelihood likelihood = new Likelihood();
      double[] score = new double[p];
      double[][] information = new double[p][p];
      double[] weights = new double[q + 1];
      double[][] sums = new double[q + 1][shared.width()];
      for (int i = 0; i < outcome.length; ) {
        int subject = of[i];
        double predictor = common + shared.linear(subject, at, q + 1);
        double rests = 0;
        Arrays.fill(weights, 0);
        for (; i < outcome.length && of[i] == subject; i++) {
          double probability = likelihood.add(linear(predictor, i, at), outcome[i]);
          double rest = (outcome[i] ? 1 : 0) - probability;
          double weight = probability * (1 - probability);
          double[] x = own.x()[i];
          rests += rest;
          weights[0] += weight;
          for (int j = 0; j < q; j++) {
            weights[j + 1] += weight * x[j];
          }
          add(x, rest, weight, score, information);
        }
        shared.add(subject, rests, score, q + 1);
        for (int k = 0; k <= q; k++) {
          shared.add(subject, weights[k], sums[k], 0);
        }
        shared.addProducts(subject, weights[0], information, q + 1);
      }
      shared.complete(information, q + 1, sums[0], information[0][0]);
      for (int j = 0; j < shared.width(); j++) {
        double offset = shared.offset()[j];
        score[q + 1 + j] += offset * score[0];
        for (int k = 0; k <= q; k++) {
          information[q + 1 + j][k] = sums[k][j] + offset * information[k][0];
        }
      }
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < j; k++) {
          information[k][j] = information[j][k];
        }
      }
      return new Fit.Surface(likelihood.logarithm(), score, information);
    }
  }

  /** The likelihood of outcomes, with a logarithm for many of them. */
  private static final class Likelihood {
    private static final double LARGE = 1e250;
    private double logarithm;
    private double inverse = 1;

    /** Adds an outcome with these log odds and gives its probability. */
    double add(double linear, boolean happened) {
      double odds = Math.exp(-Math.abs(linear)); // cannot overflow
      logarithm += Math.min(0, happened ? linear : -linear);
      inverse *= 1 + odds;
      if (inverse > LARGE) {
        logarithm = logarithm();
        inverse = 1;
      }
      return linear >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
    }

    double logarithm() {
      return logarithm - Math.log(inverse);
    }
  }

  /** A row's own part. */
  private static void add(
      double[] x, double rest, double weight, double[] score, double[][] information) {
    score[0] += rest;
    information[0][0] += weight;
    for (int j = 0; j < x.length; j++) {
      score[j + 1] += rest * x[j];
      double[] row = information[j + 1];
      double weighted = weight * x[j];
      row[0] += weighted;
      for (int k = 0; k <= j; k++) {
        row[k + 1] += weighted * x[k];
      }
    }
  }

  /** Back to the covariates' own scale: b = b* / s, a = a* − Σ b* m / s. */
  private static Fit unscaled(Fit fit, Scaled scaled) {
    int p = scaled.width() + 1;
    double[][] back = new double[p][p];
    back[0][0] = 1;
    for (int j = 1; j < p; j++) {
      back[j][j] = 1 / scaled.scale()[j - 1];
      back[0][j] = -scaled.mean()[j - 1] / scaled.scale()[j - 1];
    }
    double[] own = fit.coefficients();
    double[] coefficients = new double[p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        coefficients[i] += back[i][j] * own[j];
      }
    }
    double[][] v = fit.covariance();
    double[][] covariance = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        // Only the intercept mixes: every other coefficient comes back from itself alone.
        for (int k = i; k < (i == 0 ? p : i + 1); k++) {
          for (int l = j; l < (j == 0 ? p : j + 1); l++) {
            covariance[i][j] += back[i][k] * v[k][l] * back[j][l];
          }
        }
      }
    }
    return new Fit(
        fit.state(),
        coefficients,
        covariance,
        fit.logLikelihood(),
        fit.nullLogLikelihood(),
        fit.iterations());
  }
}
