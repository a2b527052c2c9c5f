package org.denovo.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.FisherExact;
import org.denovo.statistics.KruskalWallis;

/**
 * Whether the arms differ in a baseline variable by more than chance, of those with a value, and
 * which test says so.
 */
record BaselineTest(Kind kind, double p) {

  /** The tests. */
  enum Kind {
    /** Pearson's, without continuity correction. */
    CHI_SQUARE,
    /** The same where an expected count is below 5, so that p is rough. */
    CHI_SQUARE_SPARSE,
    FISHER_EXACT,
    KRUSKAL_WALLIS;

    /** As files write it. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double ENOUGH = 5;

  /** Of counts, an arm a row: exact where two by two is sparse; empty where nothing varies. */
  static Optional<BaselineTest> ofCounts(long[][] counts) {
    long[][] used = used(counts);
    if (used.length < 2 || used[0].length < 2) {
      return Optional.empty();
    }
    boolean isSparse = ChiSquare.leastExpected(used) < ENOUGH;
    if (isSparse && used.length == 2 && used[0].length == 2) {
      return Optional.of(new BaselineTest(Kind.FISHER_EXACT, FisherExact.of(used)));
    }
    return Optional.of(
        new BaselineTest(
            isSparse ? Kind.CHI_SQUARE_SPARSE : Kind.CHI_SQUARE, ChiSquare.pearson(used).p()));
  }

  static Optional<BaselineTest> ofNumbers(double[][] arms) {
    return KruskalWallis.of(arms).map(test -> new BaselineTest(Kind.KRUSKAL_WALLIS, test.p()));
  }

  /** Without arms and levels in which nobody is. */
  private static long[][] used(long[][] counts) {
    int[] levels =
        IntStream.range(0, counts[0].length)
            .filter(j -> Arrays.stream(counts).anyMatch(row -> row[j] > 0))
            .toArray();
    return Arrays.stream(counts)
        .filter(row -> Arrays.stream(row).anyMatch(n -> n > 0))
        .map(row -> Arrays.stream(levels).mapToLong(j -> row[j]).toArray())
        .toArray(long[][]::new);
  }
}
