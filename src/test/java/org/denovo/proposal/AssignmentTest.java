package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The best assignment, beside trying every one. */
class AssignmentTest {

  @Test
  void theSumIsTheGreatestOfAll() {
    Random random = new Random(20_261_124);
    for (int round = 0; round < 300; round++) {
      double[][] weights = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
      for (double[] row : weights) {
        for (int j = 0; j < row.length; j++) {
          row[j] = random.nextInt(21) - 6;
        }
      }
      assertThat(sum(weights, Assignment.best(weights)))
          .isEqualTo(tried(weights, 0, new boolean[weights[0].length]));
    }
  }

  @Test
  void whatWouldCostIsLeftOut() {
    assertThat(Assignment.best(new double[][] {{-1, 0}})).containsExactly(Assignment.NONE);
    assertThat(Assignment.best(new double[][] {{5, 4}, {5, 1}})).containsExactly(1, 0);
    assertThat(Assignment.best(new double[0][0])).isEmpty();
  }

  private static double sum(double[][] weights, int[] assigned) {
    double sum = 0;
    boolean[] used = new boolean[weights[0].length];
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i] != Assignment.NONE) {
        assertThat(used[assigned[i]]).isFalse();
        used[assigned[i]] = true;
        sum += weights[i][assigned[i]];
      }
    }
    return sum;
  }

  private static double tried(double[][] weights, int row, boolean[] used) {
    if (row == weights.length) {
      return 0;
    }
    double best = tried(weights, row + 1, used);
    for (int j = 0; j < used.length; j++) {
      if (!used[j]) {
        used[j] = true;
        best = Math.max(best, weights[row][j] + tried(weights, row + 1, used));
        used[j] = false;
      }
    }
    return best;
  }
}
