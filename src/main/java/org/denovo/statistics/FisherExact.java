package org.denovo.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Fisher's exact test of a table of two by two, two-sided, as R's {@code fisher.test} gives it. */
public final class FisherExact {

  /** R's: a table is as unlikely as the observed one up to this part of it. */
  private static final double AS_LIKELY = 1 + 1e-7;

  private FisherExact() {}

  /** The probability of a table at most as likely as this one, given its margins. */
  public static double of(long[][] counts) {
    int first = Math.toIntExact(counts[0][0] + counts[0][1]);
    int second = Math.toIntExact(counts[1][0] + counts[1][1]);
    int column = Math.toIntExact(counts[0][0] + counts[1][0]);
    HypergeometricDistribution tables =
        HypergeometricDistribution.of(first + second, first, column);
    double observed = tables.probability(Math.toIntExact(counts[0][0])) * AS_LIKELY;
    double sum = 0;
    for (int i = Math.max(0, column - second); i <= Math.min(first, column); i++) {
      double each = tables.probability(i);
      sum += each <= observed ? each : 0;
    }
    return Math.min(1, sum);
  }
}
