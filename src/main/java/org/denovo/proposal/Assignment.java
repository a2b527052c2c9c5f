package org.denovo.proposal;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the greatest sum, each used at most once (the Hungarian
 * method in the form of Jonker and Volgenant, cubic). A pair with a weight of 0 or less is no gain
 * and is left out.
 */
final class Assignment {

  static final int NONE = -1;

  private Assignment() {}

  /** For each row its column, or {@link #NONE}. */
  static int[] best(double[][] weights) {
    int rows = weights.length;
    int columns = rows == 0 ? 0 : weights[0].length;
    int size = rows + columns;
    // Every row has a column of its own that costs nothing, so that it may stay alone.
    double[] rowPrice = new double[rows + 1];
    double[] columnPrice = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] way = new int[size + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[size + 1];
      boolean[] used = new boolean[size + 1];
      Arrays.fill(least, Double.MAX_VALUE);
      do {
        used[column] = true;
        int current = rowOf[column];
        int next = 0;
        double step = Double.MAX_VALUE;
        for (int j = 1; j <= size; j++) {
          if (!used[j]) {
            double cost = cost(weights, current, j, columns) - rowPrice[current] - columnPrice[j];
            if (cost < least[j]) {
              least[j] = cost;
              way[j] = column;
            }
            if (least[j] < step) {
              step = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= size; j++) {
          if (used[j]) {
            rowPrice[rowOf[j]] += step;
            columnPrice[j] -= step;
          } else {
            least[j] -= step;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      do {
        int before = way[column];
        rowOf[column] = rowOf[before];
        column = before;
      } while (column != 0);
    }
    int[] assigned = new int[rows];
    Arrays.fill(assigned, NONE);
    for (int j = 1; j <= columns; j++) {
      if (rowOf[j] > 0 && weights[rowOf[j] - 1][j - 1] > 0) {
        assigned[rowOf[j] - 1] = j - 1;
      }
    }
    return assigned;
  }

  private static double cost(double[][] weights, int row, int column, int columns) {
    return column <= columns ? -Math.max(0, weights[row - 1][column - 1]) : 0;
  }
}
