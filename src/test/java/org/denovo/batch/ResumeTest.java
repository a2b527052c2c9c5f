package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.denovo.app.SampleNight;
import org.denovo.store.Database;
import org.denovo.store.Run;
import org.denovo.store.Schema;
import org.denovo.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What a kill can leave in the framework's own tables. */
class ResumeTest {

  @TempDir Path folder;

  private HikariDataSource source;
  private Night night;
  private NightRunner runner;
  private Run killed;
  private JobRepository repository;
  private JobParameters parameters;

  @BeforeEach
  void aPlannedRun() {
    Database database = Database.embedded(folder.resolve("data"));
    source = new HikariDataSource();
    source.setJdbcUrl(database.url());
    source.setUsername(database.user());
    source.setPassword(database.password());
    source.setMaximumPoolSize(20);
    Schema.migrate(source, database);
    night = SampleNight.in(folder);
    runner = new NightRunner(source, Clock.systemUTC(), Progress.SILENT);
    runner.plan(night);
    killed = Store.in(source).runs().running("nightly").orElseThrow();
    repository = BatchFrame.on(source).repository();
    parameters = new JobParametersBuilder().addString("run", killed.id()).toJobParameters();
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void anInstanceWithoutAnExecutionDoesNotStandInTheWay() {
    repository.createJobInstance("nightly", parameters);
    isFinished();
  }

  @Test
  void aPartitionWhoseContextWasNotWrittenYetIsReadAllTheSame() {
    JobInstance instance = repository.createJobInstance("nightly", parameters);
    JobExecution execution =
        repository.createJobExecution(instance, parameters, new ExecutionContext());
    execution.setStatus(BatchStatus.STARTED);
    execution.setStartTime(LocalDateTime.now());
    repository.update(execution);
    long submission = Store.in(source).submissions().of(killed.id()).get(0).id();
    for (String step : List.of("load-all", "load:" + submission)) {
      StepExecution begun = repository.createStepExecution(step, execution);
      begun.setStatus(BatchStatus.STARTED);
      repository.update(begun);
    }
    isFinished();
  }

  private void isFinished() {
    NightResult result = runner.run(night);
    assertThat(result.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(result.patients()).isEqualTo(468);
    assertThat(result.folder().orElseThrow().getFileName()).hasToString(killed.id());
  }
}
