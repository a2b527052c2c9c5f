package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.denovo.change.RenameProposal;
import org.denovo.check.Checked;
import org.denovo.check.Finding;
import org.denovo.check.RuleCounts;
import org.denovo.check.RuleError;
import org.denovo.intake.Intake;
import org.denovo.mapping.MappedPatient;
import org.denovo.record.PatientRecord;
import org.denovo.store.History;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookRefused;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * Reads one workbook of the plan into the store, in chunks, each with the restart mark in one
 * transaction. A partition names its submission; each execution has a reader of its own.
 */
final class LoadStep implements Step {

  private static final int CHUNK = 500;

  private final Night night;
  private final Plan plan;
  private final Store store;
  private final BatchFrame frame;
  private final BooleanSupplier stopping;
  private final Progress progress;

  LoadStep(
      Night night,
      Plan plan,
      Store store,
      BatchFrame frame,
      BooleanSupplier stopping,
      Progress progress) {
    this.night = night;
    this.plan = plan;
    this.store = store;
    this.frame = frame;
    this.stopping = stopping;
    this.progress = progress;
  }

  @Override
  public String getName() {
    return "load";
  }

  @Override
  public void execute(StepExecution execution) throws JobInterruptedException {
    long id = submission(execution.getStepName());
    Submission submission = store.submissions().get(id);
    Plan.Reading reading = plan.reading().get(id);
    Intake intake =
        new Intake(
            reading.mapping(),
            night.key(),
            night.localRules().withBuiltIn(),
            night.rules(reading.mapping().dataCut().orElse(submission.received())));
    SubmissionReader reader =
        new SubmissionReader(
            reading,
            night.password(reading.mapping()),
            submission.sha256(),
            night.job().limits(),
            done -> finish(submission, done, intake));
    Step step =
        new StepBuilder(execution.getStepName(), frame.repository())
            .<MappedPatient, Checked>chunk(CHUNK)
            .transactionManager(frame.transactions())
            .transactionAttribute(chunk())
            .reader(reader)
            .processor(patient -> take(intake, patient))
            .writer(chunk -> write(id, intake, reader, chunk))
            .build();
    step.execute(execution);
  }

  /**
   * At MySQL's own isolation, deleting what is not there locks the gap in which another workbook's
   * rows belong, and two workbooks that end at once would deadlock.
   */
  private static DefaultTransactionAttribute chunk() {
    DefaultTransactionAttribute chunk = new DefaultTransactionAttribute();
    chunk.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    return chunk;
  }

  /**
   * The submission that a partition is named after. Its context would not do: a kill can leave a
   * partition whose context was not written yet.
   */
  private static long submission(String stepName) {
    return Long.parseLong(stepName.substring(stepName.lastIndexOf(':') + 1));
  }

  private Checked take(Intake intake, MappedPatient patient) {
    if (stopping.getAsBoolean()) {
      throw new IllegalStateException("stopped on request");
    }
    return intake.take(patient);
  }

  private void write(
      long id, Intake intake, SubmissionReader reader, Chunk<? extends Checked> chunk) {
    if (reader.refusal().isPresent()) {
      return; // refused in its middle: nothing of it counts
    }
    List<PatientRecord> records = new ArrayList<>(chunk.size());
    List<Finding> findings = new ArrayList<>();
    List<RuleError> errors = new ArrayList<>();
    RuleCounts counts = intake.counts();
    for (Checked patient : chunk) {
      records.add(patient.patient());
      findings.addAll(patient.findings());
      errors.addAll(patient.errors());
      counts.add(patient);
    }
    store.patients().save(id, reader.count() - chunk.size(), records);
    store.findings().save(id, findings);
    store.findings().failed(id, errors);
    counts.byCentre().values().forEach(byRule -> store.findings().count(id, byRule));
  }

  private void finish(Submission submission, SubmissionReader reader, Intake intake) {
    progress.advance(1);
    if (reader.refusal().isPresent()) {
      WorkbookRefused refused = reader.refusal().get();
      store
          .submissions()
          .quarantine(
              submission.id(), new Submission.Refusal(refused.reason().name(), refused.says()));
      progress.note(
          new Text("{0} 已隔离：{1}", "{0} is quarantined: {1}")
              .with(submission.fileName(), refused.says()));
      return;
    }
    store.findings().replaceFile(submission.id(), intake.about(reader.workbook().notices()));
    History.Make make = new History.Make(reader.dateSystem(), reader.workbook().headers());
    store.history().made(submission.id(), make);
    store.changes().propose(submission.id(), proposals(submission, reader, intake));
    store.submissions().loaded(submission.id(), reader.count(), reader.workbook().ledgers());
  }

  /** Columns that seem to have another name since the last submission. */
  private List<RenameProposal> proposals(
      Submission submission, SubmissionReader reader, Intake intake) {
    Optional<Submission> previous =
        store.history().of(submission.id()).previous().map(store.submissions()::get);
    return previous.isEmpty()
        ? List.of()
        : reader.renamed(intake::read, store.patients().finder(previous.get()));
  }
}
