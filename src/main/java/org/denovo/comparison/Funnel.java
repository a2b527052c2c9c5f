package org.denovo.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.comparison.Standing.Band;
import org.denovo.comparison.Standing.Verdict;
import org.denovo.statistics.FunnelLimits;
import org.denovo.statistics.Overdispersion;

/**
 * The standing of every centre in a measure, each against the others without itself: exact limits
 * about what the others have, widened for what the others' figure itself may be off, and for their
 * varying among themselves where that is more than chance (Spiegelhalter, Stat Med 2005).
 *
 * @param expected of all centres together: the target of the curves that are drawn
 * @param between the variance between centres that chance does not explain; 0 if there is none
 * @param phi how much all centres vary; 1 is chance
 * @param standings in the order of the centres
 */
public record Funnel(
    Measure measure, double expected, double between, double phi, List<Standing> standings) {

  private static final double USUAL = 0.95;
  private static final double UNUSUAL = 0.998;

  /** With fewer other centres nobody can tell how much centres vary. */
  private static final int FEWEST_OTHERS = 4;

  /** A departure is judged if as many could be expected to depart. */
  private static final double FEWEST = 5;

  private static final double OVERDISPERSED = 0.05;

  public Funnel {
    standings = List.copyOf(standings);
  }

  /** How a kind of quotient varies by chance. */
  private interface Chance {
    /** The limits about a target for a denominator. */
    FunnelLimits limits(double in, double target, double probability);

    /** The variance of a quotient with that denominator. */
    double variance(double in, double target);

    /** The most that a quotient can be. */
    double most();
  }

  private static final Chance SHARES =
      new Chance() {
        @Override
        public FunnelLimits limits(double in, double target, double probability) {
          return FunnelLimits.ofShare((int) in, target, probability);
        }

        @Override
        public double variance(double in, double target) {
          return target * (1 - target) / in;
        }

        @Override
        public double most() {
          return 1;
        }
      };

  private static final Chance RATIOS =
      new Chance() {
        @Override
        public FunnelLimits limits(double in, double target, double probability) {
          return FunnelLimits.ofRatio(in, probability);
        }

        @Override
        public double variance(double in, double target) {
          return 1 / in;
        }

        @Override
        public double most() {
          return Double.POSITIVE_INFINITY;
        }
      };

  /** Compares a share, the counts in the order of the centres. */
  static Funnel ofShares(
      Measure measure, Share.Side side, List<String> centres, List<Count> counts) {
    Count all = counts.stream().reduce(Count.NONE, Count::plus);
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      List<Count> others = without(counts, i);
      Count elsewhere = others.stream().reduce(Count.NONE, Count::plus);
      double target = target(elsewhere);
      standings.add(
          standing(
              centres.get(i),
              measure,
              counts.get(i),
              elsewhere,
              others,
              target,
              SHARES.variance(elsewhere.in(), target),
              SHARES,
              side));
    }
    return of(measure, target(all), counts, standings, SHARES);
  }

  /**
   * Compares observed with expected deaths, in the order of the centres.
   *
   * @param elsewhere the deaths and patient-years on which each centre's expectation rests
   */
  static Funnel ofRatios(
      Measure measure, List<String> centres, List<Count> counts, List<Count> elsewhere) {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      standings.add(
          standing(
              centres.get(i),
              measure,
              counts.get(i),
              elsewhere.get(i),
              without(counts, i),
              1,
              1 / Math.max(0.5, elsewhere.get(i).of()),
              RATIOS,
              Share.Side.BOTH));
    }
    return of(measure, 1, counts, standings, RATIOS);
  }

  private static Funnel of(
      Measure measure, double target, List<Count> counts, List<Standing> standings, Chance chance) {
    Optional<Overdispersion> all = overdispersion(counts, target, chance);
    return new Funnel(
        measure,
        target,
        all.filter(Funnel::matters).map(Overdispersion::between).orElse(0.0),
        all.map(Overdispersion::phi).orElse(1.0),
        standings);
  }

  /** The others' share, half a patient away from none and from all. */
  private static double target(Count count) {
    double share = Math.max(0.5, Math.min(count.in() - 0.5, count.of())) / count.in();
    return count.in() < 1 ? 0.5 : share;
  }

  private static List<Count> without(List<Count> counts, int i) {
    List<Count> others = new ArrayList<>(counts);
    others.remove(i);
    others.removeIf(count -> count.in() == 0);
    return others;
  }

  private static Standing standing(
      String centre,
      Measure measure,
      Count count,
      Count elsewhere,
      List<Count> others,
      double target,
      double uncertain,
      Chance chance,
      Share.Side side) {
    if (count.in() == 0) {
      return new Standing(
          centre, measure, count, elsewhere, Optional.empty(), Optional.empty(), Verdict.NOBODY);
    }
    if (others.size() < FEWEST_OTHERS) {
      return new Standing(
          centre,
          measure,
          count,
          elsewhere,
          Optional.empty(),
          Optional.empty(),
          Verdict.FEW_CENTRES);
    }
    Overdispersion spread = overdispersion(others, target, chance).orElseThrow();
    double between = matters(spread) ? spread.between() : 0;
    double own = chance.variance(count.in(), target);
    double factor = Math.sqrt((own + uncertain + between) / own);
    Band band =
        new Band(
            target,
            limits(chance, count.in(), target, USUAL, factor),
            limits(chance, count.in(), target, UNUSUAL, factor),
            spread.phi(),
            between > 0);
    return new Standing(
        centre,
        measure,
        count,
        elsewhere,
        Optional.of(band),
        Optional.empty(),
        verdict(count, band, chance, side));
  }

  private static FunnelLimits limits(
      Chance chance, double in, double target, double probability, double factor) {
    return chance.limits(in, target, probability).stretched(target, factor, 0, chance.most());
  }

  /** A low count is judged if five are expected to be counted, a high one if five are not. */
  private static Verdict verdict(Count count, Band band, Chance chance, Share.Side side) {
    double expected = count.in() * band.expected();
    boolean low = side != Share.Side.HIGH && expected >= FEWEST;
    boolean high =
        side != Share.Side.LOW && (chance.most() == 1 ? count.in() - expected : expected) >= FEWEST;
    double share = count.share();
    if (!low && !high) {
      return Verdict.TOO_SMALL;
    }
    if (low && share < band.limits998().lower()) {
      return Verdict.LOW;
    }
    if (high && share > band.limits998().upper()) {
      return Verdict.HIGH;
    }
    if (share < band.limits95().lower()) {
      return Verdict.BELOW_95;
    }
    return share > band.limits95().upper() ? Verdict.ABOVE_95 : Verdict.USUAL;
  }

  private static Optional<Overdispersion> overdispersion(
      List<Count> counts, double target, Chance chance) {
    List<Count> some = counts.stream().filter(count -> count.in() > 0).toList();
    if (some.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        Overdispersion.of(
            some.stream().mapToDouble(Count::share).toArray(),
            target,
            some.stream().mapToDouble(c -> chance.variance(c.in(), target)).toArray()));
  }

  private static boolean matters(Overdispersion spread) {
    return spread.p() < OVERDISPERSED;
  }

  /** The limits that are drawn for a denominator, about the target of all centres. */
  public FunnelLimits curve(double in, double probability) {
    Chance chance = measure.method() == Measure.Method.RATIO ? RATIOS : SHARES;
    double own = chance.variance(in, expected);
    return limits(chance, in, expected, probability, Math.sqrt((own + between) / own));
  }

  /** How many centres could be judged. */
  public long judged() {
    return standings.stream().filter(s -> s.verdict().isJudged()).count();
  }

  /** True if a centre is so far from the others that there is a finding. */
  public boolean isFlagged() {
    return standings.stream().anyMatch(s -> s.verdict().isFlagged());
  }

  /** The largest denominator of a centre. */
  public double largest() {
    return standings.stream().mapToDouble(s -> s.count().in()).max().orElse(0);
  }
}
