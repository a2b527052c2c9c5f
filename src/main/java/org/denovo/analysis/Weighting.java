package org.denovo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the weights did at a landmark, as it may be shown.
 *
 * @param isEstimated false if the score could not be estimated; then nothing was weighted
 * @param overlap patients by score, in tenths; a count that is too small is negative
 * @param support the share of patients whose score lies between the greatest of the two groups'
 *     smallest scores and the smallest of their greatest; not a number where few lie outside
 */
public record Weighting(
    Comparison comparison,
    boolean isEstimated,
    List<Group> groups,
    List<Bin> overlap,
    double support,
    List<Balance> balances) {

  /**
   * A group's weights.
   *
   * @param effective how many patients without weights would tell as much: (Σw)² / Σw² (Kish 1965)
   */
  public record Group(long patients, double effective, double mean, double least, double most) {}

  /** How many patients have a score from here to there, the unexposed first; −1 is too few. */
  public record Bin(double from, double to, long unexposed, long exposed) {}

  private static final int BINS = 10;

  public Weighting {
    groups = List.copyOf(groups);
    overlap = List.copyOf(overlap);
    balances = List.copyOf(balances);
  }

  static Weighting of(Comparison comparison, Propensity propensity, int threshold) {
    return new Weighting(
        comparison,
        propensity.isEstimate(),
        IntStream.range(0, AtRisk.GROUPS)
            .mapToObj(g -> group(comparison, propensity, g, new Rounding(threshold)))
            .toList(),
        overlap(propensity, new Rounding(threshold)),
        support(propensity, new Rounding(threshold)),
        propensity.balances(threshold));
  }

  private static Group group(
      Comparison comparison, Propensity propensity, int g, Rounding rounding) {
    double[] weights = select(propensity.weights(), propensity.group(), g);
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(w -> w * w).sum();
    return new Group(
        comparison.curves().get(g).patients(),
        rounding.effective(sum * sum / squares),
        rounding.estimate(sum / weights.length),
        rounding.estimate(Arrays.stream(weights).min().orElse(Double.NaN)),
        rounding.estimate(Arrays.stream(weights).max().orElse(Double.NaN)));
  }

  private static double[] select(double[] values, int[] group, int g) {
    return IntStream.range(0, group.length)
        .filter(i -> group[i] == g)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static List<Bin> overlap(Propensity propensity, Rounding rounding) {
    long[][] counts = new long[AtRisk.GROUPS][BINS];
    for (int i = 0; i < propensity.scores().length; i++) {
      int bin = Math.min(BINS - 1, (int) (propensity.scores()[i] * BINS));
      counts[propensity.group()[i]][bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(
          new Bin(
              (double) bin / BINS,
              (bin + 1.0) / BINS,
              rounding.orHidden(counts[0][bin]),
              rounding.orHidden(counts[1][bin])));
    }
    return bins;
  }

  private static double support(Propensity propensity, Rounding rounding) {
    double[] unexposed = select(propensity.scores(), propensity.group(), 0);
    double[] exposed = select(propensity.scores(), propensity.group(), 1);
    double from =
        Math.max(Arrays.stream(unexposed).min().orElse(0), Arrays.stream(exposed).min().orElse(0));
    double to =
        Math.min(Arrays.stream(unexposed).max().orElse(1), Arrays.stream(exposed).max().orElse(1));
    long within = Arrays.stream(propensity.scores()).filter(s -> s >= from && s <= to).count();
    return rounding.share(within, propensity.scores().length);
  }
}
