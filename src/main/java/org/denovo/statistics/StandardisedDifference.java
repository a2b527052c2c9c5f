package org.denovo.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far two groups lie apart, in pooled standard deviations: below 0.1 in absolute value is the
 * usual mark of balance (Austin, Stat Med 2009;28:3083). Empty where the groups do not vary or one
 * of them is empty, so that no number can be given. The sign is that of the first group minus the
 * second; several levels have a distance without a sign.
 */
public final class StandardisedDifference {

  private StandardisedDifference() {}

  /** Of a number: (x̄₁ − x̄₀) / √((s₁² + s₀²) / 2). */
  public static OptionalDouble ofValues(double[] first, double[] second) {
    Moments one = Moments.of(first);
    Moments other = Moments.of(second);
    return finite((one.mean() - other.mean()) / pooled(one.variance(), other.variance()));
  }

  /** Of a share: (p₁ − p₀) / √((p₁q₁ + p₀q₀) / 2). */
  public static OptionalDouble ofShares(double first, double second) {
    return finite((first - second) / pooled(first * (1 - first), second * (1 - second)));
  }

  /**
   * Of the counts of several levels: the Mahalanobis distance of the two vectors of shares (Yang
   * and Dalton, SAS Global Forum 2012, paper 335). Two levels give the absolute difference of
   * shares.
   */
  public static OptionalDouble ofLevels(long[] first, long[] second) {
    double all = sum(first);
    double allOther = sum(second);
    if (all == 0 || allOther == 0) {
      return OptionalDouble.empty();
    }
    int[] used =
        IntStream.range(0, first.length)
            .filter(i -> first[i] + second[i] > 0)
            .skip(1) // one level follows from the others
            .toArray();
    double[] difference = new double[used.length];
    double[][] covariance = new double[used.length][used.length];
    for (int i = 0; i < used.length; i++) {
      double p = first[used[i]] / all;
      double q = second[used[i]] / allOther;
      difference[i] = p - q;
      for (int j = 0; j < used.length; j++) {
        double crossing = p * first[used[j]] / all + q * second[used[j]] / allOther;
        covariance[i][j] = ((i == j ? p + q : 0) - crossing) / 2;
      }
    }
    return Cholesky.of(covariance)
        .map(s -> finite(Math.sqrt(s.form(difference))))
        .orElseGet(OptionalDouble::empty);
  }

  private static double pooled(double variance, double otherVariance) {
    return Math.sqrt((variance + otherVariance) / 2);
  }

  private static double sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
