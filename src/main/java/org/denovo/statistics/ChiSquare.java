package org.denovo.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** A chi-square statistic, its degrees of freedom and its upper tail. */
public record ChiSquare(double statistic, int degreesOfFreedom, double p) {

  /** The statistic with its tail. */
  public static ChiSquare of(double statistic, int degreesOfFreedom) {
    return new ChiSquare(statistic, degreesOfFreedom, tail(statistic, degreesOfFreedom));
  }

  /** The probability of a value at least as large under the null hypothesis. */
  public static double tail(double statistic, int degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
  }

  /**
   * Pearson's test of independence without continuity correction. Rows and columns in which nobody
   * is are left out.
   *
   * @throws IllegalArgumentException if fewer than two rows or columns remain
   */
  public static ChiSquare pearson(long[][] counts) {
    double[] rows = new double[counts.length];
    double[] columns = new double[counts[0].length];
    double all = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i] += counts[i][j];
        columns[j] += counts[i][j];
        all += counts[i][j];
      }
    }
    int usedRows = used(rows);
    int usedColumns = used(columns);
    if (usedRows < 2 || usedColumns < 2) {
      throw new IllegalArgumentException(usedRows + " rows, " + usedColumns + " columns in use");
    }
    double statistic = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = rows[i] * columns[j] / all;
        if (expected > 0) {
          statistic += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
        }
      }
    }
    return of(statistic, (usedRows - 1) * (usedColumns - 1));
  }

  /** The least expected count of a cell in use; below 5 the test's tail is only rough. */
  public static double leastExpected(long[][] counts) {
    double least = Double.POSITIVE_INFINITY;
    double all = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    for (long[] row : counts) {
      double inRow = Arrays.stream(row).sum();
      for (int j = 0; j < row.length; j++) {
        int column = j;
        double inColumn = Arrays.stream(counts).mapToLong(each -> each[column]).sum();
        if (inRow > 0 && inColumn > 0) {
          least = Math.min(least, inRow * inColumn / all);
        }
      }
    }
    return least;
  }

  /** The test of d′ S⁻¹ d; empty where S has no inverse. */
  static Optional<ChiSquare> ofDifferences(double[][] covariance, double[] difference) {
    return Cholesky.of(covariance).map(s -> of(s.form(difference), difference.length));
  }

  private static int used(double[] margins) {
    return (int) Arrays.stream(margins).filter(margin -> margin > 0).count();
  }
}
