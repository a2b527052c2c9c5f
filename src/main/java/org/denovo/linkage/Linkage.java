package org.denovo.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denovo.record.PatientRecord;

/**
 * Finds the pairs of records that may be of one person, by probabilistic linkage. Records are added
 * one by one; of each it keeps what is compared, some two hundred bytes, never the record. The same
 * records give the same pairs in whatever order they come.
 */
public final class Linkage {

  /** From this probability on a pair is shown: it is then more likely one person than two. */
  public static final double SHOWN = 0.5;

  /** No more pairs than these are shown. */
  public static final int MOST = 10_000;

  private final List<Traits> records = new ArrayList<>();

  /** What was found, and how. */
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
   */
  public record Account(long records, long compared, long passedOver, double expected) {}

  /** Adds a record. */
  public void add(PatientRecord patient) {
    records.add(Traits.of(patient));
  }

  /**
   * The pairs that are more likely one person than two, the surest first; then those that are
   * certain or decided.
   */
  public Found find(Decisions decisions) {
    if (records.size() < 2) {
      return new Found(List.of(), new Account(records.size(), 0, 0, 0));
    }
    records.sort(Comparator.comparing(Traits::key));
    Blocks blocks = new Blocks(records);
    Patterns patterns = new Patterns();
    blocks.each(patterns::add);
    Estimate estimate = new Estimate(records, blocks);
    Model model = estimate.model(patterns);
    Weights weights = new Weights(records, model);
    List<Pair> pairs = new ArrayList<>();
    blocks.each(
        (one, other) -> {
          double weight = weights.of(one, other);
          Pair.Standing standing = standing(one, other, decisions);
          boolean sameNumber = one.id() != 0 && one.id() == other.id();
          if (model.probability(weight) >= SHOWN || sameNumber || standing != Pair.Standing.OPEN) {
            pairs.add(pair(one, other, weight, model, standing));
          }
        });
    addDecided(pairs, blocks, weights, model, decisions);
    pairs.sort(
        Comparator.comparing(Pair::standing)
            .thenComparing(Comparator.comparingDouble(Pair::weight).reversed())
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return new Found(
        pairs.size() > MOST ? pairs.subList(0, MOST) : pairs,
        new Account(
            records.size(),
            patterns.pairs(),
            blocks.passedOver(),
            model.share() * estimate.pairs()));
  }

  /** Decisions on pairs that agree in no key are shown too. */
  private void addDecided(
      List<Pair> pairs, Blocks blocks, Weights weights, Model model, Decisions decisions) {
    Map<String, Integer> byPid = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      byPid.put(records.get(i).key().pid(), i);
    }
    for (Decision decision : decisions.all()) {
      Integer first = byPid.get(decision.one());
      Integer second = byPid.get(decision.other());
      if (first != null && second != null && !blocks.together(first, second)) {
        Traits one = records.get(first);
        Traits other = records.get(second);
        Pair.Standing standing = standing(one, other, decisions);
        pairs.add(pair(one, other, weights.of(one, other), model, standing));
      }
    }
  }

  private static Pair.Standing standing(Traits one, Traits other, Decisions decisions) {
    return decisions
        .on(one.key().pid(), other.key().pid())
        .map(
            decision ->
                switch (decision.verdict()) {
                  case SAME -> Pair.Standing.SAME;
                  case DIFFERENT -> Pair.Standing.DIFFERENT;
                  case OPEN -> Pair.Standing.OPEN;
                })
        .orElse(one.isCertainly(other) ? Pair.Standing.CERTAIN : Pair.Standing.OPEN);
  }

  private static Pair pair(
      Traits one, Traits other, double weight, Model model, Pair.Standing standing) {
    Map<Comparison, Integer> levels = new EnumMap<>(Comparison.class);
    for (Comparison comparison : Comparison.values()) {
      int level = comparison.level(one, other);
      if (level != Comparison.MISSING) {
        levels.put(comparison, level);
      }
    }
    boolean inOrder = one.key().compareTo(other.key()) < 0;
    return new Pair(
        inOrder ? one.key() : other.key(),
        inOrder ? other.key() : one.key(),
        weight,
        model.probability(weight),
        levels,
        standing);
  }
}
