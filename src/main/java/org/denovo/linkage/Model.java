package org.denovo.linkage;

import java.util.Arrays;

/**
 * How often each level of each comparison comes out for two records of one person (m) and of two
 * persons (u), and what share of all pairs are of one person: Fellegi and Sunter, J Am Stat Assoc
 * 1969;64:1183. The comparisons are taken to be independent within either kind.
 *
 * @param m by comparison and level; each comparison adds up to 1
 * @param u the same
 * @param share of all pairs
 */
record Model(double[][] m, double[][] u, double share) {

  Model {
    m = copy(m);
    u = copy(u);
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share " + share);
    }
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** What a level says, in bits: how much more often it comes out for one person than for two. */
  double bits(int comparison, int level) {
    return StrictMath.log(m[comparison][level] / u[comparison][level]) / StrictMath.log(2);
  }

  /** What each level of each comparison says. */
  double[][] bits() {
    double[][] bits = copy(m);
    for (int i = 0; i < bits.length; i++) {
      for (int level = 0; level < bits[i].length; level++) {
        bits[i][level] = bits(i, level);
      }
    }
    return bits;
  }

  /** The probability that a pair of this weight is of one person. */
  double probability(double weight) {
    double odds = share / (1 - share) * StrictMath.pow(2, weight);
    return odds / (1 + odds);
  }
}
