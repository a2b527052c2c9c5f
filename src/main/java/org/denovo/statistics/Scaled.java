package org.denovo.statistics;

import java.util.stream.DoubleStream;

/**
 * Covariates with mean 0 and standard deviation 1, so that one size of step fits all of them, and
 * the way back. A covariate that does not vary keeps its scale.
 *
 * @param x row by row
 */
record Scaled(double[][] x, double[] mean, double[] scale) {

  static Scaled of(double[][] rows) {
    int p = rows.length == 0 ? 0 : rows[0].length;
    double[] mean = new double[p];
    double[] scale = new double[p];
    for (int j = 0; j < p; j++) {
      double[] column = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        column[i] = rows[i][j];
      }
      Moments moments = Moments.of(column);
      mean[j] = moments.mean();
      scale[j] = moments.variance() > 0 ? moments.deviation() : 1;
    }
    double[][] x = new double[rows.length][p];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < p; j++) {
        x[i][j] = (rows[i][j] - mean[j]) / scale[j];
      }
    }
    return new Scaled(x, mean, scale);
  }

  /** The means and scales of both, these first; without rows. */
  Scaled with(Sparse others) {
    return new Scaled(
        new double[0][],
        DoubleStream.concat(DoubleStream.of(mean), DoubleStream.of(others.mean())).toArray(),
        DoubleStream.concat(DoubleStream.of(scale), DoubleStream.of(others.scale())).toArray());
  }

  int width() {
    return mean.length;
  }
}
