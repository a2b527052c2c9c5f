package org.denovo.extract;

import java.util.Arrays;

/**
 * Patients, as 64-bit marks of their pseudonyms or of what tells them apart: eight bytes each time
 * that one is added.
 */
public final class PatientSet {

  private long[] marks = new long[64];
  private int size;

  /** Adds a patient. */
  public void add(String pid) {
    long mark = 0xcbf29ce484222325L;
    for (int i = 0; i < pid.length(); i++) {
      mark = (mark ^ pid.charAt(i)) * 0x100000001b3L;
    }
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, size * 2);
    }
    marks[size++] = mark;
  }

  /** How many were added, each as often as she was. */
  public int added() {
    return size;
  }

  /** How many different ones there are. */
  public int count() {
    return sizes(0).different();
  }

  /**
   * How often the different ones were added.
   *
   * @param smallest the fewest times that one was; 0 if none was added
   * @param below how many were added fewer than k times, each as often as it was
   */
  record Sizes(int different, int smallest, int below) {}

  Sizes sizes(int k) {
    Arrays.sort(marks, 0, size);
    int different = 0;
    int smallest = size;
    int below = 0;
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && marks[to] == marks[from]) {
        to++;
      }
      different++;
      smallest = Math.min(smallest, to - from);
      below += to - from < k ? to - from : 0;
      from = to;
    }
    return new Sizes(different, smallest, below);
  }
}
