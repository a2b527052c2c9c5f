package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.denovo.record.Interval;
import org.denovo.vocabulary.MarginStatus;

/**
 * One thing that a text says of a margin.
 *
 * @param status empty if the class stays open: a width such as ≤5mm, or clear to the naked eye
 * @param frozen true if it is of the frozen section
 * @param specimen counts the specimens: what stands behind 补切 is of the next one
 */
record MarginStatement(
    Optional<MarginStatus> status, Optional<Measure> width, boolean frozen, int specimen) {

  /** Below this width in millimetres a margin is close (SSO-ASTRO, pure DCIS). */
  private static final double CLOSE_BELOW_MM = 2;

  /** Worse statements first; a class that stays open comes before a negative one. */
  static final Comparator<MarginStatement> WORST_FIRST =
      Comparator.comparingInt(
              (MarginStatement s) -> s.status().map(MarginStatement::rank).orElse(3))
          .thenComparing(s -> s.width().map(w -> w.range().min()).orElse(Double.MAX_VALUE));

  /** What the clauses say, each statement by itself; nothing if a part is not understood. */
  static Optional<List<MarginStatement>> all(List<MarginClause> clauses, Optional<String> unit) {
    List<MarginStatement> said = new ArrayList<>();
    int specimen = 0;
    boolean whole = false;
    boolean aside = false;
    boolean awaited = false;
    boolean opened = false;
    for (MarginClause clause : clauses) {
      boolean next = clause.isOfNextSpecimen(said);
      specimen += next ? 1 : 0;
      awaited |= clause.has("pending") && !clause.has("other");
      if (clause.isOfSomethingElse()) {
        continue;
      }
      Optional<List<MarginStatement>> mine = clause.statements(specimen, unit);
      if (clause.isAside()) {
        aside |= mine.stream().flatMap(List::stream).anyMatch(MarginStatement::isBad);
        continue;
      }
      if (mine.isEmpty()) {
        return Optional.empty();
      }
      // 再次扩大切除，切缘阴性: what was found in the next specimen stands in the next clause.
      opened = next ? mine.get().isEmpty() : opened && mine.get().isEmpty();
      whole |= clause.namesMargins();
      said.addAll(mine.get());
    }
    boolean open = awaited && !said.stream().allMatch(MarginStatement::frozen);
    return aside && !whole || open || opened ? Optional.empty() : Optional.of(said);
  }

  static MarginStatement of(MarginStatus status, boolean frozen, int specimen) {
    return new MarginStatement(Optional.of(status), Optional.empty(), frozen, specimen);
  }

  static MarginStatement ofWidth(Measure width, boolean frozen, int specimen) {
    return new MarginStatement(classOf(width), Optional.of(width), frozen, specimen);
  }

  /** Without its class: seen with the naked eye only, a margin is not yet clear. */
  MarginStatement left() {
    return new MarginStatement(Optional.empty(), width, frozen, specimen);
  }

  boolean is(MarginStatus which) {
    return status.equals(Optional.of(which));
  }

  boolean isPositive() {
    return status.filter(s -> rank(s) <= rank(MarginStatus.POSITIVE_NOS)).isPresent();
  }

  /** True if it is no clear margin and no width. */
  private boolean isBad() {
    return width.isEmpty() && !is(MarginStatus.NEGATIVE);
  }

  private static Optional<MarginStatus> classOf(Measure width) {
    Interval mm = width.range();
    if (mm.max() == 0) {
      return Optional.of(MarginStatus.POSITIVE_NOS);
    }
    if (mm.max() < CLOSE_BELOW_MM || mm.max() == CLOSE_BELOW_MM && width.below()) {
      return Optional.of(MarginStatus.CLOSE);
    }
    return mm.min() >= CLOSE_BELOW_MM ? Optional.of(MarginStatus.NEGATIVE) : Optional.empty();
  }

  private static int rank(MarginStatus status) {
    return switch (status) {
      case POSITIVE_MACRO -> 0;
      case POSITIVE_MICRO, POSITIVE_NOS -> 1;
      case CLOSE -> 2;
      case NOT_EVALUABLE -> 4;
      case NEGATIVE -> 5;
    };
  }
}
