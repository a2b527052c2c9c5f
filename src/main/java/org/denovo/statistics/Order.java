package org.denovo.statistics;

import java.util.Arrays;

/** Rows by a number, those with the same one as they came. */
final class Order {

  private Order() {}

  /** The places of the rows from the least number to the greatest. */
  static int[] ascending(double[] values) {
    return order(values, distinct(values), false);
  }

  /** The places of the rows from the greatest number to the least. */
  static int[] descending(double[] values) {
    return order(values, distinct(values), true);
  }

  /** By counting: follow-up is in days, so many rows have the same number. */
  private static int[] order(double[] values, double[] distinct, boolean isFalling) {
    int[] rank = new int[values.length];
    int[] next = new int[distinct.length + 1];
    for (int i = 0; i < values.length; i++) {
      int place = Arrays.binarySearch(distinct, values[i]);
      rank[i] = isFalling ? distinct.length - 1 - place : place;
      next[rank[i] + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] order = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      order[next[rank[i]]++] = i;
    }
    return order;
  }

  private static double[] distinct(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (double value : sorted) {
      if (size == 0 || Double.compare(sorted[size - 1], value) != 0) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
