package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
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

  private static final List<String> STRANGE =
      List.of(
          "怪".repeat(3000),
          "9".repeat(30),
          "-1e309",
          "9999-12-31",
          "0000-00-00",
          "99999.5mm%",
          "😀\u0007 '\\; --",
          "=1+1");

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

  /** One bad cell must not end a night, on no database. */
  @Test
  void theStrangestCellsEndNoRunAndGiveTheSameBytes() throws IOException {
    List<Path> runs = new ArrayList<>();
    for (Database database : TestDatabases.all(folder.resolve("data"))) {
      SampleProject project = SampleProject.in(folder.resolve("project" + runs.size()), "c08");
      project.edit("jobs/nightly.yaml", "max-errors: 50 %", "max-errors: 100 %");
      int rows = addStrangeRows(project.workbook("c08_oldbridge_stage4.csv"));
      NightResult result = project.run(database, 1);
      assertThat(result.quarantined()).isEmpty();
      assertThat(result.patients()).as("all but the one without a number").isEqualTo(rows - 1);
      runs.add(project.latest());
    }
    for (Path other : runs.subList(1, runs.size())) {
      SampleProject.assertSameBytes(runs.get(0), other);
    }
  }

  /** Adds a row for each column and strange text, and gives the number of all rows with data. */
  private static int addStrangeRows(Path workbook) throws IOException {
    Charset gb = Charset.forName("GB18030");
    List<String> lines = new ArrayList<>(Files.readString(workbook, gb).lines().toList());
    String[] row = lines.get(1).split(",", -1);
    for (String strange : STRANGE) {
      for (int column = 1; column < row.length; column++) {
        String[] changed = row.clone();
        changed[0] = "S" + lines.size();
        changed[column] = strange;
        lines.add(String.join(",", changed));
      }
    }
    row[0] = "N".repeat(400);
    lines.add(String.join(",", row));
    Files.writeString(workbook, String.join("\n", lines) + "\n", gb);
    return lines.size() - 1;
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
