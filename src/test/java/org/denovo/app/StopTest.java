package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.denovo.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Asked to stop, a process ends, says so, and what it had done is gone on with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGTERM")
class StopTest {

  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void aRunThatIsAskedToStopCanBeGoneOnWith() throws Exception {
    SampleProject undisturbed = SampleProject.in(folder.resolve("undisturbed"));
    assertThat(Said.night(undisturbed).code()).isZero();
    for (String phase : new String[] {"Reading workbooks", "Writing registry and cohorts"}) {
      SampleProject project = SampleProject.in(folder.resolve(phase));
      ChildRun run = ChildRun.start(project, "run", "jobs/nightly.yaml");
      run.awaitSaid(phase);
      assertThat(stop(run)).as(run.err()).isEqualTo(TERMINATED);
      assertThat(run.err())
          .contains("stopped as asked; run again to go on")
          .doesNotContain("\tat ");
      assertThat(project.visible()).doesNotContain("latest");
      assertThat(Said.night(project).code()).isZero();
      SampleProject.assertSameBytes(undisturbed.latest(), project.latest());
      assertThat(project.hidden()).isEmpty();
    }
  }

  @Test
  void aServiceThatIsAskedToStopEnds() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    ChildRun idle = ChildRun.start(project, "serve");
    idle.awaitSaid("job nightly: 0 2 * * * (Asia/Shanghai)");
    assertThat(idle.isAlive()).isTrue();
    assertThat(stop(idle)).isEqualTo(TERMINATED);
    assertThat(Said.night(project).code()).as("the registry is free").isZero();
  }

  @Test
  void aServiceThatIsAskedToStopDuringARunLeavesItToBeGoneOnWith() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    Clock twoDaysAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-2));
    project.run(Database.embedded(project.root().resolve("data")), 1, twoDaysAgo);
    SampleProject.in(folder);
    Path before = project.latest();
    ChildRun service = ChildRun.start(project, "serve");
    service.awaitSaid("Reading workbooks");
    assertThat(stop(service)).as(service.err()).isEqualTo(TERMINATED);
    assertThat(project.latest()).as("it was not published").isEqualTo(before);
    Said next = Said.night(project);
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.out()).contains("Patients    468");
  }

  private static int stop(ChildRun run) throws InterruptedException {
    run.terminate();
    return run.exitCode();
  }
}
