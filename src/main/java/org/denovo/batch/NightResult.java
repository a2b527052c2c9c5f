package org.denovo.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.check.Severity;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.CohortDefinition;
import org.denovo.extract.RunSummary;
import org.denovo.job.Gates;
import org.denovo.vocabulary.Text;

/**
 * What became of a run: what the terminal prints at its end, and what {@code summary.json} holds.
 *
 * @param contentHash over all that determines the outputs
 * @param folder where the outputs lie: this run's, or the last good one's if nothing was published
 * @param read workbooks read in this run
 * @param unchanged workbooks that were the same as last time
 * @param quarantined workbooks that were not read, and why
 * @param waiting files that are still changing
 * @param older files that a newer one of the same centre replaces
 * @param notes what is to be said of files that are passed over
 * @param patients current patients
 * @param persons records merged into another of the same person, and pairs to be reviewed
 * @param findings unresolved findings by severity code
 * @param rows rows of all sheets in force by the code of their kind, and {@code seen} in all
 * @param changes what became of findings since the last run, settled ones counted too
 * @param settled how many findings were settled by somebody's word, or wait too long for one
 * @param sinceLast what changed between the centres' present and last submissions, by what it is
 * @param warnings why the numbers cannot be compared with the previous run's, what was changed
 *     under its old version, and which of the job's cohorts cannot be made
 */
public record NightResult(
    Outcome outcome,
    String job,
    String contentHash,
    Optional<Path> folder,
    int read,
    int unchanged,
    List<Quarantined> quarantined,
    List<String> waiting,
    List<String> older,
    List<Text> notes,
    long patients,
    PersonCount persons,
    Map<String, Long> findings,
    Changes changes,
    Settlement settled,
    Map<String, Long> sinceLast,
    List<CohortSize> cohorts,
    Map<String, Long> rows,
    Gates.Result gate,
    List<Text> warnings) {

  private static final String COHORT = "cohort.";
  private static final String SINCE_LAST = "since_last.";
  private static final String ROWS = "rows_";

  /** How a run ended. */
  public enum Outcome {
    PUBLISHED,
    UNCHANGED,
    REJECTED
  }

  /** A workbook that was not read. */
  public record Quarantined(String centre, String file, String reason, Text says) {}

  /** Records that were merged into another of the same person, and pairs to be reviewed. */
  public record PersonCount(long merged, long open) {}

  /** Findings by what became of them. */
  public record Changes(long appeared, long reopened, long persisting, long resolved) {

    /** How many are there. */
    long there() {
      return appeared + reopened + persisting;
    }
  }

  /** Findings that are confirmed or waived, and sent ones that nobody answered in time. */
  public record Settlement(long confirmed, long waived, long overdue) {}

  /**
   * A cohort's size by arm.
   *
   * @param undecided whose arm is not known
   * @param blocked whom an unresolved error keeps out
   * @param arms members by the arm's name
   * @param titles of the arms, by the same names
   */
  public record CohortSize(
      String name, long undecided, long blocked, Map<String, Long> arms, Map<String, Text> titles) {

    static CohortSize of(CohortDefinition cohort, Attrition flow) {
      return of(cohort, flow.undecided(), flow.blocked(), flow.arms());
    }

    private static CohortSize of(
        CohortDefinition cohort, long undecided, long blocked, Map<String, Long> arms) {
      Map<String, Text> titles =
          cohort.arms().stream()
              .collect(Collectors.toMap(CohortDefinition.Arm::name, CohortDefinition.Arm::title));
      return new CohortSize(cohort.name(), undecided, blocked, arms, titles);
    }

    public CohortSize {
      titles = Map.copyOf(titles);
      if (!titles.keySet().containsAll(arms.keySet())) {
        throw new IllegalArgumentException("an arm of " + name + " has no title");
      }
      arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /** The arms with their members, as a person reads them. */
    public List<Text> says() {
      return arms.entrySet().stream()
          .map(arm -> new Text("{0} {1}", "{0} {1}").with(titles.get(arm.getKey()), arm.getValue()))
          .toList();
    }
  }

  public NightResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(persons, "persons");
    quarantined = List.copyOf(quarantined);
    waiting = List.copyOf(waiting);
    older = List.copyOf(older);
    notes = List.copyOf(notes);
    sinceLast = Collections.unmodifiableMap(new LinkedHashMap<>(sinceLast));
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    cohorts = List.copyOf(cohorts);
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    warnings = List.copyOf(warnings);
  }

  /** 0 done; 3 above the soft gate; 4 gate failed, nothing published; 5 some workbooks left out. */
  public int exitCode() {
    if (outcome == Outcome.REJECTED) {
      return 4;
    }
    if (!quarantined.isEmpty()) {
      return 5;
    }
    return gate == Gates.Result.WARNED ? 3 : 0;
  }

  /** The run in one sentence. */
  public Text says() {
    return switch (outcome) {
      case PUBLISHED -> new Text("完成。", "Done.");
      case UNCHANGED ->
          new Text(
              "收件箱与上次相同，没有重新读取。", "Nothing changed since the last run; nothing was read again.");
      case REJECTED ->
          new Text(
              "未通过质量门槛：未发布，上次的结果保留。",
              "The quality gate failed: nothing was published, the last good run stays.");
    };
  }

  /** The same for machines. */
  public RunSummary summary() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("workbooks_read", (long) read);
    counts.put("workbooks_unchanged", (long) unchanged);
    counts.put("workbooks_quarantined", (long) quarantined.size());
    counts.put("patients", patients);
    counts.put("records_merged", persons.merged());
    counts.put("pairs_open", persons.open());
    findings.forEach((severity, count) -> counts.put("findings_" + severity, count));
    counts.put("findings_new", changes.appeared());
    counts.put("findings_reopened", changes.reopened());
    counts.put("findings_persisting", changes.persisting());
    counts.put("findings_resolved", changes.resolved());
    counts.put("findings_confirmed", settled.confirmed());
    counts.put("findings_waived", settled.waived());
    counts.put("findings_overdue", settled.overdue());
    sinceLast.forEach((what, count) -> counts.put(SINCE_LAST + what, count));
    counts.put("gate", (long) gate.ordinal());
    rows.forEach((kind, count) -> counts.put(ROWS + kind, count));
    for (CohortSize cohort : cohorts) {
      counts.put(COHORT + cohort.name() + ".undecided", cohort.undecided());
      counts.put(COHORT + cohort.name() + ".blocked", cohort.blocked());
      cohort.arms().forEach((arm, n) -> counts.put(COHORT + cohort.name() + ".arm." + arm, n));
    }
    List<Text> notices = new ArrayList<>();
    quarantined.forEach(q -> notices.add(new Text("{0}：{1}", "{0}: {1}").with(q.file(), q.says())));
    notices.addAll(notes);
    notices.addAll(warnings);
    return new RunSummary(
        job,
        contentHash,
        exitCode(),
        says(),
        counts,
        notices,
        folder.isEmpty() ? List.of() : List.of("quality/report.html", "cohorts"));
  }

  /** A cohort's size as a summary's counts tell it; nothing if the run did not have the cohort. */
  static Optional<CohortSize> size(Map<String, Long> counts, CohortDefinition cohort) {
    String name = COHORT + cohort.name();
    Map<String, Long> arms = new LinkedHashMap<>();
    cohort
        .arms()
        .forEach(arm -> arms.put(arm.name(), counts.getOrDefault(name + ".arm." + arm.name(), 0L)));
    return Optional.ofNullable(counts.get(name + ".undecided"))
        .map(
            undecided ->
                CohortSize.of(cohort, undecided, counts.getOrDefault(name + ".blocked", 0L), arms));
  }

  /** The counts of an earlier run of the same cohorts, as its summary tells them. */
  static NightResult of(RunSummary summary, List<CohortDefinition> definitions) {
    Map<String, Long> counts = summary.counts();
    Map<String, Long> findings = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      findings.put(severity.code(), counts.getOrDefault("findings_" + severity.code(), 0L));
    }
    List<CohortSize> cohorts = new ArrayList<>();
    Map<String, Long> rows = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(ROWS)) {
            rows.put(name.substring(ROWS.length()), count);
          }
        });
    definitions.forEach(cohort -> size(counts, cohort).ifPresent(cohorts::add));
    return new NightResult(
        Outcome.PUBLISHED,
        summary.job(),
        summary.contentHash(),
        Optional.empty(),
        Math.toIntExact(counts.getOrDefault("workbooks_read", 0L)),
        Math.toIntExact(counts.getOrDefault("workbooks_unchanged", 0L)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        counts.getOrDefault("patients", 0L),
        new PersonCount(
            counts.getOrDefault("records_merged", 0L), counts.getOrDefault("pairs_open", 0L)),
        findings,
        new Changes(
            counts.getOrDefault("findings_new", 0L),
            counts.getOrDefault("findings_reopened", 0L),
            counts.getOrDefault("findings_persisting", 0L),
            counts.getOrDefault("findings_resolved", 0L)),
        new Settlement(
            counts.getOrDefault("findings_confirmed", 0L),
            counts.getOrDefault("findings_waived", 0L),
            counts.getOrDefault("findings_overdue", 0L)),
        sinceLast(counts),
        cohorts,
        rows,
        Gates.Result.values()[Math.toIntExact(counts.getOrDefault("gate", 0L))],
        List.of());
  }

  private static Map<String, Long> sinceLast(Map<String, Long> counts) {
    Map<String, Long> sinceLast = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(SINCE_LAST)) {
            sinceLast.put(name.substring(SINCE_LAST.length()), count);
          }
        });
    return sinceLast;
  }
}
