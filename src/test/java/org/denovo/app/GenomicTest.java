package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of patients' genes leaves only if the job says so. */
class GenomicTest {

  @TempDir Path folder;

  private SmallProject project;

  @BeforeEach
  void aProject() {
    project = new SmallProject(folder).send("north_1.csv", SmallProject.north());
  }

  @Test
  void noFileOfACohortKnowsOfThemUnlessTheJobSaysSo() throws IOException {
    assertThat(project.run().code()).isZero();
    assertThat(holding()).isEmpty();
    assertThat(project.lines("registry/patients.csv", "germline_brca")).hasSize(1);

    project.edit("jobs/nightly.yaml", "small-cells: 0", "small-cells: 0, genomic: include");
    assertThat(project.run().code()).isZero();
    assertThat(holding())
        .contains("cohort.csv", "codebook.csv", "missingness.csv", "datapackage.json", "load.R");
    assertThat(Files.readString(project.latest().resolve("manifest.json")))
        .contains("\"genomic\" : \"include\"");
  }

  @Test
  void aCohortCannotAdjustForWhatDoesNotLeave() {
    project.edit(
        "jobs/cohorts/operated.yaml", "time_zero:", "adjust_for: [germline_brca]\ntime_zero:");
    Said said = project.run();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out())
        .contains(
            "jobs/nightly.yaml:1:1 cohort 'operated' adjusts for 'germline_brca', but the job lets"
                + " no genomic data leave; with an approval, write genomic: include under"
                + " privacy\n");
    project.edit("jobs/nightly.yaml", "small-cells: 0", "small-cells: 0, genomic: include");
    assertThat(project.run().code()).isZero();
  }

  /** The cohort's files in whose text the field stands. */
  private List<String> holding() throws IOException {
    try (var files = Files.list(project.latest().resolve("cohorts/operated"))) {
      return files
          .filter(GenomicTest::holds)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static boolean holds(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains("germline_brca");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
