package org.denovo.linkage;

import java.util.List;

/**
 * Estimates a {@link Model} by expectation and maximisation from pairs of which nobody knows
 * whether they are of one person, and from what is known beside them (Winkler 1988; Herzog,
 * Scheuren, Winkler 2007, ch. 9). Each round makes what was seen more probable; it ends when
 * nothing moves any more.
 */
final class Em {

  private static final int ROUNDS = 2_000;
  private static final double STILL = 1e-10;

  private Em() {}

  /** So many pairs that came out alike. */
  record Pattern(int[] levels, double count) {
    Pattern {
      levels = levels.clone();
    }
  }

  /**
   * Known counts by comparison and level.
   *
   * @param one of pairs of one person; they may be invented, as a prior
   * @param two of pairs of two persons
   * @param pairs how many pairs of two persons there are beside the open ones
   */
  record Known(double[][] one, double[][] two, double pairs) {}

  static Model fit(List<Pattern> open, Known known, Model start) {
    Model model = start;
    double all = known.pairs() + open.stream().mapToDouble(Pattern::count).sum();
    for (int round = 0; round < ROUNDS; round++) {
      double[][] one = copy(known.one());
      double[][] two = copy(known.two());
      double matches = 0;
      for (Pattern pattern : open) {
        double expected = model.probability(model.weight(pattern.levels())) * pattern.count();
        matches += expected;
        for (int i = 0; i < one.length; i++) {
          int level = pattern.levels()[i];
          if (level != Comparison.MISSING) {
            one[i][level] += expected;
            two[i][level] += pattern.count() - expected;
          }
        }
      }
      Model next = new Model(shares(one), shares(two), matches / all);
      double moved = moved(model, next);
      model = next;
      if (moved < STILL) {
        break;
      }
    }
    return model;
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  private static double[][] shares(double[][] counts) {
    for (double[] row : counts) {
      double sum = 0;
      for (double count : row) {
        sum += count;
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = sum == 0 ? 1.0 / row.length : row[i] / sum;
      }
    }
    return counts;
  }

  private static double moved(Model before, Model now) {
    double most = Math.abs(before.share() - now.share());
    for (int i = 0; i < now.m().length; i++) {
      for (int j = 0; j < now.m()[i].length; j++) {
        most = Math.max(most, Math.abs(before.m()[i][j] - now.m()[i][j]));
        most = Math.max(most, Math.abs(before.u()[i][j] - now.u()[i][j]));
      }
    }
    return most;
  }
}
