package org.denovo.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.denovo.change.Comparability;
import org.denovo.cohort.NotReproducible;
import org.denovo.extract.RunSummary;
import org.denovo.job.Gates;
import org.denovo.store.Rulings;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a run: its outputs are made under a temporary name, renamed when whole, and only then
 * do its submissions become the current ones. Every part can be repeated after a kill.
 */
final class Publication {

  private final Night night;
  private final Plan plan;
  private final Store store;
  private final PlatformTransactionManager transactions;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private final Progress progress;
  private List<Text> warnings = List.of();
  private NightResult result;

  Publication(
      Night night,
      Plan plan,
      Store store,
      PlatformTransactionManager transactions,
      Clock clock,
      BooleanSupplier stopping,
      Progress progress) {
    this.night = night;
    this.plan = plan;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.stopping = stopping;
    this.progress = progress;
  }

  /** What became of the run, after it was published. */
  NightResult result() {
    return result;
  }

  /** What is to be said of a night in which nothing changed. */
  NightResult unchanged() {
    Path folder = night.folders().of(plan.previous().orElseThrow().id());
    NightResult last = NightResult.of(RunSummary.read(folder), night.definitions());
    NightResult unchanged =
        new NightResult(
            NightResult.Outcome.UNCHANGED,
            night.job().name(),
            plan.contentHash(),
            Optional.of(folder),
            0,
            plan.unchanged().size(),
            quarantined(List.of()),
            plan.inbox().waiting(),
            older(),
            plan.notes(),
            last.patients(),
            last.persons(),
            last.findings(),
            new NightResult.Changes(0, 0, last.changes().there(), 0),
            last.settled(),
            last.sinceLast(),
            last.cohorts(),
            last.rows(),
            last.gate(),
            List.of());
    unchanged.summary().write(night.folders().folder());
    return unchanged;
  }

  /** Makes the outputs, judges the gate, publishes. */
  void publish() {
    Run run = plan.run().orElseThrow();
    List<Submission> own = store.submissions().of(run.id());
    Map<String, Submission> inForce = new TreeMap<>();
    store.submissions().current().forEach(s -> inForce.put(s.centre(), s));
    own.stream()
        .filter(s -> s.state() == Submission.State.LOADED)
        .forEach(s -> inForce.put(s.centre(), s));

    RunFolders folders = night.folders();
    Path part = folders.part(run.id());
    Comparability comparability =
        plan.previous()
            .map(previous -> store.runs().editions(previous.id()))
            .filter(before -> !before.isEmpty())
            .map(before -> Comparability.between(before, night.editions()))
            .orElse(Comparability.NO_OTHER);
    warnings = warnings(comparability);
    Outputs outputs = new Outputs(night, run, plan, store, part, stopping, progress, comparability);
    Outputs.Made made =
        outputs.make(List.copyOf(inForce.values()), quarantined(own), plan.contentHash());
    if (made.failures() > 0) {
      warnings = new ArrayList<>(warnings);
      warnings.add(
          new Text(
                  "规则出错{0}次，未作判断，见quality/rule_errors.csv",
                  "rules failed {0} times and judged nothing there: quality/rule_errors.csv")
              .with(made.failures()));
    }
    Gates.Result gate =
        night
            .job()
            .gates()
            .judge(quarantined(own).size(), made.patients(), made.patientsWithError());
    if (gate == Gates.Result.FAILED) {
      reject(run, own, made, part);
      return;
    }
    result =
        result(NightResult.Outcome.PUBLISHED, own, made, Optional.of(folders.of(run.id())), gate);
    result.summary().write(part);
    folders.publish(run.id(), part);
    result.summary().write(folders.folder());
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              store.submissions().publish(run.id());
              store.findings().replaceCross(made.crossFindings());
              made.kept().forEach((id, findings) -> store.findings().save(id, findings));
              store
                  .findings()
                  .saveLives(
                      made.standings().lives(),
                      run,
                      plan.previous().orElse(run).asOf(),
                      made.standings()::isInForce);
              store
                  .rulings()
                  .make(
                      made.sent(),
                      night.book(),
                      new Rulings.Moment(now(), run.asOf(), Optional.of(run.id())));
              store.runs().made(run.id(), night.editions());
              ExportRecord.note(
                  night, night, store, run.id(), run.asOf(), "", folders.of(run.id()));
              store.runs().end(run.id(), Run.State.PUBLISHED, now());
            });
  }

  private void reject(Run run, List<Submission> own, Outputs.Made made, Path part) {
    Optional<Path> lastGood = plan.previous().map(previous -> night.folders().of(previous.id()));
    result = result(NightResult.Outcome.REJECTED, own, made, lastGood, Gates.Result.FAILED);
    night.folders().drop(part);
    result.summary().write(night.folders().folder());
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              store.submissions().forget(run.id());
              store.runs().end(run.id(), Run.State.REJECTED, now());
            });
  }

  private NightResult result(
      NightResult.Outcome outcome,
      List<Submission> own,
      Outputs.Made made,
      Optional<Path> folder,
      Gates.Result gate) {
    int read = (int) own.stream().filter(s -> s.state() != Submission.State.QUARANTINED).count();
    return new NightResult(
        outcome,
        night.job().name(),
        plan.contentHash(),
        folder,
        read,
        plan.unchanged().size(),
        quarantined(own),
        plan.inbox().waiting(),
        older(),
        plan.notes(),
        made.patients(),
        made.persons(),
        made.findings(),
        made.changes(),
        made.settled(),
        made.sinceLast(),
        made.cohorts(),
        made.rows(),
        gate,
        warnings);
  }

  private List<String> older() {
    return plan.inbox().older().stream().map(Inbox.Older::fileName).toList();
  }

  private List<Text> warnings(Comparability comparability) {
    List<Text> warnings = new ArrayList<>();
    comparability.says().ifPresent(warnings::add);
    warnings.addAll(comparability.unversioned());
    for (NotReproducible cohort : night.notReproducible()) {
      warnings.add(
          new Text("未生成队列{0}：{1}", "No cohort {0}: {1}").with(cohort.name(), cohort.reason()));
    }
    return warnings;
  }

  /** Workbooks that were refused now or before, and files that were turned away; by file name. */
  private List<NightResult.Quarantined> quarantined(List<Submission> own) {
    List<NightResult.Quarantined> all = new ArrayList<>();
    Stream.concat(plan.quarantined().stream(), own.stream())
        .filter(s -> s.state() == Submission.State.QUARANTINED)
        .forEach(
            s -> {
              Submission.Refusal refusal = s.refusal().orElseThrow();
              all.add(
                  new NightResult.Quarantined(
                      s.centre(), s.fileName(), refusal.reason(), refusal.says()));
            });
    plan.inbox()
        .turnedAway()
        .forEach(
            file ->
                all.add(
                    new NightResult.Quarantined(
                        file.centre(), file.fileName(), file.reason(), file.says())));
    all.sort(Comparator.comparing(NightResult.Quarantined::file));
    return all;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
