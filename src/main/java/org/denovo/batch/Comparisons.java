package org.denovo.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.denovo.change.Change;
import org.denovo.change.Comparison;
import org.denovo.change.Pairs;
import org.denovo.change.Reading;
import org.denovo.change.Side;
import org.denovo.check.Category;
import org.denovo.check.RuleCount;
import org.denovo.mapping.CentreMapping;
import org.denovo.record.Field;
import org.denovo.store.Changes;
import org.denovo.store.History;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares each workbook that a run read with the one that it follows. The result is written down
 * with the submission, each in one transaction that can be repeated.
 */
final class Comparisons {

  private final Night night;
  private final Plan plan;
  private final Store store;
  private final TransactionTemplate transaction;
  private final BooleanSupplier stopping;
  private final Progress progress;

  Comparisons(
      Night night,
      Plan plan,
      Store store,
      PlatformTransactionManager transactions,
      BooleanSupplier stopping,
      Progress progress) {
    this.night = night;
    this.plan = plan;
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.stopping = stopping;
    this.progress = progress;
  }

  /** Compares every workbook that was read in a run. */
  void of(String runId) {
    List<Submission> read =
        store.submissions().of(runId).stream()
            .filter(s -> s.state() == Submission.State.LOADED)
            .toList();
    progress.phase(new Text("与上次提交比较", "Comparing with the last submissions"), read.size());
    for (Submission submission : read) {
      transaction.executeWithoutResult(status -> compare(submission));
      progress.advance(1);
    }
  }

  private void compare(Submission now) {
    Map<String, RuleCount> none = Comparison.nothingBefore(now.patients());
    Optional<Submission> before =
        store.history().of(now.id()).previous().map(store.submissions()::get);
    try (Changes.Pen pen = store.changes().rewrite(now.id(), none.keySet())) {
      Map<String, RuleCount> counts = before.isPresent() ? compare(before.get(), now, pen) : none;
      store.findings().count(now.id(), counts);
    }
  }

  private Map<String, RuleCount> compare(Submission before, Submission now, Changes.Pen pen) {
    CentreMapping mapping = plan.reading().get(now.id()).mapping();
    boolean same = before.readingHash().equals(now.readingHash());
    Set<Field<?>> moved =
        store
            .history()
            .of(now.id())
            .reread()
            .map(store.submissions()::get)
            .map(last -> Reading.moved(pairs(last, now)))
            .orElse(Set.of());
    Set<String> asked = store.findings().subjects(before.id(), this::questionsValues);
    return new Comparison(
            now.centre(),
            side(before),
            side(now),
            new Reading(same, mapping.fields(), moved),
            night.rules(mapping.dataCut().orElse(now.received())),
            mapping.countsColumns())
        .run(
            pairs(before, now),
            (pid, field) -> asked.contains(pid + " " + field.name()),
            change -> write(pen, change),
            pen::finding);
  }

  /** A rule on completeness asks for what is missing, and not whether what is there is right. */
  private boolean questionsValues(String ruleId) {
    return night
        .book()
        .named(ruleId)
        .filter(r -> r.category() != Category.COMPLETENESS)
        .isPresent();
  }

  private void write(Changes.Pen pen, Change change) {
    if (stopping.getAsBoolean()) {
      throw new IllegalStateException("stopped on request");
    }
    pen.change(change);
  }

  private Pairs pairs(Submission before, Submission now) {
    return new Pairs(
        () -> store.patients().byPseudonym(before),
        () -> store.patients().byPseudonym(now),
        store.patients().finder(before),
        store.patients().finder(now));
  }

  private Side side(Submission submission) {
    History.Make make = store.history().make(submission.id());
    return new Side(
        submission.fileName(),
        submission.readingHash(),
        submission.received(),
        store.history().of(submission.id()).dataCut(),
        make.dateSystem(),
        make.headers());
  }
}
