package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns none of which follows from those before it, seen within strata: by Gram and Schmidt's
 * steps.
 */
final class Independence {

  /** A column of which less is left beside the others follows from them. */
  private static final double FOLLOWS = 1e-7;

  /** What rounding leaves of a column that does not vary within strata. */
  private static final double NOTHING = 1e-20;

  private final int[] stratum;
  private final double[] size;
  private final List<double[]> kept = new ArrayList<>();

  /** Of no column yet; the strata are numbered from 0. */
  Independence(int[] stratum) {
    this.stratum = stratum;
    this.size = new double[Arrays.stream(stratum).max().orElse(-1) + 1];
    Arrays.stream(stratum).forEach(each -> size[each]++);
  }

  /** True if a column says what those before it do not; then it is one of them. */
  boolean adds(double[] x) {
    double[] column = within(x);
    double whole = product(column, column);
    for (double[] other : kept) {
      double along = product(column, other);
      for (int i = 0; i < column.length; i++) {
        column[i] -= along * other[i];
      }
    }
    double left = product(column, column);
    if (!(left > FOLLOWS * whole && whole > NOTHING * product(x, x))) {
      return false;
    }
    double length = Math.sqrt(left);
    for (int i = 0; i < column.length; i++) {
      column[i] /= length;
    }
    kept.add(column);
    return true;
  }

  private double[] within(double[] x) {
    double[] sum = new double[size.length];
    for (int i = 0; i < x.length; i++) {
      sum[stratum[i]] += x[i];
    }
    double[] within = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      within[i] = x[i] - sum[stratum[i]] / size[stratum[i]];
    }
    return within;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
