package org.denovo.statistics;

import java.util.OptionalDouble;

/** The value of d′ S⁻¹ d for a covariance matrix S, by elimination with pivots. */
final class QuadraticForm {

  /** A pivot below this part of the largest entry means that the matrix has no inverse. */
  private static final double SINGULAR = 1e-12;

  private QuadraticForm() {}

  /** Empty where S has no inverse. */
  static OptionalDouble of(double[][] covariance, double[] difference) {
    int n = difference.length;
    double[][] a = new double[n][n + 1];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(covariance[i], 0, a[i], 0, n);
      a[i][n] = difference[i];
      for (double entry : covariance[i]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    for (int column = 0; column < n; column++) {
      swapInPivot(a, column);
      if (Math.abs(a[column][column]) <= SINGULAR * largest) {
        return OptionalDouble.empty();
      }
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k <= n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] solution = new double[n];
    double value = 0;
    for (int row = n - 1; row >= 0; row--) {
      double rest = a[row][n];
      for (int k = row + 1; k < n; k++) {
        rest -= a[row][k] * solution[k];
      }
      solution[row] = rest / a[row][row];
      value += difference[row] * solution[row];
    }
    return OptionalDouble.of(value);
  }

  private static void swapInPivot(double[][] a, int column) {
    int pivot = column;
    for (int row = column + 1; row < a.length; row++) {
      if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
        pivot = row;
      }
    }
    double[] swapped = a[column];
    a[column] = a[pivot];
    a[pivot] = swapped;
  }
}
