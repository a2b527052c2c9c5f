package org.denovo.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Kruskal and Wallis's test that groups have one location, with ties, as R's {@code kruskal.test}
 * gives it; of two groups it is Wilcoxon's rank sum test without continuity correction.
 */
public final class KruskalWallis {

  private record Value(double value, int group) {}

  private KruskalWallis() {}

  /** The test; empty if fewer than two groups have values, or all values are the same. */
  public static Optional<ChiSquare> of(double[]... groups) {
    int used = (int) Arrays.stream(groups).filter(group -> group.length > 0).count();
    Value[] all =
        IntStream.range(0, groups.length)
            .boxed()
            .flatMap(g -> Arrays.stream(groups[g]).mapToObj(value -> new Value(value, g)))
            .sorted(Comparator.comparingDouble(Value::value))
            .toArray(Value[]::new);
    double n = all.length;
    double[] ranks = new double[groups.length];
    double ties = 0;
    for (int i = 0; i < all.length; ) {
      int from = i;
      while (i < all.length && all[i].value == all[from].value) {
        i++;
      }
      double size = i - from;
      ties += size * size * size - size;
      for (int j = from; j < i; j++) {
        ranks[all[j].group] += (from + 1 + i) / 2.0;
      }
    }
    double spread = 1 - ties / (n * n * n - n);
    if (used < 2 || !(spread > 0)) {
      return Optional.empty();
    }
    double sum = 0;
    for (int g = 0; g < groups.length; g++) {
      sum += groups[g].length == 0 ? 0 : ranks[g] * ranks[g] / groups[g].length;
    }
    return Optional.of(ChiSquare.of((12 * sum / (n * (n + 1)) - 3 * (n + 1)) / spread, used - 1));
  }
}
