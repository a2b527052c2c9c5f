package org.denovo.statistics;

/** Mean and sample variance (divisor n − 1), in two passes for accuracy. */
public record Moments(int n, double mean, double variance) {

  /**
   * The moments of the values. The variance of fewer than two values, and the mean of none, are not
   * a number.
   */
  public static Moments of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(
        values.length, mean, values.length < 2 ? Double.NaN : squares / (values.length - 1));
  }

  /** The standard deviation. */
  public double deviation() {
    return Math.sqrt(variance);
  }
}
