package org.denovo.extract;

import java.util.Arrays;

/** Patients, as 64-bit marks of their pseudonyms: eight bytes each time that one is added. */
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
    Arrays.sort(marks, 0, size);
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || marks[i] != marks[i - 1]) {
        different++;
      }
    }
    return different;
  }
}
