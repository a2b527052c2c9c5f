package org.denovo.check;

import java.util.HashMap;
import java.util.Map;
import org.denovo.record.Answer;

/**
 * Finds rows that repeat earlier ones of the same centre in the same order, three or more. Of a row
 * it keeps a number of eight bytes, and of no more rows than anybody pastes by hand.
 */
final class PastedBlocks {

  private static final int BLOCK = 3;
  private static final int ROWS = 10_000;

  /** The row on which each block of three ended first. */
  private final Map<Long, Integer> blocks = new HashMap<>();

  private final long[] last = new long[BLOCK];
  private int row;
  private int telling;
  private int repeated;
  private int longest;

  /**
   * Takes the next row.
   *
   * @param tells true if the row holds enough for two not to be the same by chance
   */
  void add(Answer<?>[] answers, boolean tells) {
    row++;
    if (!tells || row > ROWS) {
      telling = 0;
      repeated = 0;
      return;
    }
    telling++;
    last[row % BLOCK] = number(answers);
    boolean oneRow = last[0] == last[1] && last[1] == last[2];
    if (telling < BLOCK || oneRow) {
      repeated = 0;
      return;
    }
    long block = 0;
    for (int i = 1; i <= BLOCK; i++) {
      block = mixed(block, last[(row + i) % BLOCK]);
    }
    Integer earlier = blocks.putIfAbsent(block, row);
    boolean again = earlier != null && row - earlier >= BLOCK;
    repeated = again ? Math.max(BLOCK, repeated + 1) : 0;
    longest = Math.max(longest, repeated);
  }

  /** How many rows the longest repeated block has; 0 if there is none. */
  int longest() {
    return longest;
  }

  private static long number(Answer<?>[] answers) {
    long number = 1;
    for (Answer<?> answer : answers) {
      number = mixed(number, answer.hashCode());
    }
    return number;
  }

  private static long mixed(long number, long more) {
    long mixed = (number ^ more) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
  }
}
