package org.denovo.statistics;

/**
 * Covariates as {@link Scaled} has them, kept as what there is beside zero: of the levels of a code
 * a row has one at most. Sums over products then cost what a row has, not what it could have.
 *
 * @param starts where a row's entries begin; one more than there are rows
 * @param columns of the entries, row by row in their order
 * @param values of the entries; with the column's offset they are scaled
 * @param offset what is added to every value of a column, entry or not
 */
record Sparse(
    int[] starts, int[] columns, double[] values, double[] offset, double[] mean, double[] scale) {

  static Sparse of(double[][] rows) {
    int p = rows.length == 0 ? 0 : rows[0].length;
    double[] mean = new double[p];
    int[] filled = new int[p];
    for (double[] row : rows) {
      for (int j = 0; j < p; j++) {
        mean[j] += row[j];
        filled[j] += row[j] == 0 ? 0 : 1;
      }
    }
    double[] squares = new double[p];
    for (int j = 0; j < p; j++) {
      mean[j] /= rows.length;
    }
    for (double[] row : rows) {
      for (int j = 0; j < p; j++) {
        squares[j] += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
    }
    double[] scale = new double[p];
    double[] offset = new double[p];
    boolean[] isFull = new boolean[p];
    long entries = 0;
    for (int j = 0; j < p; j++) {
      double variance = squares[j] / (rows.length - 1);
      scale[j] = variance > 0 ? Math.sqrt(variance) : 1;
      isFull[j] = 2L * filled[j] > rows.length;
      offset[j] = isFull[j] ? 0 : -mean[j] / scale[j];
      entries += isFull[j] ? rows.length : filled[j];
    }
    int[] starts = new int[rows.length + 1];
    int[] columns = new int[Math.toIntExact(entries)];
    double[] values = new double[columns.length];
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      for (int j = 0; j < p; j++) {
        if (isFull[j] || row[j] != 0) {
          columns[at] = j;
          values[at++] = (isFull[j] ? row[j] - mean[j] : row[j]) / scale[j];
        }
      }
      starts[i + 1] = at;
    }
    return new Sparse(starts, columns, values, offset, mean, scale);
  }

  int width() {
    return offset.length;
  }

  /** A row times coefficients from a place on, without what the offsets add to every row. */
  double linear(int row, double[] coefficients, int first) {
    int[] of = columns; // here and below: the client compiler reads a field each time it is named
    double[] entries = values;
    int end = starts[row + 1];
    double linear = 0;
    for (int e = starts[row]; e < end; e++) {
      linear += coefficients[first + of[e]] * entries[e];
    }
    return linear;
  }

  /** What the offsets add to the product of every row with coefficients from a place on. */
  double common(double[] coefficients, int first) {
    double common = 0;
    for (int j = 0; j < offset.length; j++) {
      common += coefficients[first + j] * offset[j];
    }
    return common;
  }

  /** Adds a row's entries times a factor to sums from a place on. */
  void add(int row, double factor, double[] sums, int first) {
    int[] of = columns;
    double[] entries = values;
    int end = starts[row + 1];
    for (int e = starts[row]; e < end; e++) {
      sums[first + of[e]] += factor * entries[e];
    }
  }

  /** Adds the products of a row's entries times a weight to the lower half of a matrix. */
  void addProducts(int row, double weight, double[][] products, int first) {
    int[] of = columns;
    double[] entries = values;
    int from = starts[row];
    int end = starts[row + 1];
    for (int e = from; e < end; e++) {
      double[] sums = products[first + of[e]];
      double weighted = weight * entries[e];
      for (int other = from; other <= e; other++) {
        sums[first + of[other]] += weighted * entries[other];
      }
    }
  }

  /**
   * Makes sums over entries those over scaled values: of (v + o)(v + o)′.
   *
   * @param sums of the weighted entries
   * @param weight of all rows
   */
  void complete(double[][] products, int first, double[] sums, double weight) {
    for (int j = 0; j < offset.length; j++) {
      double[] row = products[first + j];
      for (int k = 0; k <= j; k++) {
        row[first + k] +=
            offset[j] * sums[k] + sums[j] * offset[k] + offset[j] * offset[k] * weight;
      }
    }
  }

  /** The sums of products of the scaled columns with each other, the lower half. */
  double[][] products() {
    double[][] products = new double[width()][width()];
    double[] sums = new double[width()];
    int rows = starts.length - 1;
    for (int i = 0; i < rows; i++) {
      addProducts(i, 1, products, 0);
      add(i, 1, sums, 0);
    }
    complete(products, 0, sums, rows);
    return products;
  }
}
