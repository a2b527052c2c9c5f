package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.denovo.change.Comparability;
import org.denovo.check.Category;
import org.denovo.check.FileRules;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.comparison.AcrossPatients;
import org.denovo.extract.CentresCsv;
import org.denovo.extract.ChangesCsv;
import org.denovo.extract.Completeness;
import org.denovo.extract.DuplicatesFile;
import org.denovo.extract.FindingsCsv;
import org.denovo.extract.Manifest;
import org.denovo.extract.ProposalsFile;
import org.denovo.extract.RowsCsv;
import org.denovo.extract.RulesCsv;
import org.denovo.extract.UnreadableTexts;
import org.denovo.mapping.SheetLedger;
import org.denovo.mapping.Words;
import org.denovo.record.PatientRecord;
import org.denovo.store.Lives;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;

/** Makes a run's output files in one pass over the patients and one over the findings. */
final class Outputs {

  private static final int DISTINCT_TEXTS = 1000;

  private final Night night;
  private final Run run;
  private final Plan plan;
  private final Store store;
  private final Path folder;
  private final BooleanSupplier stopping;
  private final Progress progress;
  private final Comparability comparability;
  private final Map<String, Category> categories;

  Outputs(
      Night night,
      Run run,
      Plan plan,
      Store store,
      Path folder,
      BooleanSupplier stopping,
      Progress progress,
      Comparability comparability) {
    this.night = night;
    this.run = run;
    this.plan = plan;
    this.store = store;
    this.folder = folder;
    this.stopping = stopping;
    this.progress = progress;
    this.comparability = comparability;
    this.categories =
        night.book().all().stream().collect(Collectors.toMap(RuleCard::id, RuleCard::category));
  }

  /**
   * What was made, beside the files.
   *
   * @param lives those of all findings, and which of them are met
   * @param rows rows of all sheets in force, by the code of their kind, and {@code seen} in all
   */
  record Made(
      long patients,
      long patientsWithError,
      NightResult.PersonCount persons,
      Map<String, Long> findings,
      NightResult.Changes changes,
      Map<String, Long> sinceLast,
      List<NightResult.CohortSize> cohorts,
      List<Finding> crossFindings,
      Lives lives,
      Map<String, Long> rows) {}

  /** The words of each centre. */
  private Map<String, Words> words() {
    Map<String, Words> words = new TreeMap<>();
    night.mappings().forEach(mapping -> words.put(mapping.centre(), mapping.words()));
    return words;
  }

  Made make(
      List<Submission> inForce, List<NightResult.Quarantined> quarantined, String contentHash) {
    folder("registry");
    folder("quality");
    Completeness completeness = new Completeness();
    UnreadableTexts unread = new UnreadableTexts(DISTINCT_TEXTS);
    List<CohortOutputs> cohorts =
        night.definitions().stream().map(c -> new CohortOutputs(night, c, folder)).toList();

    WhoIsWhom who = WhoIsWhom.in(store, inForce);
    AcrossPatients across =
        new AcrossPatients(night.rules(run.asOf()), night.dataCuts(), who::isSettled);
    long total = inForce.stream().mapToLong(Submission::patients).sum();
    progress.phase(new Text("写出登记库与队列", "Writing registry and cohorts"), total);
    List<Finding> crossFindings = new ArrayList<>();
    List<Finding> olderFiles = older(quarantined);
    AcrossPatients.Found found;
    FindingPass pass;
    // The cohorts are read back and checked while the findings are written.
    try (Beside<PatientRecord> members =
        new Beside<>(
            "cohorts",
            patient -> select(patient, who, cohorts),
            () -> cohorts.forEach(CohortOutputs::finish))) {
      new RegistryFiles(night, store, folder, stopping, progress)
          .write(
              inForce,
              patient -> {
                members.accept(patient);
                completeness.add(patient);
                unread.add(patient);
                across.add(patient);
                who.add(patient);
              });
      members.end();
      completeness.write(folder.resolve("quality/completeness.csv"));
      unread.write(folder.resolve("quality/unreadable.csv"), words());
      changes(inForce);
      found = across.found();
      CentresCsv.write(folder.resolve("quality/centres.csv"), found.compared());
      crossFindings.addAll(found.findings());
      progress.phase(new Text("查找同一人的记录", "Looking for records of one person"), 0);
      DuplicatesFile.write(
          folder.resolve("quality/duplicates.csv"), who.found().pairs(), who.decisions());
      crossFindings.addAll(who.findings());
      crossFindings.addAll(olderFiles);
      pass = findings(inForce, crossFindings);
    }
    SinceLast since = new SinceLast(store, inForce);
    ProposalsFile.write(folder.resolve("quality/proposals.csv"), since.proposals());
    Map<String, Map<String, RuleCount>> counts = counts(inForce, found, pass);
    olderFiles.forEach(
        finding -> add(counts, finding.ruleId(), finding.centre(), new RuleCount(1, 1, 0)));
    add(counts, who.counts(crossFindings));
    rules(counts);
    Map<String, Long> rows = rows(inForce);
    new ReportOutputs(night, run, plan, store)
        .write(
            folder.resolve("quality/report.html"),
            inForce,
            quarantined,
            contentHash,
            completeness,
            unread,
            counts,
            pass,
            since,
            cohorts,
            who.found(),
            comparability,
            found.compared());
    Made made =
        new Made(
            total,
            pass.patientsWithError(),
            who.count(),
            pass.bySeverity(),
            pass.changes(),
            since.totals(),
            cohorts.stream().map(CohortOutputs::size).toList(),
            crossFindings,
            pass.lives(),
            rows);
    manifest(inForce, contentHash, made);
    return made;
  }

  /** A person enters a cohort once. */
  private static void select(PatientRecord patient, WhoIsWhom who, List<CohortOutputs> cohorts) {
    Optional<PatientRecord> judged = who.judged(patient);
    for (CohortOutputs cohort : cohorts) {
      judged.ifPresentOrElse(cohort::accept, () -> cohort.merged(patient));
    }
  }

  private void changes(List<Submission> inForce) {
    try (ChangesCsv csv = new ChangesCsv(folder.resolve("quality/changes.csv"))) {
      for (Submission submission : inForce) {
        store.changes().each(submission.id(), change -> csv.accept(submission.centre(), change));
      }
    }
  }

  /** Workbooks that are not read because an accepted one was cut later. */
  private static List<Finding> older(List<NightResult.Quarantined> quarantined) {
    RuleCard rule = OverTimeRules.OLDER;
    return quarantined.stream()
        .filter(q -> q.reason().equals(Plan.OLDER_DATA_CUT))
        .map(
            q ->
                new Finding(
                    FindingId.of(rule.id(), q.centre(), "", List.of()),
                    q.centre(),
                    Optional.empty(),
                    rule.id(),
                    rule.severity(),
                    List.of(),
                    List.of(),
                    q.says()))
        .toList();
  }

  /** A workbook that cannot be read again may have findings of own rules that were taken back. */
  private boolean isInForce(String ruleId) {
    return categories.containsKey(ruleId);
  }

  private FindingPass findings(List<Submission> inForce, List<Finding> crossFindings) {
    progress.phase(new Text("写出问题清单", "Writing findings"), 0);
    FindingPass pass = new FindingPass(store.findings().lives(), run.asOf());
    try (FindingsCsv csv =
        new FindingsCsv(folder.resolve("quality/findings.csv"), categories::get)) {
      for (Submission submission : inForce) {
        store
            .findings()
            .each(
                submission,
                finding -> {
                  if (isInForce(finding.ruleId())) {
                    csv.accept(pass.accept(finding));
                  }
                });
      }
      crossFindings.forEach(finding -> csv.accept(pass.accept(finding)));
    }
    return pass;
  }

  /** The denominators of all rules, by rule and centre. */
  private Map<String, Map<String, RuleCount>> counts(
      List<Submission> inForce, AcrossPatients.Found found, FindingPass pass) {
    Map<String, Map<String, RuleCount>> counts = new TreeMap<>();
    for (Submission submission : inForce) {
      store
          .findings()
          .counts(submission.id())
          .forEach(
              (rule, count) -> {
                if (isInForce(rule)) {
                  add(counts, rule, submission.centre(), count);
                }
              });
      Set<String> aboutFile = pass.aboutFile(submission.centre());
      for (RuleCard rule : FileRules.all()) {
        // A rule on two files was counted when they were compared.
        counts
            .computeIfAbsent(rule.id(), r -> new TreeMap<>())
            .putIfAbsent(
                submission.centre(), new RuleCount(1, aboutFile.contains(rule.id()) ? 1 : 0, 0));
      }
    }
    add(counts, found.counts());
    return counts;
  }

  private static void add(
      Map<String, Map<String, RuleCount>> counts, Map<String, Map<String, RuleCount>> byCentre) {
    byCentre.forEach(
        (centre, byRule) -> byRule.forEach((rule, count) -> add(counts, rule, centre, count)));
  }

  private static void add(
      Map<String, Map<String, RuleCount>> counts, String rule, String centre, RuleCount count) {
    counts.computeIfAbsent(rule, r -> new TreeMap<>()).merge(centre, count, RuleCount::plus);
  }

  private void rules(Map<String, Map<String, RuleCount>> counts) {
    try (RulesCsv csv = new RulesCsv(folder.resolve("quality/rules.csv"))) {
      counts.forEach(
          (rule, byCentre) -> byCentre.forEach((centre, count) -> csv.accept(rule, centre, count)));
    }
  }

  /** Writes the account of every row; gives the sums by kind. */
  private Map<String, Long> rows(List<Submission> inForce) {
    Map<String, Long> sums = new TreeMap<>(Map.of("seen", 0L));
    try (RowsCsv csv = new RowsCsv(folder.resolve("quality/rows.csv"))) {
      for (Submission submission : inForce) {
        for (SheetLedger sheet : store.submissions().sheets(submission.id())) {
          csv.accept(submission.centre(), submission.fileName(), sheet);
          sums.merge("seen", (long) sheet.seen(), Long::sum);
          sheet
              .rows()
              .forEach((kind, rows) -> sums.merge(kind.code(), (long) rows.count(), Long::sum));
        }
      }
    }
    return sums;
  }

  private void manifest(List<Submission> inForce, String contentHash, Made made) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("patients", made.patients());
    made.findings().forEach((severity, n) -> counts.put("findings_" + severity, n));
    made.cohorts().forEach(c -> c.arms().forEach((arm, n) -> counts.put(c.name() + "." + arm, n)));
    new Manifest(
            night.job().name(),
            contentHash,
            night.version() + "+" + night.codeHash(),
            inForce.stream()
                .map(s -> new Manifest.Input(s.centre(), s.fileName(), s.sha256(), s.patients()))
                .toList(),
            files(),
            night.parameters(run.asOf()),
            counts,
            List.of())
        .write(folder);
  }

  /** The editions of what consists of files; rules and parameters are told by them. */
  private List<Edition> files() {
    return night.editions().stream().filter(edition -> !edition.sha256().isEmpty()).toList();
  }

  private void folder(String name) {
    try {
      Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
