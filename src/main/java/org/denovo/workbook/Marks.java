package org.denovo.workbook;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.source.Mark;

/** Marks as bits while a cell is made, and the one shared set for each combination. */
final class Marks {

  static final int FORMULA = bit(Mark.FORMULA);
  static final int MERGED = bit(Mark.MERGED);
  static final int COVERING = bit(Mark.COVERING);
  static final int HIDDEN = bit(Mark.HIDDEN);
  static final int COMMENT = bit(Mark.COMMENT);
  static final int STRUCK = bit(Mark.STRUCK);
  static final int FILLED = bit(Mark.FILLED);
  static final int UNSEEN = bit(Mark.UNSEEN);
  static final int DRESSED = bit(Mark.DRESSED);
  static final int PERCENT = bit(Mark.PERCENT);
  static final int FROM_1904 = bit(Mark.FROM_1904);

  private static final Mark[] ALL = Mark.values();
  private static final java.util.List<Set<Mark>> SETS = sets();

  private Marks() {}

  static Set<Mark> of(int bits) {
    return SETS.get(bits);
  }

  static int bits(Set<Mark> marks) {
    return marks.stream().mapToInt(Marks::bit).sum();
  }

  private static int bit(Mark mark) {
    return 1 << mark.ordinal();
  }

  private static java.util.List<Set<Mark>> sets() {
    return java.util.stream.IntStream.range(0, 1 << ALL.length)
        .mapToObj(
            bits ->
                Arrays.stream(ALL)
                    .filter(mark -> (bits & bit(mark)) != 0)
                    .collect(Collectors.toUnmodifiableSet()))
        .toList();
  }
}
