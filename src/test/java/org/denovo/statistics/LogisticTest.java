package org.denovo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Subjects with several rows; what R says of single rows is in AgreesWithRTest. */
class LogisticTest {

  /** Forty subjects of one to five rows, two covariates of a row and three of a subject. */
  @Test
  void subjectsWithSeveralRowsAreFittedAsIfEachRowHadItsOwnCopy() {
    int subjects = 40;
    double[][] shared = new double[subjects][];
    int[] of = new int[subjects * 3];
    int rows = 0;
    for (int s = 0; s < subjects; s++) {
      shared[s] = new double[] {30 + s * 7 % 41, s % 2, s * s % 13};
      for (int k = 0; k <= s % 5; k++) {
        of[rows++] = s;
      }
    }
    boolean[] outcome = new boolean[rows];
    double[][] own = new double[rows][];
    double[][] copied = new double[rows][];
    int[] subject = new int[rows];
    for (int i = 0; i < rows; i++) {
      subject[i] = of[i];
      own[i] = new double[] {i % 5, i % 5 * (i % 5)};
      double[] x = shared[of[i]];
      copied[i] = new double[] {own[i][0], own[i][1], x[0], x[1], x[2]};
      outcome[i] = i * 31 % 7 < 3;
    }
    Logistic once = Logistic.of(outcome, own, shared, subject);
    Logistic plain = Logistic.of(outcome, copied);
    assertThat(plain.fit().isEstimate()).isTrue();
    assertThat(once.fit().state()).isEqualTo(plain.fit().state());
    for (int j = 0; j < 6; j++) {
      assertThat(once.fit().coefficient(j)).isCloseTo(plain.fit().coefficient(j), within(1e-9));
      assertThat(once.fit().covariance()[j][j])
          .isCloseTo(plain.fit().covariance()[j][j], within(1e-9));
    }
    assertThat(once.probabilities()).containsExactly(plain.probabilities(), within(1e-10));
  }
}
