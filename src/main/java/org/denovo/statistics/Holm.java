package org.denovo.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Probabilities adjusted for there being several tests (Holm, Scand J Stat 1979). */
public final class Holm {

  private Holm() {}

  /** The adjusted ones, in the same order, as R's {@code p.adjust} gives them. */
  public static double[] adjusted(double[] p) {
    List<Integer> order =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int i = order.get(rank);
      least = Math.max(least, Math.min(1, (p.length - rank) * p[i]));
      adjusted[i] = least;
    }
    return adjusted;
  }
}
