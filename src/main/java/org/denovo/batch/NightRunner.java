package org.denovo.batch;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.vocabulary.Text;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one night: plans it, reads what changed, publishes. Killed at any moment, it is finished by
 * running again. The caller holds the lease.
 */
public final class NightRunner {

  private final Store store;
  private final BatchFrame frame;
  private final Clock clock;
  private final Progress progress;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A runner on a migrated database. */
  public NightRunner(DataSource source, Clock clock, Progress progress) {
    this.store = Store.in(source);
    this.frame = BatchFrame.on(source);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Runs the night to its end.
   *
   * @throws NightFailed if a step failed; what was done stays, and running again goes on from there
   */
  public NightResult run(Night night) {
    progress.phase(new Text("查看收件箱", "Looking into the inbox"), 0);
    Plan plan = plan(night);
    night.folders().clear(store.runs().abandoned(night.job().name()), plan.previous().map(Run::id));
    Publication publication =
        new Publication(night, plan, store, frame.transactions(), clock, stopping::get, progress);
    if (plan.run().isEmpty()) {
      return publication.unchanged();
    }
    Run run = plan.run().get();
    JobParameters parameters =
        new JobParametersBuilder().addString("run", run.id()).toJobParameters();
    Job job =
        new JobBuilder(night.job().name(), frame.repository())
            .start(load(night, plan))
            .next(compare(night, plan, run))
            .next(publish(publication))
            .build();
    recover(night.job().name(), parameters);
    progress.phase(new Text("读取工作簿", "Reading workbooks"), plan.reading().size());
    JobExecution execution = start(job, parameters);
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw NightFailed.of(execution, stopping.get());
    }
    return publication.result();
  }

  /** What there is to do; a new run is noted with its submissions in one transaction. */
  Plan plan(Night night) {
    return Objects.requireNonNull(
        new TransactionTemplate(frame.transactions())
            .execute(status -> new Planner(night, store, clock).plan()));
  }

  /** Asks a run that is under way in another thread to stop after its present patient. */
  public void stop() {
    stopping.set(true);
  }

  private JobExecution start(Job job, JobParameters parameters) {
    try {
      return frame.operator().start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException("the run could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * A killed process leaves its execution marked as running, or an instance that has none yet; the
   * first is closed so that it restarts, the second is taken away.
   */
  private void recover(String job, JobParameters parameters) {
    JobInstance instance = frame.repository().getJobInstance(job, parameters);
    if (instance == null) {
      return;
    }
    if (frame.repository().getJobExecutions(instance).isEmpty()) {
      frame.repository().deleteJobInstance(instance);
      return;
    }
    JobExecution last = frame.repository().getLastJobExecution(instance);
    if (last.isRunning()) {
      frame.operator().recover(last);
    }
  }

  private Step load(Night night, Plan plan) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("load-");
    threads.setConcurrencyLimit(night.threads());
    return new StepBuilder("load-all", frame.repository())
        .partitioner(
            "load",
            size -> {
              Map<String, ExecutionContext> partitions = new HashMap<>();
              for (Long id : plan.reading().keySet()) {
                partitions.put(id.toString(), new ExecutionContext());
              }
              return partitions;
            })
        .step(new LoadStep(night, plan, store, frame, stopping::get, progress))
        .gridSize(Math.max(1, plan.reading().size()))
        .taskExecutor(threads)
        .build();
  }

  private Step compare(Night night, Plan plan, Run run) {
    Comparisons comparisons =
        new Comparisons(night, plan, store, frame.transactions(), stopping::get, progress);
    return alone("compare", () -> comparisons.of(run.id()));
  }

  private Step publish(Publication publication) {
    return alone("publish", publication::publish);
  }

  /** A step that makes its own transactions, and can be repeated. */
  private Step alone(String name, Runnable work) {
    DefaultTransactionAttribute none =
        new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    return new StepBuilder(name, frame.repository())
        .tasklet(
            (contribution, context) -> {
              work.run();
              return RepeatStatus.FINISHED;
            },
            frame.transactions())
        .transactionAttribute(none)
        .build();
  }
}
