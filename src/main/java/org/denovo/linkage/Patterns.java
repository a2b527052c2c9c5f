package org.denovo.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts pairs by how they came out: there are far fewer patterns than pairs. */
final class Patterns {

  private static final Comparison[] COMPARISONS = Comparison.values();

  private final Map<Integer, long[]> counts = new HashMap<>();
  private long pairs;

  void add(Traits one, Traits other) {
    int code = 0;
    for (Comparison comparison : COMPARISONS) {
      code = code * (comparison.levels().size() + 1) + comparison.level(one, other) + 1;
    }
    counts.computeIfAbsent(code, c -> new long[1])[0]++;
    pairs++;
  }

  /** How many pairs were added. */
  long pairs() {
    return pairs;
  }

  /** The patterns that came out, in a fixed order. */
  List<Em.Pattern> all() {
    List<Em.Pattern> all = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(entry -> all.add(new Em.Pattern(levels(entry.getKey()), entry.getValue()[0])));
    return all;
  }

  /** A number for each level of each comparison, 0 at first. */
  static double[][] zeros() {
    double[][] zeros = new double[COMPARISONS.length][];
    for (Comparison comparison : COMPARISONS) {
      zeros[comparison.ordinal()] = new double[comparison.levels().size()];
    }
    return zeros;
  }

  private static int[] levels(int code) {
    int[] levels = new int[COMPARISONS.length];
    int rest = code;
    for (int i = levels.length - 1; i >= 0; i--) {
      int size = COMPARISONS[i].levels().size() + 1;
      levels[i] = rest % size - 1;
      rest /= size;
    }
    return levels;
  }
}
