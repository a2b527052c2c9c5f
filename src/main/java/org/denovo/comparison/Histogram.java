package org.denovo.comparison;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How often each value occurs: as much memory as there are distinct values. */
final class Histogram {

  private final TreeMap<Double, Long> values = new TreeMap<>();
  private long n;
  private double sum;
  private double squares;

  void add(double value) {
    values.merge(value, 1L, Long::sum);
    n++;
    sum += value;
    squares += value * value;
  }

  long n() {
    return n;
  }

  /** The most frequent value, the smallest of several. */
  Map.Entry<Double, Long> mode() {
    Map.Entry<Double, Long> mode = values.firstEntry();
    for (Map.Entry<Double, Long> entry : values.entrySet()) {
      mode = entry.getValue() > mode.getValue() ? entry : mode;
    }
    return mode;
  }

  /** The whole numbers that are not the end of a scale, by their last digit. */
  long[] lastDigits() {
    long[] digits = new long[10];
    values.forEach(
        (value, times) -> {
          if (value > 0 && value != 100 && value == Math.rint(value)) {
            digits[(int) (value % 10)] += times;
          }
        });
    return digits;
  }

  /** The standard deviation of all values together; not a number of fewer than two. */
  static double deviation(Collection<Histogram> histograms) {
    double all = histograms.stream().mapToDouble(h -> h.n).sum();
    double mean = histograms.stream().mapToDouble(h -> h.sum).sum() / all;
    double squares = histograms.stream().mapToDouble(h -> h.squares).sum();
    return all < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - all * mean * mean) / (all - 1));
  }

  /** The middle of all values together; there is at least one. */
  static double median(Collection<Histogram> histograms) {
    TreeMap<Double, Long> all = new TreeMap<>();
    histograms.forEach(h -> h.values.forEach((value, times) -> all.merge(value, times, Long::sum)));
    long n = all.values().stream().mapToLong(Long::longValue).sum();
    return (at(all, (n - 1) / 2) + at(all, n / 2)) / 2;
  }

  private static double at(TreeMap<Double, Long> values, long rank) {
    long below = 0;
    for (Map.Entry<Double, Long> entry : values.entrySet()) {
      below += entry.getValue();
      if (below > rank) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException(rank + " of " + below);
  }
}
