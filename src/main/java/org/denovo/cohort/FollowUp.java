package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The time to an outcome with the exposure in it. Half days appear in two places: an end on day 0
 * takes half a day, as no interval is empty; and who dies on the day of the exposure dies exposed,
 * in the last half of that day.
 *
 * @param exposedOn the day on which the exposure begins; empty only if there was none
 */
public record FollowUp(OptionalInt exposedOn, Outcome outcome) {

  private static final double HALF = 0.5;

  public FollowUp {
    Objects.requireNonNull(exposedOn, "exposedOn");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** A member's; empty if it is not known whether or when the exposure began. */
  public static Optional<FollowUp> of(Member member, Outcome outcome) {
    return member.onset().isKnown()
        ? Optional.of(new FollowUp(member.onset().day(), outcome))
        : Optional.empty();
  }

  /** The day of the end. */
  public double end() {
    return Math.max(outcome.days(), HALF);
  }

  /** Cut at the exposure and at these days. */
  List<Spell> spells(Collection<Integer> cuts) {
    return spells(cuts, exposedFrom(), end(), outcome.code());
  }

  /** Unexposed time that is broken off at a day, cut at these. */
  static List<Spell> unexposedUntil(int day, Collection<Integer> cuts) {
    return spells(cuts, OptionalDouble.empty(), Math.max(day, HALF), 0);
  }

  private static List<Spell> spells(
      Collection<Integer> cuts, OptionalDouble exposedFrom, double end, int code) {
    TreeSet<Double> stops = new TreeSet<>();
    cuts.forEach(day -> stops.add(day.doubleValue()));
    exposedFrom.ifPresent(stops::add);
    stops.removeIf(stop -> stop <= 0 || stop >= end);
    stops.add(end);
    List<Spell> spells = new ArrayList<>();
    double start = 0;
    for (double stop : stops) {
      boolean exposed = exposedFrom.isPresent() && exposedFrom.getAsDouble() <= start;
      spells.add(new Spell(start, stop, exposed, stop == end ? code : 0));
      start = stop;
    }
    return spells;
  }

  /** The start of exposed time; empty if there is none. */
  private OptionalDouble exposedFrom() {
    if (exposedOn.isEmpty()) {
      return OptionalDouble.empty();
    }
    int day = exposedOn.getAsInt();
    if (day < end()) {
      return OptionalDouble.of(day);
    }
    return day == outcome.days() && outcome.isDeath()
        ? OptionalDouble.of(day - HALF)
        : OptionalDouble.empty();
  }
}
