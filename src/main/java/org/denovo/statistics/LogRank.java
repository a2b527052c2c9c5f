package org.denovo.statistics;

import java.util.Optional;

/**
 * The log-rank test of equal survival in two or more groups, as R's {@code survdiff} gives it.
 *
 * @param observed the events of each group
 * @param expected the events that each group would have had if all died alike
 * @param test empty if the groups never share a time at risk, so that nothing can be compared
 */
public record LogRank(long[] observed, double[] expected, Optional<ChiSquare> test) {

  public LogRank {
    observed = observed.clone();
    expected = expected.clone();
  }

  @Override
  public long[] observed() {
    return observed.clone();
  }

  @Override
  public double[] expected() {
    return expected.clone();
  }

  /**
   * Compares the groups numbered from 0 to {@code groups − 1}.
   *
   * @throws IllegalArgumentException if the arrays are not of one length or a group has no number
   */
  public static LogRank of(double[] times, boolean[] events, int[] group, int groups) {
    if (times.length != events.length || times.length != group.length || groups < 2) {
      throw new IllegalArgumentException(
          times.length + " times, " + events.length + " events, " + groups + " groups");
    }
    double[] atRisk = new double[groups];
    for (int g : group) {
      atRisk[g]++;
    }
    long[] observed = new long[groups];
    double[] expected = new double[groups];
    double[][] covariance = new double[groups - 1][groups - 1];
    int[] order = Order.ascending(times);
    for (int i = 0; i < order.length; ) {
      double time = times[order[i]];
      double all = order.length - i;
      double died = 0;
      double[] leaving = new double[groups];
      for (; i < order.length && times[order[i]] == time; i++) {
        leaving[group[order[i]]]++;
        if (events[order[i]]) {
          died++;
          observed[group[order[i]]]++;
        }
      }
      for (int g = 0; g < groups; g++) {
        expected[g] += died * atRisk[g] / all;
      }
      addCovariance(covariance, atRisk, died, all);
      for (int g = 0; g < groups; g++) {
        atRisk[g] -= leaving[g];
      }
    }
    double[] difference = new double[groups - 1];
    for (int g = 0; g < groups - 1; g++) {
      difference[g] = observed[g] - expected[g];
    }
    return new LogRank(observed, expected, ChiSquare.ofDifferences(covariance, difference));
  }

  /** The hypergeometric covariance of one time, without the last group, which follows. */
  private static void addCovariance(
      double[][] covariance, double[] atRisk, double died, double all) {
    if (all <= 1) {
      return;
    }
    double factor = died * (all - died) / (all - 1);
    for (int g = 0; g < covariance.length; g++) {
      double share = atRisk[g] / all;
      for (int h = 0; h < covariance.length; h++) {
        covariance[g][h] += factor * share * ((g == h ? 1 : 0) - atRisk[h] / all);
      }
    }
  }
}
