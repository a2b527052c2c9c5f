package org.denovo.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.denovo.record.PatientRecord;

/**
 * Finds the pairs of records that may be of one person, by probabilistic linkage. Records are added
 * one by one; of each it keeps what is compared, some two hundred bytes, never the record. The same
 * records give the same pairs in whatever order they come.
 */
public final class Linkage {

  /** From this probability on a pair is shown: it is then more likely one person than two. */
  public static final double SHOWN = 0.5;

  /** No more pairs than these are shown, the most probable first. */
  public static final int MOST = 10_000;

  /** Pairs drawn to see how often two persons agree by chance. */
  private static final int DRAWN = 400_000;

  /**
   * The usual shares count as much as these pairs, so that a registry without any is not misled.
   */
  private static final double USUAL_PAIRS = 20;

  /** Where the search begins: one patient of a hundred has a second record. */
  private static final double FIRST_SHARE = 0.01;

  private static final Comparison[] COMPARISONS = Comparison.values();

  private final List<Traits> records = new ArrayList<>();

  /** What was found. */
  public record Found(List<Pair> pairs, Account account) {
    public Found {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * How the pairs were found.
   *
   * @param records that were added
   * @param compared pairs that agreed in some key
   * @param passedOver keys that too many records share
   * @param expected how many pairs of one person there are by the estimate
   * @param bits by comparison, what each of its levels says
   */
  public record Account(
      long records,
      long compared,
      long passedOver,
      double expected,
      Map<Comparison, List<Double>> bits) {
    public Account {
      bits = Map.copyOf(bits);
    }
  }

  /** Adds a record. */
  public void add(PatientRecord patient) {
    records.add(Traits.of(patient));
  }

  /** The pairs that are certain, decided or more likely one person than two; the surest first. */
  public Found find(Decisions decisions) {
    records.sort(Comparator.comparing(Traits::key));
    Blocks blocks = new Blocks(records);
    Map<Integer, Double> patterns = new HashMap<>();
    long[] compared = {0};
    blocks.each(
        (one, other) -> {
          compared[0]++;
          patterns.merge(pattern(one, other), 1.0, Double::sum);
        });
    double all = records.size() * (records.size() - 1.0) / 2;
    Model model = model(blocks, patterns, all, compared[0]);
    Names names = new Names(records, model);
    List<Pair> pairs = new ArrayList<>();
    blocks.each(
        (one, other) -> {
          Pair pair = pair(one, other, model, names, decisions);
          if (pair.probability() >= SHOWN
              || pair.standing() != Pair.Standing.OPEN
              || sameId(pair)) {
            pairs.add(pair);
          }
        });
    addDecided(pairs, blocks, model, names, decisions);
    pairs.sort(
        Comparator.comparingDouble(Pair::weight)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return new Found(
        pairs.size() > MOST ? pairs.subList(0, MOST) : pairs,
        account(model, compared[0], blocks.passedOver(), all));
  }

  private Account account(Model model, long compared, long passedOver, double all) {
    Map<Comparison, List<Double>> bits = new EnumMap<>(Comparison.class);
    for (Comparison comparison : COMPARISONS) {
      List<Double> levels = new ArrayList<>();
      for (int level = 0; level < comparison.levels().size(); level++) {
        levels.add(model.bits(comparison.ordinal(), level));
      }
      bits.put(comparison, List.copyOf(levels));
    }
    return new Account(records.size(), compared, passedOver, model.share() * all, bits);
  }

  /** Decisions on pairs that agree in no key are shown too. */
  private void addDecided(
      List<Pair> pairs, Blocks blocks, Model model, Names names, Decisions decisions) {
    Map<String, Integer> byPid = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      byPid.put(records.get(i).key().pid(), i);
    }
    for (Decision decision : decisions.all()) {
      Integer one = byPid.get(decision.one());
      Integer other = byPid.get(decision.other());
      if (one != null && other != null && !blocks.together(one, other)) {
        pairs.add(pair(records.get(one), records.get(other), model, names, decisions));
      }
    }
  }

  private static boolean sameId(Pair pair) {
    Integer level = pair.levels().get(Comparison.NATIONAL_ID);
    return level != null && Comparison.NATIONAL_ID.isBest(level);
  }

  private static Pair pair(
      Traits one, Traits other, Model model, Names names, Decisions decisions) {
    Map<Comparison, Integer> levels = new EnumMap<>(Comparison.class);
    double weight = 0;
    for (Comparison comparison : COMPARISONS) {
      int level = comparison.level(one, other);
      if (level != Comparison.MISSING) {
        levels.put(comparison, level);
        weight += names.bits(comparison, level, one);
      }
    }
    boolean inOrder = one.key().compareTo(other.key()) < 0;
    Pair.Standing standing =
        decisions
            .on(one.key().pid(), other.key().pid())
            .map(
                decision ->
                    switch (decision.verdict()) {
                      case SAME -> Pair.Standing.SAME;
                      case DIFFERENT -> Pair.Standing.DIFFERENT;
                      case OPEN -> Pair.Standing.OPEN;
                    })
            .orElse(one.isCertainly(other) ? Pair.Standing.CERTAIN : Pair.Standing.OPEN);
    return new Pair(
        inOrder ? one.key() : other.key(),
        inOrder ? other.key() : one.key(),
        weight,
        model.probability(weight),
        levels,
        standing);
  }

  /**
   * The estimate: what pairs that agree in no key look like is learnt from pairs drawn at random.
   */
  private Model model(Blocks blocks, Map<Integer, Double> patterns, double all, long compared) {
    double[][] one = zeros();
    double[][] two = zeros();
    double[][] usual = zeros();
    double drawn = draw(blocks, two, all);
    double scale = drawn == 0 ? 0 : (all - compared) / drawn;
    for (Comparison comparison : COMPARISONS) {
      int i = comparison.ordinal();
      for (int level = 0; level < one[i].length; level++) {
        usual[i][level] = comparison.levels().get(level).usual();
        one[i][level] = USUAL_PAIRS * usual[i][level];
        // A level that no pair had may still come out by chance.
        two[i][level] = two[i][level] * scale + 1;
      }
    }
    List<Em.Pattern> open = new ArrayList<>();
    patterns.forEach((code, count) -> open.add(new Em.Pattern(levels(code), count)));
    open.sort(Comparator.comparingInt(pattern -> code(pattern.levels())));
    Model start =
        new Model(
            usual, shares(two), all == 0 ? 0 : Math.min(0.5, FIRST_SHARE * records.size() / all));
    return Em.fit(open, new Em.Known(one, two, all - compared), start);
  }

  private static double[][] shares(double[][] counts) {
    double[][] shares = zeros();
    for (int i = 0; i < counts.length; i++) {
      double sum = java.util.Arrays.stream(counts[i]).sum();
      for (int j = 0; j < counts[i].length; j++) {
        shares[i][j] = counts[i][j] / sum;
      }
    }
    return shares;
  }

  /**
   * Counts the levels of pairs that agree in no key: all of them, or some drawn by a fixed seed.
   */
  private double draw(Blocks blocks, double[][] counts, double all) {
    double drawn = 0;
    int n = records.size();
    if (all <= DRAWN) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          drawn += count(blocks, counts, i, j);
        }
      }
      return drawn;
    }
    SplittableRandom random = new SplittableRandom(1969);
    for (int draw = 0; draw < DRAWN; draw++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n - 1);
      drawn += count(blocks, counts, i, j < i ? j : j + 1);
    }
    return drawn;
  }

  private int count(Blocks blocks, double[][] counts, int i, int j) {
    if (blocks.together(i, j)) {
      return 0;
    }
    for (Comparison comparison : COMPARISONS) {
      int level = comparison.level(records.get(i), records.get(j));
      if (level != Comparison.MISSING) {
        counts[comparison.ordinal()][level]++;
      }
    }
    return 1;
  }

  private static double[][] zeros() {
    double[][] zeros = new double[COMPARISONS.length][];
    for (Comparison comparison : COMPARISONS) {
      zeros[comparison.ordinal()] = new double[comparison.levels().size()];
    }
    return zeros;
  }

  /** The levels of a pair as one number. */
  private static int pattern(Traits one, Traits other) {
    int code = 0;
    for (Comparison comparison : COMPARISONS) {
      code = code * (comparison.levels().size() + 1) + comparison.level(one, other) + 1;
    }
    return code;
  }

  private static int code(int[] levels) {
    int code = 0;
    for (Comparison comparison : COMPARISONS) {
      code = code * (comparison.levels().size() + 1) + levels[comparison.ordinal()] + 1;
    }
    return code;
  }

  private static int[] levels(int code) {
    int[] levels = new int[COMPARISONS.length];
    int rest = code;
    for (int i = levels.length - 1; i >= 0; i--) {
      int size = COMPARISONS[i].levels().size() + 1;
      levels[i] = rest % size - 1;
      rest /= size;
    }
    return levels;
  }
}
