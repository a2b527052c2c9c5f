package org.denovo.extract;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.denovo.statistics.ChiSquare;
import org.denovo.statistics.FisherExact;
import org.denovo.statistics.KruskalWallis;
import org.denovo.vocabulary.Text;

/**
 * Whether the arms differ in a baseline variable by more than chance, of those with a value, and
 * which test says so.
 */
record BaselineTest(Kind kind, double p) {

  /** The tests. */
  enum Kind {
    CHI_SQUARE("chi_square", "Pearson卡方检验", "Pearson's chi-square"),
    CHI_SQUARE_SPARSE(
        "chi_square_sparse",
        "Pearson卡方检验（有期望数小于5，仅供参考）",
        "Pearson's chi-square (an expected count is below 5: rough)"),
    FISHER("fisher_exact", "Fisher精确检验", "Fisher's exact"),
    KRUSKAL_WALLIS("kruskal_wallis", "Kruskal–Wallis秩和检验", "Kruskal and Wallis's");

    private final String code;
    private final Text title;

    Kind(String code, String zh, String en) {
      this.code = code;
      this.title = new Text(zh, en);
    }

    /** As files write it. */
    String code() {
      return code;
    }

    /** In both languages. */
    Text title() {
      return title;
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
      return Optional.of(new BaselineTest(Kind.FISHER, FisherExact.of(used)));
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
