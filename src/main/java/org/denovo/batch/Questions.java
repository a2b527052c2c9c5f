package org.denovo.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.check.Severity;
import org.denovo.check.Standing;

/**
 * The findings that each centre is asked about, those of most consequence first: what decides on
 * inclusion, then on the arm, then on survival. Notes, what was answered, and what only a
 * comparison with other patients shows are not asked.
 */
final class Questions {

  /** More than anybody answers; the others come when these are answered. */
  private static final int MOST = 500;

  private static final List<Decision> GRAVEST = List.of(Decision.E1, Decision.E2, Decision.E6);

  /**
   * A finding to be asked about.
   *
   * @param due the day by which an answer is in time, if the centre was asked before
   * @param matters what rests on the fields of the finding, whether it blocks it or not
   */
  record Candidate(
      Finding finding, Optional<LocalDate> due, Set<Decision> matters, int rank, long order) {}

  private static final Comparator<Candidate> GRAVEST_FIRST =
      Comparator.comparingInt(Candidate::rank).thenComparingLong(Candidate::order);

  private final Standings standings;
  private final Map<String, PriorityQueue<Candidate>> byCentre = new TreeMap<>();
  private final Map<String, Long> offered = new HashMap<>();
  private long order;

  Questions(Standings standings) {
    this.standings = standings;
  }

  /** A finding that is unresolved. */
  void consider(Finding finding, Standings.Met met) {
    if (!isAsked(finding, met.standing())) {
      return;
    }
    Set<Decision> matters = matters(finding);
    PriorityQueue<Candidate> queue =
        byCentre.computeIfAbsent(
            finding.centre(), c -> new PriorityQueue<>(GRAVEST_FIRST.reversed()));
    queue.add(new Candidate(finding, met.due(), matters, rank(finding, matters), order++));
    offered.merge(finding.centre(), 1L, Long::sum);
    if (queue.size() > MOST) {
      queue.remove();
    }
  }

  private boolean isAsked(Finding finding, Standing standing) {
    boolean isOfItsOwn =
        standings
            .card(finding.ruleId())
            .map(RuleCard::scope)
            .filter(
                scope ->
                    switch (scope) {
                      case FILE, PATIENT -> true;
                      case CENTRE, REGISTRY -> false;
                    })
            .isPresent();
    return isOfItsOwn
        && finding.severity() != Severity.INFO
        && (standing == Standing.OPEN || standing == Standing.SENT || standing == Standing.OVERDUE);
  }

  private Set<Decision> matters(Finding finding) {
    Set<Decision> matters = EnumSet.noneOf(Decision.class);
    standings.card(finding.ruleId()).ifPresent(card -> matters.addAll(card.blocks()));
    matters.addAll(standings.blockedBy(finding));
    return matters;
  }

  private static int rank(Finding finding, Set<Decision> matters) {
    int rank = GRAVEST.size();
    for (int i = GRAVEST.size() - 1; i >= 0; i--) {
      rank = matters.contains(GRAVEST.get(i)) ? i : rank;
    }
    return rank + (finding.severity() == Severity.ERROR ? 0 : GRAVEST.size() + 1);
  }

  /** By centre, the gravest first. */
  Map<String, List<Candidate>> byCentre() {
    Map<String, List<Candidate>> sorted = new TreeMap<>();
    byCentre.forEach(
        (centre, queue) -> {
          List<Candidate> list = new ArrayList<>(queue);
          list.sort(GRAVEST_FIRST);
          sorted.put(centre, list);
        });
    return sorted;
  }

  /** How many of a centre's are not among them, because they are too many. */
  long more(String centre) {
    return Math.max(0, offered.getOrDefault(centre, 0L) - MOST);
  }
}
