package org.denovo.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * How far the exposed and the unexposed lie apart in one term, before and after weighting. Both
 * differences are in the standard deviation before, so that they can be compared (Stuart, Stat Sci
 * 2010;25:1).
 *
 * @param level empty for a measured value
 * @param missing how many have no value, for a measured value; −1 where it is withheld, as are the
 *     differences
 * @param ratioBefore variance of the exposed over that of the unexposed, for a measured value
 * @param isInModel whether the propensity score knows the term
 */
public record Balance(
    Variable<?> variable,
    String level,
    Text levelTitle,
    long missing,
    OptionalDouble before,
    OptionalDouble after,
    OptionalDouble ratioBefore,
    OptionalDouble ratioAfter,
    boolean isInModel) {

  /**
   * Of a term.
   *
   * @param isWithheld true if a difference would give away how few have the level, or a value
   */
  static Balance of(
      Covariates.Term term,
      int[] group,
      double[] weights,
      boolean isInModel,
      boolean isWithheld,
      Rounding rounding) {
    if (isWithheld) {
      OptionalDouble none = OptionalDouble.empty();
      return new Balance(
          term.variable(), term.level(), term.title(), -1, none, none, none, none, isInModel);
    }
    double[] ones = new double[group.length];
    Arrays.fill(ones, 1);
    Weighted exposed = Weighted.of(term, group, 1, ones);
    Weighted unexposed = Weighted.of(term, group, 0, ones);
    Weighted exposedAfter = Weighted.of(term, group, 1, weights);
    Weighted unexposedAfter = Weighted.of(term, group, 0, weights);
    double spread =
        Math.sqrt((exposed.spread(term.isNumber()) + unexposed.spread(term.isNumber())) / 2);
    boolean isNumber = term.isNumber();
    return new Balance(
        term.variable(),
        term.level(),
        term.title(),
        isNumber ? rounding.shown(term.missing()) : 0,
        finite(rounding.estimate((exposed.mean - unexposed.mean) / spread)),
        finite(rounding.estimate((exposedAfter.mean - unexposedAfter.mean) / spread)),
        isNumber
            ? finite(rounding.estimate(exposed.variance / unexposed.variance))
            : OptionalDouble.empty(),
        isNumber
            ? finite(rounding.estimate(exposedAfter.variance / unexposedAfter.variance))
            : OptionalDouble.empty(),
        isInModel);
  }

  /** True if few of a group have the level, or a value, or few have not. */
  static boolean isSmall(Covariates.Term term, int[] group, Rounding rounding) {
    long[] all = new long[AtRisk.GROUPS];
    long[] have = new long[AtRisk.GROUPS];
    for (int i = 0; i < group.length; i++) {
      all[group[i]]++;
      have[group[i]] += has(term, i) ? 1 : 0;
    }
    return IntStream.range(0, AtRisk.GROUPS)
        .anyMatch(
            which -> rounding.isSmall(have[which]) || rounding.isSmall(all[which] - have[which]));
  }

  private static boolean has(Covariates.Term term, int row) {
    return term.isNumber() ? !Double.isNaN(term.x()[row]) : term.x()[row] == 1;
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Mean and variance with weights, the variance as one of a sample. */
  private record Weighted(double mean, double variance) {

    static Weighted of(Covariates.Term term, int[] group, int which, double[] weights) {
      double all = 0;
      double squares = 0;
      double sum = 0;
      double[] x = term.x();
      for (int i = 0; i < x.length; i++) {
        if (group[i] == which && !Double.isNaN(x[i])) {
          all += weights[i];
          squares += weights[i] * weights[i];
          sum += weights[i] * x[i];
        }
      }
      double mean = sum / all;
      double spread = 0;
      for (int i = 0; i < x.length; i++) {
        if (group[i] == which && !Double.isNaN(x[i])) {
          spread += weights[i] * (x[i] - mean) * (x[i] - mean);
        }
      }
      return new Weighted(mean, spread / (all - squares / all));
    }

    /** Of a share p it is p (1 − p). */
    double spread(boolean isNumber) {
      return isNumber ? variance : mean * (1 - mean);
    }
  }
}
