package org.denovo.difference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.denovo.change.Comparability;
import org.denovo.difference.CohortPass.Seen;
import org.denovo.difference.PatientChange.Column;
import org.denovo.difference.PatientChange.Kind;

/**
 * What differs in one cohort. Everything is streamed in the order of the pseudonyms; what is kept
 * are counts and the pseudonyms of those who changed.
 */
public final class CohortDifference {

  /** Blocks of {@code cohort.csv} that say who and what, not how she is. */
  private static final Set<String> NAMES = Set.of("key", "definition");

  private final String cohort;
  private final RunFolder before;
  private final RunFolder now;
  private final Comparability comparability;
  private final Path scratch;
  private final CohortPass old;
  private final CohortPass young;
  private final Map<String, RunFolder.Described> columns;
  private final Map<String, Set<String>> criteria;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<String, Long> armsBefore = new TreeMap<>();
  private final Map<String, Long> armsNow = new TreeMap<>();
  private final Set<String> changed = new HashSet<>();
  private long same;

  CohortDifference(
      String cohort, RunFolder before, RunFolder now, Comparability comparability, Path scratch) {
    this.cohort = cohort;
    this.before = before;
    this.now = now;
    this.comparability = comparability;
    this.scratch = scratch;
    this.old = new CohortPass(before, cohort, scratch);
    this.young = new CohortPass(now, cohort, scratch);
    this.columns = new TreeMap<>(before.columns(cohort));
    this.columns.putAll(now.columns(cohort));
    this.criteria = new TreeMap<>(before.criteria(cohort));
    now.criteria(cohort)
        .forEach(
            (part, fields) ->
                criteria.merge(
                    part,
                    fields,
                    (a, b) -> {
                      Set<String> both = new LinkedHashSet<>(a);
                      both.addAll(b);
                      return both;
                    }));
    pairs(this::count);
  }

  /** The cohort's name. */
  public String cohort() {
    return cohort;
  }

  /** Members before by arm. */
  public Map<String, Long> armsBefore() {
    return armsBefore;
  }

  /** Members now by arm. */
  public Map<String, Long> armsNow() {
    return armsNow;
  }

  /** How many changed, by what changed. */
  public Map<Kind, Long> counts() {
    return counts;
  }

  /** Members before and now of whom nothing changed. */
  public long same() {
    return same;
  }

  /** Hands each change over with its causes, in the order of the pseudonyms. */
  public void each(Consumer<PatientChange> receiver) {
    if (changed.isEmpty()) {
      return;
    }
    Outside decidedBefore = new Outside(before, changed);
    Outside decidedNow = new Outside(now, changed);
    Outside.states(decidedBefore, decidedNow);
    Set<String> members = new HashSet<>(decidedBefore.members());
    members.addAll(decidedNow.members());
    Set<String> wanted = new HashSet<>(changed);
    wanted.addAll(members);
    SortedRecords cellsBefore = cells(before, wanted);
    SortedRecords cellsNow = cells(now, wanted);
    Causes causes =
        new Causes(
            cohort,
            comparability,
            columns,
            criteria,
            new Causes.Known(before, decidedBefore, lineages(cellsBefore, members)),
            new Causes.Known(now, decidedNow, lineages(cellsNow, members)));
    try (SortedRecords.Pass olds = cellsBefore.patients();
        SortedRecords.Pass youngs = cellsNow.patients()) {
      CohortPass.Follower lineageBefore = new CohortPass.Follower(olds);
      CohortPass.Follower lineageNow = new CohortPass.Follower(youngs);
      pairs(
          (was, is) -> {
            Optional<Kind> kind = kind(was, is);
            if (kind.isPresent()) {
              String pid = was.or(() -> is).orElseThrow().pid();
              receiver.accept(
                  change(
                      causes,
                      kind.get(),
                      was,
                      is,
                      Lineage.of(cellsBefore.header(), lineageBefore.of(pid)),
                      Lineage.of(cellsNow.header(), lineageNow.of(pid))));
            }
          });
    }
  }

  private static Map<String, Lineage> lineages(SortedRecords cells, Set<String> pids) {
    Map<String, Lineage> lineages = new HashMap<>();
    if (!pids.isEmpty()) {
      try (SortedRecords.Pass pass = cells.patients()) {
        pass.forEachRemaining(
            patient -> {
              if (pids.contains(patient.pid())) {
                lineages.put(patient.pid(), Lineage.of(cells.header(), patient.records()));
              }
            });
      }
    }
    return lineages;
  }

  private SortedRecords cells(RunFolder run, Set<String> pids) {
    return SortedRecords.of(run.lineage(), pids::contains, scratch);
  }

  /** Both runs' patients side by side. */
  private void pairs(BiConsumer<Optional<Seen>, Optional<Seen>> receiver) {
    try (CohortPass.Pass olds = old.patients();
        CohortPass.Pass youngs = young.patients()) {
      SideBySide.each(olds, youngs, Seen::pid, receiver);
    }
  }

  private void count(Optional<Seen> was, Optional<Seen> is) {
    was.filter(Seen::isMember)
        .ifPresent(seen -> armsBefore.merge(seen.where().arm(), 1L, Long::sum));
    is.filter(Seen::isMember).ifPresent(seen -> armsNow.merge(seen.where().arm(), 1L, Long::sum));
    Optional<Kind> kind = kind(was, is);
    if (kind.isPresent()) {
      counts.merge(kind.get(), 1L, Long::sum);
      changed.add(was.or(() -> is).orElseThrow().pid());
    } else if (is.filter(Seen::isMember).isPresent()) {
      same++;
    }
  }

  private Optional<Kind> kind(Optional<Seen> was, Optional<Seen> is) {
    if (was.isPresent() && is.isPresent() && was.get().isSame(is.get())) {
      return Optional.empty();
    }
    Optional<Kind> move = Where.move(was.map(Seen::where), is.map(Seen::where));
    if (move.isPresent() || is.filter(Seen::isMember).isEmpty()) {
      return move;
    }
    List<Column> differing = differing(was.get(), is.get());
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(differing.stream().anyMatch(this::isOutcome) ? Kind.OUTCOME : Kind.VALUE);
  }

  private boolean isOutcome(Column column) {
    RunFolder.Described described = columns.get(column.name());
    return described == null || described.block().equals("outcome");
  }

  /**
   * What differs of a member in the cohort's files; what has no column in one run is empty there.
   */
  private List<Column> differing(Seen was, Seen is) {
    List<Column> differing = new ArrayList<>(differing(was.endpoints(), is.endpoints()));
    for (Column column : differing(was.columns(), is.columns())) {
      RunFolder.Described described = columns.get(column.name());
      if (!column.name().equals("arm") && described != null && !NAMES.contains(described.block())) {
        differing.add(column);
      }
    }
    return differing;
  }

  private static List<Column> differing(Map<String, String> was, Map<String, String> is) {
    Set<String> names = new LinkedHashSet<>(was.keySet());
    names.addAll(is.keySet());
    List<Column> differing = new ArrayList<>();
    for (String name : names) {
      String old = was.getOrDefault(name, "");
      String young = is.getOrDefault(name, "");
      if (!old.equals(young)) {
        differing.add(new Column(name, old, young));
      }
    }
    return differing;
  }

  private PatientChange change(
      Causes causes,
      Kind kind,
      Optional<Seen> was,
      Optional<Seen> is,
      Lineage cellsBefore,
      Lineage cellsNow) {
    boolean both = was.filter(Seen::isMember).isPresent() && is.filter(Seen::isMember).isPresent();
    List<Column> differing = both ? differing(was.get(), is.get()) : List.of();
    return new PatientChange(
        kind,
        was.or(() -> is).orElseThrow().pid(),
        Where.says(was.map(Seen::where)),
        Where.says(is.map(Seen::where)),
        differing,
        causes.of(kind, was, is, differing, cellsBefore, cellsNow));
  }
}
