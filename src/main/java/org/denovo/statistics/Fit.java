package org.denovo.statistics;

import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The coefficients that make a likelihood greatest, how sure they are, and whether they are to be
 * trusted at all.
 *
 * @param coefficients empty where the fit is {@link State#SINGULAR}
 * @param covariance the inverse of the information, or its robust form
 */
public record Fit(
    State state,
    double[] coefficients,
    double[][] covariance,
    double logLikelihood,
    double nullLogLikelihood,
    int iterations) {

  /** What became of a fit. */
  public enum State {
    /** The likelihood has its maximum here. */
    CONVERGED,
    /** The likelihood still grows as a coefficient does: no estimate, the groups are separated. */
    INFINITE,
    /** A covariate does not vary among those compared, or follows from others. */
    SINGULAR,
    /** Neither a maximum nor a reason was found. */
    NOT_CONVERGED
  }

  /** Log-likelihood, score and information at some coefficients. */
  record Surface(double logLikelihood, double[] score, double[][] information) {}

  /** Normal quantile of a two-sided 95 % interval. */
  private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 30;

  /** A step below this changes no digit that anyone prints. */
  private static final double STILL = 1e-10;

  /**
   * Where the likelihood no longer grows but a coefficient still moves by this much (in standard
   * deviations of its covariate), it moves to infinity: in a separated likelihood each Newton step
   * is about 1, in others it shrinks with its square (Heinze and Schemper, Stat Med 2001;20:2165).
   */
  private static final double DRIFT = 0.01;

  public Fit {
    coefficients = coefficients.clone();
    covariance = copy(covariance);
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  /** True if the numbers are estimates. */
  public boolean isEstimate() {
    return state == State.CONVERGED;
  }

  /** A coefficient. */
  public double coefficient(int i) {
    return coefficients[i];
  }

  /** A coefficient's standard error. */
  public double error(int i) {
    return Math.sqrt(covariance[i][i]);
  }

  /** The lower bound of the 95 % interval. */
  public double lower(int i) {
    return coefficients[i] - Z * error(i);
  }

  /** The upper bound of the 95 % interval. */
  public double upper(int i) {
    return coefficients[i] + Z * error(i);
  }

  /** Wald's test that a coefficient is zero, two-sided. */
  public double p(int i) {
    double z = coefficients[i] / error(i);
    return ChiSquare.tail(z * z, 1);
  }

  /** The same coefficients with another covariance. */
  Fit with(double[][] otherCovariance) {
    return new Fit(
        state, coefficients, otherCovariance, logLikelihood, nullLogLikelihood, iterations);
  }

  /** Climbs by Newton's steps from zero, each halved until the likelihood does not fall. */
  static Fit climb(int p, Function<double[], Surface> likelihood) {
    double[] at = new double[p];
    Surface here = likelihood.apply(at);
    double atZero = here.logLikelihood();
    if (p == 0) { // no row, so no covariate
      return new Fit(State.SINGULAR, at, new double[0][0], atZero, atZero, 0);
    }
    for (int iteration = 1; iteration <= MOST_STEPS; iteration++) {
      Optional<Cholesky> information = Cholesky.of(here.information());
      if (information.isEmpty()) {
        State state = iteration == 1 ? State.SINGULAR : State.INFINITE;
        return new Fit(state, at, new double[p][p], here.logLikelihood(), atZero, iteration);
      }
      double[] step = information.get().solve(here.score());
      double[] next = plus(at, step);
      Surface there = likelihood.apply(next);
      for (int half = 0; half < MOST_HALVINGS && isLower(there, here); half++) {
        for (int i = 0; i < p; i++) {
          step[i] /= 2;
        }
        next = plus(at, step);
        there = likelihood.apply(next);
      }
      double growth = Math.abs(there.logLikelihood() - here.logLikelihood());
      double largest = largest(step);
      at = next;
      here = there;
      boolean isFlat = growth <= 1e-9 * (Math.abs(here.logLikelihood()) + 0.1);
      if (largest < STILL || (isFlat && largest > DRIFT)) {
        Optional<Cholesky> last = Cholesky.of(here.information());
        State state = largest < STILL && last.isPresent() ? State.CONVERGED : State.INFINITE;
        double[][] covariance = last.map(Cholesky::inverse).orElseGet(() -> new double[p][p]);
        return new Fit(state, at, covariance, here.logLikelihood(), atZero, iteration);
      }
    }
    return new Fit(
        State.NOT_CONVERGED, at, new double[p][p], here.logLikelihood(), atZero, MOST_STEPS);
  }

  /** Rounding may lower the likelihood at its top. */
  private static boolean isLower(Surface there, Surface here) {
    double slack = 1e-12 * (Math.abs(here.logLikelihood()) + 1);
    return !(there.logLikelihood() >= here.logLikelihood() - slack);
  }

  private static double[] plus(double[] at, double[] step) {
    double[] next = at.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += step[i];
    }
    return next;
  }

  private static double largest(double[] step) {
    double largest = 0;
    for (double each : step) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
