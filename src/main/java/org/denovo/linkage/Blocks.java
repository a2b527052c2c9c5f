package org.denovo.linkage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.denovo.vocabulary.Laterality;

/**
 * The pairs that are worth comparing: those that agree in one of some keys. A key that too many
 * records share is passed over, so that the number of pairs grows with the records and not with
 * their square.
 */
final class Blocks {

  /** A hundred thousand patients have no day of birth, and few names, that so many share. */
  private static final int MOST = 1_000;

  /** From the surest to the widest; 0 where a record has no key. */
  private static final List<ToLongFunction<Traits>> KEYS =
      List.of(
          Traits::id,
          one -> one.bornOn() ? key(1, swapped(one.bornFrom())) : 0,
          one -> one.bornOn() ? key(one.sound(), one.bornFrom().getYear()) : 0,
          one -> one.diagnosed() == null ? 0 : key(one.sound(), one.diagnosed().getYear()),
          one -> one.bornOn() ? key(one.initials(), one.bornFrom().getYear()) : 0,
          one -> sided(one, one.diagnosed()),
          one -> sided(one, one.operated()));

  /** A receiver of pairs. */
  @FunctionalInterface
  interface Pairs {
    void accept(Traits one, Traits other);
  }

  private final List<Traits> records;

  /** By key, the keys of the records; 0 where there is none or too many share it. */
  private final long[][] keys;

  /** By key, the records that have one in the order of the key. */
  private final int[][] order;

  private long passedOver;

  Blocks(List<Traits> records) {
    this.records = List.copyOf(records);
    this.keys = new long[KEYS.size()][];
    this.order = new int[KEYS.size()][];
    for (int k = 0; k < keys.length; k++) {
      keys[k] = this.records.stream().mapToLong(KEYS.get(k)).toArray();
      passOver(keys[k]);
      order[k] = order(keys[k]);
    }
  }

  /** How many keys were passed over because too many records share them. */
  long passedOver() {
    return passedOver;
  }

  /** Hands over each pair once. */
  void each(Pairs receiver) {
    for (int k = 0; k < keys.length; k++) {
      int from = 0;
      while (from < order[k].length) {
        int to = end(k, from);
        for (int i = from; i < to; i++) {
          for (int j = i + 1; j < to; j++) {
            if (first(order[k][i], order[k][j]) == k) {
              receiver.accept(records.get(order[k][i]), records.get(order[k][j]));
            }
          }
        }
        from = to;
      }
    }
  }

  /** True if two records, by their numbers, agree in some key. */
  boolean together(int one, int other) {
    return first(one, other) < keys.length;
  }

  /** The first key in which two records agree; the number of keys if there is none. */
  private int first(int one, int other) {
    int k = 0;
    while (k < keys.length && (keys[k][one] == 0 || keys[k][one] != keys[k][other])) {
      k++;
    }
    return k;
  }

  private int end(int k, int from) {
    int to = from + 1;
    while (to < order[k].length && keys[k][order[k][to]] == keys[k][order[k][from]]) {
      to++;
    }
    return to;
  }

  private void passOver(long[] of) {
    long[] sorted = of.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < of.length; i++) {
      if (of[i] != 0 && count(sorted, of[i]) > MOST) {
        of[i] = 0;
      }
    }
    for (int i = 0; i + MOST < sorted.length; i++) {
      boolean isFirst = i == 0 || sorted[i - 1] != sorted[i];
      passedOver += isFirst && sorted[i] != 0 && sorted[i] == sorted[i + MOST] ? 1 : 0;
    }
  }

  /** How many there are of a value, up to one more than the most that are looked at. */
  private static int count(long[] sorted, long value) {
    int from = Arrays.binarySearch(sorted, value);
    int to = from;
    while (from > 0 && sorted[from - 1] == value && to - from <= MOST) {
      from--;
    }
    while (to + 1 < sorted.length && sorted[to + 1] == value && to - from <= MOST) {
      to++;
    }
    return to - from + 1;
  }

  private int[] order(long[] of) {
    return java.util.stream.IntStream.range(0, of.length)
        .filter(i -> of[i] != 0)
        .boxed()
        .sorted((a, b) -> of[a] == of[b] ? Integer.compare(a, b) : Long.compare(of[a], of[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** A day whose month and day may have changed places. */
  private static long swapped(LocalDate day) {
    int month = Math.min(day.getMonthValue(), day.getDayOfMonth());
    int rest = Math.max(day.getMonthValue(), day.getDayOfMonth());
    return day.getYear() * 10_000L + month * 100L + rest;
  }

  /** A day and a side, of a record that tells the age: without names this is what there is. */
  private static long sided(Traits one, LocalDate day) {
    if (day == null || one.side() == null || one.bornFrom() == null) {
      return 0;
    }
    long side = one.side() == Laterality.LEFT ? 1 : 2;
    return key(side + 2, day.toEpochDay());
  }

  /** Two numbers in one; 0 if the first is. */
  private static long key(long one, long other) {
    if (one == 0) {
      return 0;
    }
    long mixed = (one * 31 + other) * 0x9E3779B97F4A7C15L;
    long key = mixed ^ mixed >>> 29;
    return key == 0 ? 1 : key;
  }
}
