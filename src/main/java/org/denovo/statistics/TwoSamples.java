package org.denovo.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether counts in categories are distributed in one sample as in another.
 *
 * @param test Pearson's, on the categories that could be tested
 * @param effect Cohen's w in the first sample: 0.1 is small, 0.3 medium, 0.5 large
 */
public record TwoSamples(ChiSquare test, double effect) {

  /** Below this expected count the test's tail is only rough (Cochran 1954). */
  private static final double LEAST_EXPECTED = 5;

  /**
   * Compares the first sample with the second. Categories of which fewer than five are expected in
   * the first are put together, the rarest first; empty if fewer than two remain.
   */
  public static Optional<TwoSamples> of(long[] first, long[] second) {
    double n = sum(first);
    double all = n + sum(second);
    if (n == 0 || n == all) {
      return Optional.empty();
    }
    List<long[]> cells = cells(first, second, LEAST_EXPECTED * all / n);
    if (cells.size() < 2) {
      return Optional.empty();
    }
    long[][] table = new long[2][cells.size()];
    double effect = 0;
    for (int j = 0; j < cells.size(); j++) {
      long[] cell = cells.get(j);
      table[0][j] = cell[0];
      table[1][j] = cell[1];
      double share = (cell[0] + cell[1]) / all;
      double apart = cell[0] / n - share;
      effect += apart * apart / share;
    }
    return Optional.of(new TwoSamples(ChiSquare.pearson(table), Math.sqrt(effect)));
  }

  /** The categories, each with at least so many in both samples together. */
  private static List<long[]> cells(long[] first, long[] second, double least) {
    List<Integer> byRarity =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> first[i] + second[i]))
            .toList();
    List<long[]> cells = new ArrayList<>();
    long[] cell = new long[2];
    for (int i : byRarity) {
      cell[0] += first[i];
      cell[1] += second[i];
      if (cell[0] + cell[1] >= least) {
        cells.add(cell);
        cell = new long[2];
      }
    }
    if (!cells.isEmpty()) {
      cells.get(cells.size() - 1)[0] += cell[0];
      cells.get(cells.size() - 1)[1] += cell[1];
    }
    return cells;
  }

  private static double sum(long[] counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
