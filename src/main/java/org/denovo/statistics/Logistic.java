package org.denovo.statistics;

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
    Rows rows = new Rows(outcome, Scaled.of(own), Scaled.of(shared), of);
    Fit fit = Fit.climb(rows.width() + 1, rows::surface);
    double[] probabilities = new double[outcome.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] =
          probability(rows.own(i, rows.shared(of[i], fit.coefficients()), fit.coefficients()));
    }
    return new Logistic(unscaled(fit, rows.own.with(rows.shared)), probabilities);
  }

  private record Rows(boolean[] outcome, Scaled own, Scaled shared, int[] of) {

    int width() {
      return own.width() + shared.width();
    }

    /** What a subject's rows have in common of the linear predictor. */
    double shared(int subject, double[] at) {
      return linear(at[0], shared.x()[subject], at, own.width() + 1);
    }

    double own(int row, double common, double[] at) {
      return linear(common, own.x()[row], at, 1);
    }

    Fit.Surface surface(double[] at) {
      int p = at.length;
      int q = own.width();
      double logLikelihood = 0;
      double[] score = new double[p];
      double[][] information = new double[p][p];
      for (int i = 0; i < outcome.length; ) {
        int subject = of[i];
        double common = shared(subject, at);
        double rests = 0;
        double[] weights = new double[q + 1];
        for (; i < outcome.length && of[i] == subject; i++) {
          double linear = own(i, common, at);
          double probability = probability(linear);
          logLikelihood -= softplus(outcome[i] ? -linear : linear);
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
        add(shared.x()[subject], q, rests, weights, score, information);
      }
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < j; k++) {
          information[k][j] = information[j][k];
        }
      }
      return new Fit.Surface(logLikelihood, score, information);
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

  /** A subject's part: the hottest loop of a cohort's estimates, so without a branch. */
  private static void add(
      double[] x, int q, double rest, double[] weights, double[] score, double[][] information) {
    for (int j = 0; j < x.length; j++) {
      score[q + 1 + j] += rest * x[j];
      double[] row = information[q + 1 + j];
      for (int k = 0; k <= q; k++) {
        row[k] += weights[k] * x[j];
      }
      double weighted = weights[0] * x[j];
      for (int k = 0; k <= j; k++) {
        row[q + 1 + k] += weighted * x[k];
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

  private static double linear(double from, double[] x, double[] at, int first) {
    double linear = from;
    for (int j = 0; j < x.length; j++) {
      linear += at[first + j] * x[j];
    }
    return linear;
  }

  private static double probability(double linear) {
    return 1 / (1 + Math.exp(-linear));
  }

  /** log(1 + eˣ) without overflow. */
  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
