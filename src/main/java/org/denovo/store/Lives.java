package org.denovo.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * The lives of all findings before a night, and which of them it meets. A registry has millions, so
 * that each takes thirteen bytes, its id as the number that its hex digits are.
 */
public final class Lives {

  private static final int DIGITS = 12;

  private final Numbers known = new Numbers();
  private final BitSet open = new BitSet();
  private final BitSet met = new BitSet();
  private final Numbers begun = new Numbers();
  private int[] firstDays = new int[64];

  Lives() {}

  /** What a finding was before. */
  public enum Before {
    /** It was never seen. */
    UNKNOWN,
    /** It was there once and was resolved. */
    RESOLVED,
    /** It was open. */
    OPEN
  }

  /**
   * A finding that a night meets.
   *
   * @param firstSeen the day on which it was first seen, which may be this one
   */
  public record Meeting(Before before, LocalDate firstSeen) {}

  /** Adds a life; they come in the order of their ids. */
  void add(String id, boolean isOpen, LocalDate firstSeen) {
    int index = known.size;
    known.add(number(id));
    open.set(index, isOpen);
    if (index == firstDays.length) {
      firstDays = Arrays.copyOf(firstDays, 2 * index);
    }
    firstDays[index] = (int) firstSeen.toEpochDay();
  }

  /** Notes that a finding stands, and says what it was before. */
  public Meeting meet(String id, LocalDate today) {
    long number = number(id);
    int index = Arrays.binarySearch(known.all, 0, known.size, number);
    if (index < 0) {
      begun.add(number);
      return new Meeting(Before.UNKNOWN, today);
    }
    LocalDate first = LocalDate.ofEpochDay(firstDays[index]);
    met.set(index);
    if (open.get(index)) {
      return new Meeting(Before.OPEN, first);
    }
    begun.add(number);
    return new Meeting(Before.RESOLVED, first);
  }

  /** How many were open and were not met. */
  public long resolved() {
    return gone().cardinality();
  }

  private BitSet gone() {
    BitSet gone = (BitSet) open.clone();
    gone.andNot(met);
    return gone;
  }

  /** Hands over the ids of the findings that are new or open again. */
  void eachBegun(Consumer<String> receiver) {
    for (int i = 0; i < begun.size; i++) {
      receiver.accept(id(begun.all[i]));
    }
  }

  /** Hands over the ids of those that were open and were not met. */
  void eachGone(Consumer<String> receiver) {
    gone().stream().forEach(index -> receiver.accept(id(known.all[index])));
  }

  private static long number(String id) {
    return Long.parseLong(id, 16);
  }

  private static String id(long number) {
    return HexFormat.of().toHexDigits(number, DIGITS);
  }

  private static final class Numbers {
    private long[] all = new long[64];
    private int size;

    void add(long number) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = number;
    }
  }
}
