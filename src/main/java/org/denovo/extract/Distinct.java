package org.denovo.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The different cells of a column, numbered from 0 as they come. Columns repeat themselves. */
final class Distinct {

  private long[] keys = new long[16];
  private int[] numbers = new int[16];
  private final List<byte[]> longer = new ArrayList<>();
  private int size;

  Distinct() {
    Arrays.fill(numbers, -1);
  }

  int size() {
    return size;
  }

  /** The number of a cell; {@link #size} grows if there was none like it. */
  int of(CsvCells cells, int cell) {
    long key = cells.key(cell);
    int place = place(key, keys.length);
    while (numbers[place] >= 0) {
      if (keys[place] == key
          && (cells.isShort(cell) || cells.is(cell, longer.get(numbers[place])))) {
        return numbers[place];
      }
      place = place + 1 & keys.length - 1;
    }
    keys[place] = key;
    numbers[place] = size;
    longer.add(cells.isShort(cell) ? new byte[0] : cells.bytes(cell));
    if (++size > keys.length / 2) {
      grow();
    }
    return size - 1;
  }

  private static int place(long key, int length) {
    long mixed = (key ^ key >>> 29) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 33) & length - 1;
  }

  private void grow() {
    int length = 2 * keys.length;
    long[] wider = new long[length];
    int[] theirs = new int[length];
    Arrays.fill(theirs, -1);
    for (int i = 0; i < keys.length; i++) {
      if (numbers[i] >= 0) {
        int place = place(keys[i], length);
        while (theirs[place] >= 0) {
          place = place + 1 & length - 1;
        }
        wider[place] = keys[i];
        theirs[place] = numbers[i];
      }
    }
    keys = wider;
    numbers = theirs;
  }
}
