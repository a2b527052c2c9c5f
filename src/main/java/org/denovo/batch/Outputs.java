package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.denovo.change.Comparability;
import org.denovo.check.CrossRecordRules;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Ruling;
import org.denovo.check.Severity;
import org.denovo.comparison.AcrossPatients;
import org.denovo.extract.AnswersCsv;
import org.denovo.extract.CentresCsv;
import org.denovo.extract.ChangesCsv;
import org.denovo.extract.Completeness;
import org.denovo.extract.DuplicatesFile;
import org.denovo.extract.Manifest;
import org.denovo.extract.ProposalsFile;
import org.denovo.extract.Release;
import org.denovo.extract.RowsCsv;
import org.denovo.extract.Spellings;
import org.denovo.extract.UnreadableTexts;
import org.denovo.mapping.SheetLedger;
import org.denovo.mapping.Words;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.report.Report;
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
  private final Map<String, RuleCard> cards;

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
    this.cards = night.book().byId();
  }

  /**
   * What was made, beside the files.
   *
   * @param standings where all findings stand, and which of them are met
   * @param kept findings whose rule failed tonight, with the submission that they belong to now
   * @param rows rows of all sheets in force, by the code of their kind, and {@code seen} in all
   * @param failures on how many patients a rule failed, each rule on its own
   * @param sent what centres are asked for the first time
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
      Standings standings,
      NightResult.Settlement settled,
      Map<String, Long> rows,
      long failures,
      Map<Long, List<Finding>> kept,
      List<Ruling> sent) {}

  private LocalDate lastNight() {
    return plan.previous().orElse(run).asOf();
  }

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
    Optional<Spellings> spellings = plan.previous().map(p -> new Spellings(DISTINCT_TEXTS));
    Set<Long> before = submissionsBefore();
    Ranking ranking = new Ranking(night.definitions(), Ranking.SHOWN);
    WhoIsWhom who = WhoIsWhom.in(store, inForce);
    long total = inForce.stream().mapToLong(Submission::patients).sum();
    Optional<AcrossPatients> known = Optional.empty();
    if (needsWhoIsWhom()) {
      progress.phase(new Text("核对身份", "Looking who is whom"), total);
      known = Optional.of(compared(inForce, who));
    }
    AcrossPatients across = known.orElseGet(() -> acrossPatients(who));
    List<Finding> acrossRecords = known.map(all -> all.found().findings()).orElse(List.of());
    boolean isKnown = known.isPresent();
    Standings standings =
        new Standings(store.findings().lives(), cards, store.rulings().waivers(), run.asOf());
    progress.phase(new Text("写出登记库与队列", "Writing registry and cohorts"), total);
    BlockingErrors errors = new BlockingErrors(store, inForce, acrossRecords, standings);
    Blocking ofPersons = errors.of(who.persons());
    List<Finding> crossFindings = new ArrayList<>();
    List<Finding> olderFiles = older(quarantined);
    FindingOutputs findingOutputs =
        new FindingOutputs(store, folder.resolve("quality"), standings, run.asOf(), lastNight());
    // The cohorts are finished, read back and checked beside all that does not show them.
    try (Cohorts cohorts = new Cohorts(night, who.persons(), folder)) {
      new RegistryFiles(night, store, folder, stopping, progress)
          .write(
              inForce,
              submission -> {
                Blocking blocking = errors.of(submission);
                boolean wasThere = before.contains(submission.id());
                return patient -> {
                  Blocking own = who.persons().of(patient).isPresent() ? ofPersons : blocking;
                  cohorts.accept(new Asked(patient, own.of(patient, who.persons())));
                  completeness.add(patient);
                  unread.add(patient);
                  spellings.ifPresent(all -> all.add(patient, wasThere));
                  if (!isKnown) {
                    across.add(patient);
                  }
                  who.add(patient);
                };
              });
      cohorts.end();
      completeness.write(folder.resolve("quality/completeness.csv"));
      unread.write(folder.resolve("quality/unreadable.csv"), words());
      changes(inForce);
      AcrossPatients.Found found = across.found();
      CentresCsv.write(folder.resolve("quality/centres.csv"), found.compared());
      crossFindings.addAll(found.findings());
      progress.phase(new Text("查找同一人的记录", "Looking for records of one person"), 0);
      DuplicatesFile.write(
          folder.resolve("quality/duplicates.csv"), who.found().pairs(), who.decisions());
      crossFindings.addAll(who.findings());
      crossFindings.addAll(olderFiles);
      progress.phase(new Text("写出问题清单", "Writing findings"), 0);
      FindingPass pass = findingOutputs.findings(inForce, crossFindings, ranking);
      spellings.ifPresent(all -> replaced(inForce, all));
      AnswersCsv.write(folder.resolve("quality/answers.csv"), plan.answers());
      SinceLast since = new SinceLast(store, inForce);
      ProposalsFile.write(folder.resolve("quality/proposals.csv"), since.proposals());
      Map<String, Map<String, RuleCount>> counts =
          findingOutputs.rules(
              inForce, List.of(found.counts(), who.counts(crossFindings)), olderFiles, pass);
      findingOutputs.blocked(pass);
      long failures = findingOutputs.ruleErrors(inForce);
      Map<String, Long> rows = rows(inForce);
      List<Ruling> sent = sent(inForce, pass);
      List<Report.Open> ranked = ranking.ranked(keys -> records(inForce, keys), who.persons());
      progress.phase(new Text("完成队列", "Finishing cohorts"), 0);
      List<CohortOutputs> made = cohorts.made();
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
              ranked,
              since,
              made,
              who.found(),
              comparability,
              found.compared(),
              spellings);
      Made all =
          new Made(
              total,
              pass.patientsWithError(),
              who.count(),
              pass.bySeverity(),
              pass.changes(),
              since.totals(),
              made.stream().map(CohortOutputs::size).toList(),
              crossFindings,
              pass.standings(),
              pass.settlement(),
              rows,
              failures,
              findingOutputs.kept(),
              sent);
      manifest(inForce, contentHash, all);
      return all;
    }
  }

  /** The submissions that the last run had. */
  private Set<Long> submissionsBefore() {
    return store.submissions().current().stream()
        .map(Submission::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The spellings of workbooks that others replace tonight. */
  private void replaced(List<Submission> inForce, Spellings spellings) {
    store.submissions().current().stream()
        .filter(before -> inForce.stream().noneMatch(now -> now.id() == before.id()))
        .forEach(before -> store.patients().each(before, spellings::addFormer));
  }

  /** Writes the centres' questions, if the job asks them. */
  private List<Ruling> sent(List<Submission> inForce, FindingPass pass) {
    return night
        .job()
        .queries()
        .map(queries -> new QueryOutputs(night, queries, store, plan.inbox(), run.asOf()))
        .map(out -> out.write(folder.resolve("quality/queries"), inForce, pass.questions()))
        .orElse(List.of());
  }

  /** True if a cohort needs what only rules over many patients can block. */
  private boolean needsWhoIsWhom() {
    return night.definitions().stream()
        .anyMatch(
            cohort ->
                CrossRecordRules.all().stream()
                    .filter(rule -> rule.severity() == Severity.ERROR)
                    .anyMatch(rule -> !Collections.disjoint(rule.blocks(), cohort.needs())));
  }

  private AcrossPatients acrossPatients(WhoIsWhom who) {
    return new AcrossPatients(night.rules(run.asOf()), night.dataCuts(), who::isSettled);
  }

  private AcrossPatients compared(List<Submission> inForce, WhoIsWhom who) {
    AcrossPatients across = acrossPatients(who);
    for (Submission submission : inForce) {
      store
          .patients()
          .each(
              submission,
              patient -> {
                goOn();
                across.add(patient);
                progress.advance(1);
              });
    }
    return across;
  }

  /** Some patients' records as they are stored, by pseudonym. */
  private Map<String, PatientRecord> records(List<Submission> inForce, Set<PatientKey> keys) {
    Map<String, PatientRecord> records = new HashMap<>();
    for (Submission submission : inForce) {
      List<String> pids =
          keys.stream()
              .filter(key -> key.centre().equals(submission.centre()))
              .map(PatientKey::pid)
              .sorted()
              .toList();
      records.putAll(store.patients().of(submission, pids));
    }
    return records;
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

  private void goOn() {
    if (stopping.getAsBoolean()) {
      throw new IllegalStateException("stopped on request");
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
    Release.check(
        new Manifest(
                night.job().name(),
                contentHash,
                night.version() + "+" + night.codeHash(),
                inForce.stream()
                    .map(
                        s -> new Manifest.Input(s.centre(), s.fileName(), s.sha256(), s.patients()))
                    .toList(),
                files(),
                night.parameters(run.asOf()),
                counts,
                List.of())
            .write(folder));
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
