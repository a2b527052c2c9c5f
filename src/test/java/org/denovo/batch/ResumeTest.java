package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import org.denovo.app.SampleNight;
import org.denovo.store.Database;
import org.denovo.store.Run;
import org.denovo.store.Schema;
import org.denovo.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** What a kill can leave in the framework's own tables. */
class ResumeTest {

  @TempDir Path folder;

  @Test
  void anInstanceWithoutAnExecutionDoesNotStandInTheWay() {
    Database database = Database.embedded(folder.resolve("data"));
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      source.setMaximumPoolSize(20);
      Schema.migrate(source, database);
      Night night = SampleNight.in(folder);
      NightRunner runner = new NightRunner(source, Clock.systemUTC(), Progress.SILENT);
      runner.plan(night);
      Run killed = Store.in(source).runs().running("nightly").orElseThrow();
      BatchFrame.on(source)
          .repository()
          .createJobInstance(
              "nightly",
              new JobParametersBuilder().addString("run", killed.id()).toJobParameters());

      NightResult result = runner.run(night);

      assertThat(result.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
      assertThat(result.folder().orElseThrow().getFileName()).hasToString(killed.id());
    }
  }
}
