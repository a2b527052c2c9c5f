package org.denovo.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.Variable;
import org.denovo.statistics.Cox;
import org.denovo.statistics.Fit;
import org.denovo.statistics.Independent;
import org.denovo.statistics.Logistic;
import org.denovo.statistics.Quantiles;
import org.denovo.vocabulary.Text;

/**
 * How likely each patient at risk at a landmark was to be exposed by then, given the baseline
 * covariates, and the weights that make the groups alike: inverse probability of the exposure
 * received, for the effect in all of them, stabilised and cut at the 1st and 99th percentile
 * (Robins, Hernán and Brumback, Epidemiology 2000;11:550; Cole and Hernán, Am J Epidemiol
 * 2008;168:656).
 *
 * @param state of the logistic model; without an estimate all weights are 1
 * @param scores row by row
 * @param weights row by row
 */
record Propensity(
    Fit.State state,
    double[] scores,
    double[] weights,
    int[] group,
    List<Covariates.Term> terms,
    List<Covariates.Term> model) {

  /** A level that fewer have, or lack, would only separate. */
  private static final int FEWEST = 10;

  /** Patients of the smaller group for each term (Vittinghoff and McCulloch, AJE 2007;165:710). */
  private static final int PER_TERM = 5;

  /** A column of which less is left beside the others follows from them. */
  private static final double FOLLOWS = 1e-7;

  private static final Text METHOD =
      new Text("Cox，倾向评分加权（ATE），稳健方差", "Cox, propensity weights (ATE), robust variance");

  static Propensity of(AtRisk atRisk, Covariates covariates) {
    int[] group = atRisk.group();
    boolean[] exposed = new boolean[group.length];
    for (int i = 0; i < group.length; i++) {
      exposed[i] = group[i] == 1;
    }
    List<Covariates.Term> terms = covariates.terms(atRisk.patient());
    List<Covariates.Term> model = model(terms, exposed);
    Logistic logistic = Logistic.of(exposed, matrix(model, group.length));
    double[] scores = logistic.probabilities();
    double[] weights = logistic.fit().isEstimate() ? weights(exposed, scores) : ones(group.length);
    return new Propensity(logistic.fit().state(), scores, weights, group, terms, model);
  }

  /** The terms that a model of the exposure can carry. */
  static List<Covariates.Term> model(List<Covariates.Term> terms, boolean[] exposed) {
    long smaller = Math.min(count(exposed), exposed.length - count(exposed));
    List<Covariates.Term> useful = withoutReference(terms);
    return Arrays.stream(Independent.columns(matrix(useful, exposed.length), FOLLOWS))
        .limit(smaller / PER_TERM)
        .mapToObj(useful::get)
        .toList();
  }

  /** The terms' numbers, row by row. */
  static double[][] matrix(List<Covariates.Term> terms, int n) {
    double[][] rows = new double[n][terms.size()];
    for (int j = 0; j < terms.size(); j++) {
      double[] x = terms.get(j).filled();
      for (int i = 0; i < n; i++) {
        rows[i][j] = x[i];
      }
    }
    return rows;
  }

  /**
   * How far the groups lie apart in each term, with nothing that would give a few away. What few
   * have follows from what the others have, so the variable is withheld as a whole.
   */
  List<Balance> balances(int threshold) {
    Rounding rounding = new Rounding(threshold);
    Set<Variable<?>> withheld =
        terms.stream()
            .filter(term -> Balance.isSmall(term, group, rounding))
            .map(Covariates.Term::variable)
            .collect(Collectors.toSet());
    return terms.stream()
        .map(
            term ->
                Balance.of(
                    term,
                    group,
                    weights,
                    model.contains(term),
                    withheld.contains(term.variable()),
                    rounding))
        .toList();
  }

  boolean isEstimate() {
    return state == Fit.State.CONVERGED;
  }

  /**
   * The weighted hazard ratio; the variance is that of known weights, which is on the safe side.
   */
  HazardRatio hazardRatio(AtRisk atRisk) {
    return isEstimate()
        ? HazardRatio.of(
            "iptw",
            METHOD,
            Cox.weighted(
                atRisk.start(),
                atRisk.stop(),
                atRisk.events(),
                atRisk.exposure(),
                weights,
                atRisk.patient()))
        : HazardRatio.none("iptw", METHOD, HazardRatio.State.NO_WEIGHTS);
  }

  private static double[] weights(boolean[] exposed, double[] scores) {
    double share = (double) count(exposed) / exposed.length;
    double[] weights = new double[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = exposed[i] ? share / scores[i] : (1 - share) / (1 - scores[i]);
    }
    double[] bounds = Quantiles.of(weights, 0.01, 0.99);
    return Arrays.stream(weights).map(w -> Math.max(bounds[0], Math.min(bounds[1], w))).toArray();
  }

  private static long count(boolean[] exposed) {
    long count = 0;
    for (boolean each : exposed) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Each variable without its most frequent level, and without levels that few have or lack. */
  private static List<Covariates.Term> withoutReference(List<Covariates.Term> terms) {
    Map<Variable<?>, Covariates.Term> reference = new HashMap<>();
    for (Covariates.Term term : terms) {
      if (!term.isNumber()) {
        reference.merge(term.variable(), term, (a, b) -> sum(b) > sum(a) ? b : a);
      }
    }
    return terms.stream()
        .filter(
            term ->
                term.isNumber() && isMostlyKnown(term)
                    || !term.isNumber()
                        && hasBoth(term)
                        && (hasNumber(terms, term) || reference.get(term.variable()) != term))
        .toList();
  }

  private static boolean hasNumber(List<Covariates.Term> terms, Covariates.Term of) {
    return terms.stream().anyMatch(term -> term.isNumber() && term.variable() == of.variable());
  }

  private static boolean hasBoth(Covariates.Term term) {
    double sum = sum(term);
    return sum >= FEWEST && term.x().length - sum >= FEWEST;
  }

  private static boolean isMostlyKnown(Covariates.Term term) {
    return 2 * term.missing() <= term.x().length;
  }

  private static double sum(Covariates.Term term) {
    double sum = 0;
    for (double x : term.x()) {
      sum += x;
    }
    return sum;
  }
}
