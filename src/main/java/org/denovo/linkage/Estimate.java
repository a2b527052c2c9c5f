package org.denovo.linkage;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Estimates the model of a registry: from the pairs that agree in some key, of which nobody knows
 * whose they are; from pairs drawn at random among all others, which are of two persons but for a
 * handful; and from what is usual, so that a registry without any duplicates is not misled.
 */
final class Estimate {

  /** Pairs drawn to see how often two persons agree by chance. */
  private static final int DRAWN = 400_000;

  /** The usual shares count as much as these pairs. */
  private static final double USUAL_PAIRS = 20;

  /** Where the search begins: one record of a hundred has a second. */
  private static final double FIRST_SHARE = 0.01;

  private static final long SEED = 1969;

  private final List<Traits> records;
  private final Blocks blocks;
  private final double all;

  Estimate(List<Traits> records, Blocks blocks) {
    this.records = records;
    this.blocks = blocks;
    this.all = records.size() * (records.size() - 1.0) / 2;
  }

  /** How many pairs of records there are. */
  double pairs() {
    return all;
  }

  /**
   * What two persons look like is counted over all pairs, those of one person among them, and once
   * more without those that are then expected to be.
   */
  Model model(Patterns patterns) {
    List<Em.Pattern> open = patterns.all();
    double others = all - patterns.pairs();
    double[][] usual = Patterns.zeros();
    double[][] prior = Patterns.zeros();
    for (Comparison comparison : Comparison.values()) {
      int i = comparison.ordinal();
      for (int level = 0; level < usual[i].length; level++) {
        usual[i][level] = comparison.levels().get(level).usual();
        prior[i][level] = USUAL_PAIRS * usual[i][level];
      }
    }
    double[][] levels = levels(open, others);
    double share = Math.min(0.5, FIRST_SHARE * records.size() / all);
    Model first = Em.fit(open, others, prior, new Model(usual, Em.shares(levels), share));
    double[][] one = Em.expected(open, first);
    for (int i = 0; i < levels.length; i++) {
      for (int level = 0; level < levels[i].length; level++) {
        levels[i][level] = Math.max(1, levels[i][level] - one[i][level]);
      }
    }
    return Em.fit(open, others, prior, new Model(first.m(), Em.shares(levels), first.share()));
  }

  /** How often each level comes out over all pairs; one that never does may still by chance. */
  private double[][] levels(List<Em.Pattern> open, double others) {
    double[][] levels = Patterns.zeros();
    double drawn = draw(levels);
    for (double[] comparison : levels) {
      for (int level = 0; level < comparison.length; level++) {
        comparison[level] = (drawn == 0 ? 0 : comparison[level] * others / drawn) + 1;
      }
    }
    for (Em.Pattern pattern : open) {
      for (int i = 0; i < levels.length; i++) {
        if (pattern.levels()[i] != Comparison.MISSING) {
          levels[i][pattern.levels()[i]] += pattern.count();
        }
      }
    }
    return levels;
  }

  /** Counts the levels of pairs that agree in no key: of all, or of some drawn by a fixed seed. */
  private double draw(double[][] counts) {
    double drawn = 0;
    int n = records.size();
    if (all <= DRAWN) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          drawn += count(counts, i, j);
        }
      }
      return drawn;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int draw = 0; draw < DRAWN; draw++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n - 1);
      drawn += count(counts, i, j < i ? j : j + 1);
    }
    return drawn;
  }

  private int count(double[][] counts, int i, int j) {
    if (blocks.together(i, j)) {
      return 0;
    }
    for (Comparison comparison : Comparison.values()) {
      int level = comparison.level(records.get(i), records.get(j));
      if (level != Comparison.MISSING) {
        counts[comparison.ordinal()][level]++;
      }
    }
    return 1;
  }
}
