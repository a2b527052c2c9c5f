package org.denovo.statistics;

import java.util.Arrays;

/** Which of several columns say something that those before them do not. */
public final class Independent {

  private Independent() {}

  /**
   * The places of the columns of whose variation more than a part is left beside those kept before
   * them, by the steps of Cholesky's decomposition.
   *
   * @param rows the columns' numbers, row by row
   */
  public static int[] columns(double[][] rows, double part) {
    Sparse sparse = Sparse.of(rows);
    double[][] products = sparse.products();
    int[] kept = new int[sparse.width()];
    double[][] lower = new double[sparse.width()][];
    int size = 0;
    for (int column = 0; column < kept.length; column++) {
      double[] own = new double[size + 1];
      double left = products[column][column];
      for (int i = 0; i < size; i++) {
        double along = products[column][kept[i]];
        for (int k = 0; k < i; k++) {
          along -= own[k] * lower[i][k];
        }
        own[i] = along / lower[i][i];
        left -= own[i] * own[i];
      }
      if (left > part * products[column][column]) {
        own[size] = Math.sqrt(left);
        lower[size] = own;
        kept[size++] = column;
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
