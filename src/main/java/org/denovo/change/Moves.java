package org.denovo.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows of one column whose values changed: where each stood in the last workbook, and hashes of
 * the value that it had and has. It grows with the changes and not with the rows.
 */
final class Moves {

  private int[] rows = new int[16];
  private long[] before = new long[16];
  private long[] now = new long[16];
  private int size;

  /**
   * Rows that have their neighbour's value.
   *
   * @param length how many
   * @param fromAbove true if it is the value of the row above
   */
  record Run(int length, boolean fromAbove) {}

  void add(int row, long old, long young) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
      now = Arrays.copyOf(now, 2 * size);
    }
    rows[size] = row;
    before[size] = old;
    now[size++] = young;
  }

  /**
   * The longest run of changed rows in which each has the former value of the one before it, or of
   * the one behind it, and at least three values stand. A row between them that did not change is
   * stepped over: it had its neighbour's value already.
   */
  Run longest() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> rows[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    Run down = longest(order, true);
    Run up = longest(order, false);
    return up.length() > down.length() ? up : down;
  }

  private Run longest(int[] order, boolean fromAbove) {
    int longest = 0;
    int start = 0;
    for (int i = 1; i <= order.length; i++) {
      boolean goesOn =
          i < order.length
              && (fromAbove
                  ? now[order[i]] == before[order[i - 1]]
                  : now[order[i - 1]] == before[order[i]]);
      if (!goesOn) {
        if (i - start > Math.max(longest, 1) && distinct(order, start, i) >= 3) {
          longest = i - start;
        }
        start = i;
      }
    }
    return new Run(longest, fromAbove);
  }

  private long distinct(int[] order, int from, int to) {
    return Arrays.stream(order, from, to).mapToLong(i -> before[i]).distinct().limit(3).count();
  }
}
