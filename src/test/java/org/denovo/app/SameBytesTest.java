package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.batch.NightResult;
import org.denovo.store.Database;
import org.denovo.store.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same bytes, wherever and however they are read. */
class SameBytesTest {

  @TempDir Path folder;

  @Test
  void everyDatabaseAndEveryNumberOfThreadsGivesTheSameBytes() {
    List<Path> runs = new ArrayList<>();
    for (Database database : TestDatabases.all(folder.resolve("data"))) {
      runs.add(run("database" + runs.size(), database, 2));
    }
    runs.add(run("again", TestDatabases.h2(folder.resolve("again-data")), 1));
    Path first = runs.get(0);
    for (Path other : runs.subList(1, runs.size())) {
      SampleProject.assertSameBytes(first, other);
      assertThat(hash(other)).isEqualTo(hash(first));
    }
    assertThat(SampleProject.files(first))
        .containsKeys(
            "manifest.json",
            "summary.json",
            "registry/patients.csv",
            "registry/lineage.csv",
            "quality/report.html",
            "quality/findings.csv",
            "cohorts/surgical-vs-nonsurgical/cohort.csv");
  }

  private Path run(String name, Database database, int threads) {
    SampleProject project = SampleProject.in(folder.resolve(name));
    NightResult result = project.run(database, threads);
    assertThat(result.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(result.read()).isEqualTo(33);
    assertThat(result.patients()).isEqualTo(468);
    assertThat(project.latest().getFileName().toString()).matches(SampleProject.RUN_ID);
    assertThat(project.hidden()).isEmpty();
    return project.latest();
  }

  /** The eight digits of a run's name that do not tell its time. */
  private static String hash(Path run) {
    return run.getFileName().toString().split("-")[1];
  }
}
