package org.denovo.extract;

import java.util.Optional;
import org.denovo.analysis.Rounding;

/**
 * How small counts are shown, so that no table or flow lets a reader find out the number behind a
 * small cell: counts from 1 to the threshold are written {@code <=threshold}, and where the other
 * parts of a shown total would give one away, the smallest of them is written {@code *}. Zero is
 * shown, every other count to the nearest five: two tables, cohorts or nights that differ by a few
 * patients do not tell by how few.
 *
 * @param threshold the largest count that is hidden; 0 shows everything
 */
public record Disclosure(int threshold) {

  /** Of a job that says nothing: counts from 1 to 7 are hidden. */
  public static final Disclosure DEFAULT = new Disclosure(7);

  /** Everything is shown. */
  public static final Disclosure OFF = new Disclosure(0);

  /** What stands for a count that is hidden to protect another. */
  static final String HIDDEN = "*";

  public Disclosure {
    if (threshold < 0 || threshold == 1) {
      throw new IllegalArgumentException(
          "a threshold of " + threshold + "; 0 shows all, 2 or more hides");
    }
  }

  /** How counts are rounded. */
  private Rounding rounding() {
    return new Rounding(threshold);
  }

  /** True if the count itself must not be shown. */
  boolean isSmall(long count) {
    return rounding().isSmall(count);
  }

  /** How many decimals a number may have: as many as are exact, or too few to count with. */
  int decimals() {
    return threshold == 0 ? 10 : 3;
  }

  /** A count that is not small as it is shown. */
  long rounded(long count) {
    return rounding().shown(count);
  }

  /** What stands for a count that is too small. */
  String small() {
    return "<=" + threshold;
  }

  /** The count as text, where it may be hidden. */
  String show(long count, boolean hidden) {
    if (isSmall(count)) {
      return small();
    }
    return hidden ? HIDDEN : Long.toString(rounded(count));
  }

  /**
   * A part of a whole in percent, from both as they are shown: a percentage of the exact counts
   * would give them away.
   */
  String percent(long part, long whole) {
    return Numbers.percent(Math.min(rounded(part), rounded(whole)), rounded(whole));
  }

  /**
   * Which parts of a shown total are not shown.
   *
   * @return one answer for each part; empty if even hiding all of them would not protect the small
   *     ones, so that the total must be hidden too
   */
  Optional<boolean[]> hide(long... parts) {
    return hide(parts, new boolean[parts.length]);
  }

  /** As {@link #hide(long...)}, with parts that are hidden in any case. */
  Optional<boolean[]> hide(long[] parts, boolean[] forced) {
    boolean[] hidden = forced.clone();
    for (int i = 0; i < parts.length; i++) {
      hidden[i] |= isSmall(parts[i]);
    }
    while (!isSafe(parts, hidden)) {
      int next = smallestShown(parts, hidden);
      if (next < 0) {
        return Optional.empty();
      }
      hidden[next] = true;
    }
    return Optional.of(hidden);
  }

  /**
   * The reader knows the sum of the hidden parts, that each small one lies within 1 and the
   * threshold, and that each other one lies above it. No part is given away while the sum is
   * neither the least nor the most that it could be.
   */
  private boolean isSafe(long[] parts, boolean[] hidden) {
    long small = 0;
    long large = 0;
    long sum = 0;
    for (int i = 0; i < parts.length; i++) {
      if (hidden[i]) {
        sum += parts[i];
        if (isSmall(parts[i])) {
          small++;
        } else {
          large++;
        }
      }
    }
    if (small == 0) {
      return true;
    }
    boolean aboveLeast = sum > small + large * (threshold + 1L);
    boolean belowMost = large > 0 || sum < small * threshold;
    return small + large > 1 && aboveLeast && belowMost;
  }

  /** The place of the smallest part above zero that is not hidden; -1 if there is none. */
  static int smallestShown(long[] parts, boolean[] hidden) {
    int smallest = -1;
    for (int i = 0; i < parts.length; i++) {
      if (!hidden[i] && parts[i] > 0 && (smallest < 0 || parts[i] < parts[smallest])) {
        smallest = i;
      }
    }
    return smallest;
  }
}
