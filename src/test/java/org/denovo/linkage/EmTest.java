package org.denovo.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The estimate against an independent one, on data that are not the project's: the first 250 of the
 * 500 records RLdata500 (Sariyar and Borg, The R Journal 2010;2(2):61). The counts of agreements
 * and the maximum of the likelihood, found by another method, come from {@code .ci/linkage.py}.
 */
class EmTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/denovo/linkage");
  private static final int COMPARISONS = 5;

  @Test
  void itFindsTheMaximumOfTheLikelihood() throws IOException {
    List<Em.Pattern> pairs = pairs();
    Model start = new Model(twice(0.9), chance(pairs), 0.001);
    Model model = Em.fit(pairs, 0, new double[COMPARISONS][2], start);
    double[] expected = expected();
    for (int i = 0; i < COMPARISONS; i++) {
      assertThat(model.m()[i][1]).as("m %d", i).isCloseTo(expected[i], within(1e-5));
      assertThat(model.m()[i][0] + model.m()[i][1]).isCloseTo(1, within(1e-12));
    }
    assertThat(model.share()).isCloseTo(expected[COMPARISONS], within(1e-7));
  }

  @Test
  void whereNothingIsOpenTheUsualHolds() {
    double[][] usual = new double[COMPARISONS][];
    Arrays.fill(usual, new double[] {2, 18});
    Model model = Em.fit(List.of(), 1_000, usual, new Model(twice(0.5), twice(0.1), 0.001));
    for (double[] levels : model.m()) {
      assertThat(levels).containsExactly(0.1, 0.9);
    }
    assertThat(model.share()).isZero();
  }

  @Test
  void aComparisonThatIsMissingSaysNothing() throws IOException {
    List<Em.Pattern> pairs = new ArrayList<>();
    for (Em.Pattern pair : pairs()) {
      int[] levels = Arrays.copyOf(pair.levels(), COMPARISONS + 1);
      levels[COMPARISONS] = Comparison.MISSING;
      pairs.add(new Em.Pattern(levels, pair.count()));
    }
    double[][] m = Arrays.copyOf(twice(0.9), COMPARISONS + 1);
    double[][] u = Arrays.copyOf(chance(pairs()), COMPARISONS + 1);
    m[COMPARISONS] = new double[] {0.1, 0.9};
    u[COMPARISONS] = new double[] {0.9, 0.1};
    Model model = Em.fit(pairs, 0, new double[COMPARISONS + 1][2], new Model(m, u, 0.001));
    assertThat(model.share()).isCloseTo(expected()[COMPARISONS], within(1e-7));
  }

  /** Two comparisons by hand: log2 of 0.9 over 0.1 and of 0.1 over 0.9, and the odds of 1 to 3. */
  @Test
  void aWeightIsTheSumOfTheBitsAndTheProbabilityFollowsByBayes() {
    Model model = new Model(twice(0.9), twice(0.1), 0.25);
    assertThat(model.bits(0, 1)).isCloseTo(3.1699250014423126, within(1e-12));
    assertThat(model.bits(0, 0)).isCloseTo(-3.1699250014423126, within(1e-12));
    assertThat(model.probability(0)).isEqualTo(0.25);
    assertThat(model.probability(model.bits(0, 1))).isCloseTo(0.75, within(1e-12));
  }

  private static double[][] twice(double agree) {
    double[][] shares = new double[COMPARISONS][];
    Arrays.fill(shares, new double[] {1 - agree, agree});
    return shares;
  }

  /** How often each comparison agrees over all pairs. */
  private static double[][] chance(List<Em.Pattern> pairs) {
    double[][] counts = new double[COMPARISONS][2];
    for (Em.Pattern pair : pairs) {
      for (int i = 0; i < COMPARISONS; i++) {
        counts[i][pair.levels()[i]] += pair.count();
      }
    }
    return Em.shares(counts);
  }

  private static List<Em.Pattern> pairs() throws IOException {
    return Files.readAllLines(FOLDER.resolve("rldata500.csv")).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray())
        .map(row -> new Em.Pattern(Arrays.copyOf(row, COMPARISONS), row[COMPARISONS]))
        .toList();
  }

  private static double[] expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("rldata500_fit.csv")).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
        .toArray();
  }
}
