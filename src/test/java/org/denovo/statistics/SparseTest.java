package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Columns of flags, of which a row has few, and of numbers, of which it has all. */
class SparseTest {

  /** Two levels of three, an age, a column that is one of the others, and one that is the same. */
  private static double[][] rows() {
    double[][] rows = new double[50][];
    for (int i = 0; i < rows.length; i++) {
      double second = i % 3 == 1 ? 1 : 0;
      double third = i % 5 == 2 ? 1 : 0;
      double age = 40 + i * i % 37;
      rows[i] = new double[] {second, third, age, 2 * age - 3 * third, 7, i % 7 == 0 ? 1 : 0};
    }
    return rows;
  }

  @Test
  void theProductsAreThoseOfScaledColumns() {
    double[][] x = Scaled.of(rows()).x();
    double[][] products = Sparse.of(rows()).products();
    for (int j = 0; j < 6; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = 0;
        for (double[] row : x) {
          sum += row[j] * row[k];
        }
        assertThat(products[j][k]).isCloseTo(sum, within(1e-10));
      }
    }
  }

  @Test
  void aRowHasAnEntryForWhatIsNotZero() {
    Sparse sparse = Sparse.of(rows());
    // The ages, what follows from them and the sevens are in all rows, the flags where they are.
    assertThat(sparse.columns()).hasSize(3 * 50 + 17 + 10 + 8);
  }

  @Test
  void whatFollowsFromColumnsBeforeItIsLeftOut() {
    assertThat(Independent.columns(rows(), 1e-7)).containsExactly(0, 1, 2, 5);
    assertThat(Independent.columns(new double[0][], 1e-7)).isEmpty();
  }

  @Test
  void rowsWithOneNumberStayAsTheyCame() {
    double[] days = {3, 0.5, 3, -1, 0.5, Double.NEGATIVE_INFINITY, 3};
    assertThat(Order.ascending(days)).containsExactly(5, 3, 1, 4, 0, 2, 6);
    assertThat(Order.descending(days)).containsExactly(0, 2, 6, 1, 4, 3, 5);
  }
}
