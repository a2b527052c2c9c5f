package org.denovo.statistics;

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
    if (outcome.length != covariates.length) {
      throw new IllegalArgumentException(outcome.length + " outcomes, " + covariates.length);
    }
    Scaled scaled = Scaled.of(covariates);
    int p = scaled.width() + 1;
    Fit fit = Fit.climb(p, at -> surface(outcome, scaled.x(), at));
    double[] probabilities = new double[outcome.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = probability(linear(scaled.x()[i], fit.coefficients()));
    }
    return new Logistic(unscaled(fit, scaled), probabilities);
  }

  private static Fit.Surface surface(boolean[] outcome, double[][] x, double[] at) {
    int p = at.length;
    double logLikelihood = 0;
    double[] score = new double[p];
    double[][] information = new double[p][p];
    for (int i = 0; i < outcome.length; i++) {
      double linear = linear(x[i], at);
      double probability = probability(linear);
      logLikelihood -= softplus(outcome[i] ? -linear : linear);
      double rest = (outcome[i] ? 1 : 0) - probability;
      double weight = probability * (1 - probability);
      score[0] += rest;
      information[0][0] += weight;
      add(x[i], rest, weight, score, information);
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
    return new Fit.Surface(logLikelihood, score, information);
  }

  /** The hottest loop of a cohort's estimates: no branch in it, and each array fetched once. */
  private static void add(
      double[] x, double rest, double weight, double[] score, double[][] information) {
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

  private static double linear(double[] x, double[] at) {
    double linear = at[0];
    for (int j = 0; j < x.length; j++) {
      linear += at[j + 1] * x[j];
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
