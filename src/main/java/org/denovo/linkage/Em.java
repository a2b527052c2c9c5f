package org.denovo.linkage;

import java.util.List;

/**
 * Estimates by expectation and maximisation how records of one person come out, from pairs of which
 * nobody knows whose they are (Winkler 1988; Herzog, Scheuren, Winkler 2007, ch. 9). How pairs of
 * two persons come out is given, because it can be counted: nearly all pairs are of two. Left to be
 * learnt too, it would call every coincidence of a birthday a match where nothing else identifies.
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
   * The start with another m and another share.
   *
   * @param others how many pairs there are beside the open ones, all of two persons
   * @param prior by comparison and level, pairs of one person that count beside the open ones
   */
  static Model fit(List<Pattern> open, double others, double[][] prior, Model start) {
    Model model = start;
    double all = others + open.stream().mapToDouble(Pattern::count).sum();
    for (int round = 0; round < ROUNDS; round++) {
      double[][] one = expected(open, model);
      for (int i = 0; i < one.length; i++) {
        for (int level = 0; level < one[i].length; level++) {
          one[i][level] += prior[i][level];
        }
      }
      Model next = new Model(shares(one), start.u(), matches(open, model) / all);
      double moved = moved(model, next);
      model = next;
      if (moved < STILL) {
        break;
      }
    }
    return model;
  }

  /** How often each level is expected to come out among the pairs that are of one person. */
  static double[][] expected(List<Pattern> open, Model model) {
    double[][] one = new double[model.m().length][];
    for (int i = 0; i < one.length; i++) {
      one[i] = new double[model.m()[i].length];
    }
    double[][] bits = model.bits();
    for (Pattern pattern : open) {
      double expected = model.probability(weight(pattern, bits)) * pattern.count();
      for (int i = 0; i < one.length; i++) {
        if (pattern.levels()[i] != Comparison.MISSING) {
          one[i][pattern.levels()[i]] += expected;
        }
      }
    }
    return one;
  }

  private static double matches(List<Pattern> open, Model model) {
    double[][] bits = model.bits();
    return open.stream()
        .mapToDouble(pattern -> model.probability(weight(pattern, bits)) * pattern.count())
        .sum();
  }

  private static double weight(Pattern pattern, double[][] bits) {
    double weight = 0;
    for (int i = 0; i < bits.length; i++) {
      int level = pattern.levels()[i];
      weight += level == Comparison.MISSING ? 0 : bits[i][level];
    }
    return weight;
  }

  /** Counts as shares of their comparison. */
  static double[][] shares(double[][] counts) {
    double[][] shares = new double[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = counts[i].clone();
      double sum = 0;
      for (double count : counts[i]) {
        sum += count;
      }
      for (int j = 0; j < shares[i].length; j++) {
        shares[i][j] = sum == 0 ? 1.0 / shares[i].length : shares[i][j] / sum;
      }
    }
    return shares;
  }

  private static double moved(Model before, Model now) {
    double most = Math.abs(before.share() - now.share()) / Math.max(now.share(), STILL);
    for (int i = 0; i < now.m().length; i++) {
      for (int j = 0; j < now.m()[i].length; j++) {
        most = Math.max(most, Math.abs(before.m()[i][j] - now.m()[i][j]));
      }
    }
    return most;
  }
}
