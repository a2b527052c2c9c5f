package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.denovo.check.Checked;
import org.denovo.check.Finding;
import org.denovo.check.PersonRules;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.comparison.AcrossPatients;
import org.denovo.extract.RunSummary;
import org.denovo.intake.Intake;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Patients;
import org.denovo.record.PatientRecord;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookHash;
import org.denovo.workbook.WorkbookRefused;

/**
 * Reads the published workbooks again, as a night would now, and compares with what is stored.
 * Nothing is written but notes that are taken away again. It keeps pseudonyms and finding ids of
 * one centre at a time, never records.
 */
public final class PreviewRun {

  private static final int CHUNK = 500;

  private final Night night;
  private final Store store;
  private final Progress progress;
  private final RuleBook book;

  /** A preview against a database of the present form. */
  public PreviewRun(Night night, DataSource source, Progress progress) {
    this.night = night;
    this.store = Store.in(source);
    this.progress = progress;
    this.book = night.book();
  }

  /**
   * Compares.
   *
   * @param centre the only centre to be read again; all of them if none is named
   * @param rulesOnly true to judge the stored values instead of reading the workbooks
   * @return nothing if the job has not published yet
   */
  public Optional<Preview> of(Optional<String> centre, boolean rulesOnly) {
    return store.runs().published(night.job().name()).map(run -> of(run, centre, rulesOnly));
  }

  private Preview of(Run run, Optional<String> centre, boolean rulesOnly) {
    List<Submission> current = store.submissions().current();
    Standings standings =
        new Standings(store.findings().lives(), book.byId(), store.rulings().waivers(), run.asOf());
    WhoIsWhom who = WhoIsWhom.over(store, current);
    try (Everybody everybody = new Everybody(night, run, who, standings)) {
      return of(run, current, everybody, centre, rulesOnly);
    }
  }

  private Preview of(
      Run run,
      List<Submission> current,
      Everybody everybody,
      Optional<String> centre,
      boolean rulesOnly) {
    Map<String, Path> inbox = rulesOnly ? Map.of() : inbox();
    List<Preview.CentreChanges> centres = new ArrayList<>();
    progress.phase(new Text("试读工作簿", "Reading workbooks on trial"), current.size());
    for (Submission submission : current) {
      if (centre.filter(name -> !name.equals(submission.centre())).isPresent()) {
        addStored(submission, everybody);
      } else {
        centres.add(compare(submission, inbox, rulesOnly, everybody));
      }
      progress.advance(1);
    }
    FindingChanges across =
        new FindingChanges(
            store.findings()::eachCross,
            judged(
                Stream.concat(AcrossPatients.rules().stream(), PersonRules.all().stream())
                    .map(RuleCard::id)
                    .toList()));
    everybody.end();
    everybody.findings().forEach(across::add);
    Path folder = night.folders().of(run.id());
    return new Preview(
        run.id(), centres, across.rules(), everybody.cohorts(summary(folder), folder));
  }

  /** How the published run ended; nothing if its folder was taken away. */
  private static Optional<RunSummary> summary(Path folder) {
    return Files.exists(folder.resolve(RunSummary.FILE))
        ? Optional.of(RunSummary.read(folder))
        : Optional.empty();
  }

  private Preview.CentreChanges compare(
      Submission submission, Map<String, Path> inbox, boolean rulesOnly, Everybody everybody) {
    Optional<CentreMapping> mapping =
        night.mappings().stream()
            .filter(m -> m.claims(submission.fileName()))
            .filter(m -> m.centre().equals(submission.centre()))
            .findFirst();
    if (mapping.isEmpty()) {
      addStored(submission, everybody);
      return stays(submission, Preview.State.UNCLAIMED, Optional.empty());
    }
    if (rulesOnly) {
      return judge(submission, mapping.get(), Preview.State.JUDGED, everybody);
    }
    Optional<Path> file = Optional.ofNullable(inbox.get(submission.sha256()));
    if (file.isEmpty()) {
      return judge(submission, mapping.get(), Preview.State.MISSING, everybody);
    }
    try (Workbook workbook =
        WorkbookFile.open(file.get(), Limits.DEFAULT, night.password(mapping.get()))) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, submission.fileName(), mapping.get());
      return read(submission, mapping.get(), mapped, everybody);
    } catch (WorkbookRefused refused) {
      addStored(submission, everybody);
      return stays(submission, Preview.State.REFUSED, Optional.of(refused.says()));
    }
  }

  /** Patients who stay as they are stored. */
  private void addStored(Submission submission, Everybody everybody) {
    Blocking blocking = blocking(submission, rule -> false, everybody);
    store.patients().each(submission, patient -> everybody.add(patient, blocking));
  }

  /** What stored errors block, but for those of rules that are judged again. */
  private Blocking blocking(Submission submission, Predicate<String> again, Everybody everybody) {
    Blocking blocking = everybody.blocking();
    Consumer<Finding> receiver =
        finding -> {
          if (!again.test(finding.ruleId()) && finding.centre().equals(submission.centre())) {
            blocking.add(finding);
          }
        };
    store.findings().eachError(submission, receiver);
    store.findings().eachCross(receiver);
    return blocking;
  }

  private static Preview.CentreChanges stays(
      Submission submission, Preview.State state, Optional<Text> why) {
    return new Preview.CentreChanges(
        submission.centre(), submission.fileName(), state, why, 0, 0, 0, List.of(), List.of());
  }

  /** The stored values under the present rules. */
  private Preview.CentreChanges judge(
      Submission submission, CentreMapping mapping, Preview.State state, Everybody everybody) {
    Intake intake = intake(submission, mapping);
    FindingChanges findings = findings(submission, intake.patientRules());
    Blocking blocking = blocking(submission, judged(intake.patientRules()), everybody);
    long[] patients = {0};
    store
        .patients()
        .each(
            submission,
            patient -> {
              patients[0]++;
              List<Finding> found = intake.judge(patient).findings();
              found.forEach(findings::add);
              found.forEach(blocking::add);
              everybody.add(patient, blocking);
            });
    return new Preview.CentreChanges(
        submission.centre(),
        submission.fileName(),
        state,
        Optional.empty(),
        patients[0],
        0,
        0,
        List.of(),
        findings.rules());
  }

  private Preview.CentreChanges read(
      Submission submission, CentreMapping mapping, MappedWorkbook mapped, Everybody everybody) {
    Intake intake = intake(submission, mapping);
    List<String> judged = new ArrayList<>(intake.patientRules());
    judged.addAll(Intake.fileRules());
    FindingChanges findings = findings(submission, judged);
    Blocking blocking = blocking(submission, judged(judged), everybody);
    ValueChanges values = new ValueChanges();
    Set<String> seen = new HashSet<>();
    long appear = 0;
    try (Patients patients = mapped.patients()) {
      while (patients.hasNext()) {
        List<Checked> chunk = new ArrayList<>(CHUNK);
        while (patients.hasNext() && chunk.size() < CHUNK) {
          chunk.add(intake.take(patients.next()));
        }
        appear += compare(submission, chunk, values);
        for (Checked checked : chunk) {
          seen.add(checked.patient().key().pid());
          checked.findings().forEach(findings::add);
          checked.findings().forEach(blocking::add);
          everybody.add(checked.patient(), blocking);
        }
      }
    }
    intake.about(mapped.notices()).forEach(findings::add);
    long kept = seen.size() - appear;
    return new Preview.CentreChanges(
        submission.centre(),
        submission.fileName(),
        Preview.State.READ,
        Optional.empty(),
        kept,
        appear,
        submission.patients() - kept,
        values.fields(),
        findings.rules());
  }

  /** Compares patients with their stored records; gives how many have none. */
  private long compare(Submission submission, List<Checked> chunk, ValueChanges values) {
    Map<String, PatientRecord> stored =
        store.patients().of(submission, chunk.stream().map(c -> c.patient().key().pid()).toList());
    long appear = 0;
    for (Checked checked : chunk) {
      PatientRecord before = stored.get(checked.patient().key().pid());
      if (before == null) {
        appear++;
      } else {
        values.compare(before, checked.patient());
      }
    }
    return appear;
  }

  private Intake intake(Submission submission, CentreMapping mapping) {
    return new Intake(
        mapping,
        night.key(),
        night.localRules().withBuiltIn(),
        night.rules(mapping.dataCut().orElse(submission.received())));
  }

  private FindingChanges findings(Submission submission, List<String> judged) {
    return new FindingChanges(
        receiver -> store.findings().each(submission, receiver), judged(judged));
  }

  /** A finding of a rule that is no longer in the book vanishes, whoever had judged it. */
  private Predicate<String> judged(List<String> rules) {
    Set<String> judged = new HashSet<>(rules);
    return rule -> judged.contains(rule) || book.named(rule).isEmpty();
  }

  /** The files of the inbox by their hash, whatever they are called now. */
  private Map<String, Path> inbox() {
    Map<String, Path> byHash = new HashMap<>();
    try (Stream<Path> files = Files.list(night.job().inbox())) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          byHash.put(WorkbookHash.sha256(file), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byHash;
  }
}
