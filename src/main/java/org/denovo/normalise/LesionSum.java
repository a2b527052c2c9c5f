package org.denovo.normalise;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MetSite;

/**
 * The number of lesions that the clauses of a statement give together: 肝2枚+骨1处 is 3, 肝、肺、骨多发 at
 * least 3. Where it is open to which sites a number belongs there is none.
 */
final class LesionSum {

  private LesionSum() {}

  /** The number of lesions of the clauses that affirm something. */
  static Optional<Answer<Interval>> of(List<MetastasisClause> clauses) {
    Optional<Count> total =
        clauses.stream().flatMap(c -> c.count().stream()).filter(Count::total).findFirst();
    if (total.isPresent()) {
      return Optional.of(total.get().answer());
    }
    List<MetastasisClause> located = clauses.stream().filter(c -> !c.sites().isEmpty()).toList();
    List<MetastasisClause> free =
        clauses.stream()
            .filter(c -> c.sites().isEmpty() && c.count().isPresent())
            .filter(c -> !c.has("regional") && !c.has("node"))
            .toList();
    List<MetastasisClause> counted = located.stream().filter(c -> c.count().isPresent()).toList();
    if (counted.isEmpty()) {
      return free.size() == 1 ? loose(free.get(0).count().get(), located) : Optional.empty();
    }
    if (free.size() == 1 && counted.size() == 1 && located.size() == 1) {
      return narrowed(counted.get(0).count().get(), free.get(0).count().get());
    }
    return free.isEmpty() ? summed(located, counted) : Optional.empty();
  }

  /** 肝多发（>10个）: the number in brackets says how many the many are. */
  private static Optional<Answer<Interval>> narrowed(Count many, Count number) {
    return open(many) && number.range().min() >= many.range().min()
        ? Optional.of(number.answer())
        : Optional.empty();
  }

  /** A count beside the sites: it is theirs if it is open, or if there is only one. */
  private static Optional<Answer<Interval>> loose(Count count, List<MetastasisClause> located) {
    int sites = located.stream().mapToInt(c -> c.sites().size()).sum();
    if (sites <= 1) {
      return Optional.of(count.answer());
    }
    return open(count)
        ? Optional.of(atLeast(Math.max(count.range().min(), sites)))
        : Optional.empty();
  }

  private static Optional<Answer<Interval>> summed(
      List<MetastasisClause> located, List<MetastasisClause> counted) {
    int sites = located.stream().mapToInt(c -> c.sites().size()).sum();
    boolean all = counted.size() == located.size();
    if (!all && namesASiteTwice(located)) {
      return counted.size() == 1 && open(counted.get(0).count().get())
          ? Optional.of(counted.get(0).count().get().answer())
          : Optional.empty();
    }
    if (!all && !listedBehind(located)) {
      boolean allOpen = counted.stream().allMatch(c -> open(c.count().get()));
      return allOpen ? Optional.of(atLeast(Math.max(2, sites))) : Optional.empty();
    }
    double min = 0;
    double max = all ? 0 : Double.POSITIVE_INFINITY;
    boolean approximate = false;
    for (MetastasisClause clause : located) {
      Interval range = clause.count().map(Count::range).orElse(Interval.atLeast(1));
      int own = clause.sites().size();
      if (range.max() < own) {
        return Optional.empty();
      }
      min += Math.max(range.min(), own);
      max += range.max();
      approximate |= clause.count().filter(Count::approximate).isPresent();
    }
    Answer<Interval> sum = Answer.known(new Interval(min, max));
    return Optional.of(approximate ? sum.with(Remark.APPROXIMATE) : sum);
  }

  /** 多发骨转移（肋骨、胸椎）: the list explains the number, it adds nothing to it. */
  private static boolean namesASiteTwice(List<MetastasisClause> located) {
    Set<MetSite> seen = EnumSet.noneOf(MetSite.class);
    return !located.stream().flatMap(c -> c.sites().stream()).allMatch(seen::add);
  }

  /** True if each clause without a number ends by itself or stands behind the numbers. */
  private static boolean listedBehind(List<MetastasisClause> located) {
    boolean behind = false;
    for (MetastasisClause clause : located) {
      if (clause.count().isEmpty() && !clause.closed() && !behind) {
        return false;
      }
      behind |= clause.count().isPresent();
    }
    return true;
  }

  private static boolean open(Count count) {
    return Double.isInfinite(count.range().max());
  }

  private static Answer<Interval> atLeast(double min) {
    return Answer.known(Interval.atLeast(min));
  }
}
