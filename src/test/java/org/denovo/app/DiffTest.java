package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code diff}: what changed between two published runs is led back to cells and to files. */
class DiffTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/denovo/golden").toAbsolutePath();

  @TempDir static Path folder;

  private static SmallProject project;
  private static final List<Path> RUNS = new ArrayList<>();

  /**
   * Four runs: new workbooks with other cells, patients that came and went; a mapping that reads
   * otherwise; a definition that asks otherwise.
   */
  @BeforeAll
  static void fourRuns() throws IOException {
    project =
        new SmallProject(folder)
            .send("north_1.csv", SmallProject.north())
            .send("south_1.csv", SmallProject.south());
    publish();
    List<String> north = SmallProject.north();
    north.set(0, north.get(0).replace("全切术,2019-03-01", "未手术,"));
    north.set(2, north.get(2).replace("2019-03-11,,骨", "2019-03-11,cT1N1M1,骨"));
    north.set(3, north.get(3).replace("2020-02-01", "2020-02-21"));
    north.remove(1);
    north.add("N5,庚,2019-07-11,cT2N1M1,骨,未手术,,1,2020-05-02,,90");
    List<String> south = SmallProject.south();
    south.set(0, south.get(0).replace(",,80", ",,20"));
    project.send("north_2.csv", north).send("south_2.csv", south);
    publish();
    project.edit("mappings/south.yaml", "\"1\": alive, \"2\": dead", "\"1\": dead, \"2\": alive");
    publish();
    project.edit("jobs/cohorts/operated.yaml", "(met_bone || met_liver)", "met_liver");
    project.edit("jobs/cohorts/operated.yaml", "version: 1.0.0", "version: 2.0.0");
    publish();
  }

  private static void publish() {
    Said night = project.run();
    assertThat(night.code()).as(night.out()).isZero();
    RUNS.add(project.latest());
  }

  /** The whole answer as it stands on the terminal. */
  @ParameterizedTest
  @CsvSource({"en, diff_cells_en.txt", "zh, diff_cells_zh.txt"})
  void changedCellsAreShownBeforeAndNow(String lang, String golden) throws IOException {
    Said said = project.ask("diff", "latest~3", "latest~2", "--lang", lang);
    assertThat(said.code()).isZero();
    String out = said.out();
    for (int i = 0; i < RUNS.size(); i++) {
      out = out.replace(RUNS.get(i).getFileName().toString(), "run-" + i);
    }
    Path file = GOLDEN.resolve(golden);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, out);
    }
    assertThat(out).isEqualTo(Files.readString(file));
    assertThat(said.out().lines()).allMatch(line -> Lines.width(line) <= 100);
  }

  @Test
  void aCellAMappingAndADefinitionAreToldApart() {
    JsonNode cells = json("latest~3", "latest~2");
    assertThat(counts(cells)).isEqualTo("2 1 1 1 1 0 1");
    assertThat(cells.get("made_otherwise")).isEmpty();
    assertThat(causes(cells))
        .containsExactlyInAnyOrder(
            "arm cell surgery_type 全切术 → 未手术",
            "entered cell stage_group  → cT1N1M1",
            "entered row north_2.csv",
            "left row north_1.csv",
            "outcome cell date_death 2020-02-01 → 2020-02-21",
            "value cell er_pct 80 → 20");

    JsonNode mapping = json("latest~2", "latest~1");
    assertThat(counts(mapping)).isEqualTo("0 2 0 0 0 0 4");
    assertThat(causes(mapping))
        .containsExactly(
            "left reading vital_status 1 → 1 by mapping mappings/south.yaml",
            "left reading vital_status 1 → 1 by mapping mappings/south.yaml");

    JsonNode definition = json();
    assertThat(counts(definition)).isEqualTo("0 4 0 0 0 1 0");
    assertThat(causes(definition))
        .hasSize(5)
        .allMatch(c -> c.endsWith(" definition by cohort operated"));
  }

  @Test
  void aColumnThatOnlyTheMappingLostIsNotACellThatTheCentreChanged(@TempDir Path own)
      throws IOException {
    SmallProject same = new SmallProject(own).send("south_1.csv", SmallProject.south());
    assertThat(same.run().code()).isZero();
    same.edit("mappings/south.yaml", "ER(%)", "ER(%)x");
    assertThat(same.run().code()).isZero();
    Said said = same.ask("diff", "--csv");
    assertThat(said.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.contains("reading") && line.contains("mappings/south.yaml"));
  }

  @Test
  void theCountsAreThoseOfTheFilesAndNobodyIsLost() throws IOException {
    JsonNode cohort = json("latest~3", "latest").get("cohorts").get(0);
    for (int i : List.of(0, 3)) {
      long members =
          Files.readAllLines(RUNS.get(i).resolve("cohorts/operated/cohort.csv")).size() - 1L;
      JsonNode arms = cohort.get(i == 0 ? "arms_before" : "arms_now");
      assertThat(arms.valueStream().mapToLong(JsonNode::asLong).sum()).isEqualTo(members);
    }
    long told = cohort.get("patients").size();
    long counted =
        cohort
            .get("counts")
            .propertyStream()
            .filter(count -> !count.getKey().equals("same"))
            .mapToLong(count -> count.getValue().asLong())
            .sum();
    assertThat(told).isEqualTo(counted);
  }

  @Test
  void theSameRunDiffersInNothing() {
    Said said = project.ask("diff", "latest", RUNS.get(3).toString());
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("same program, mappings, words and definitions")
        .endsWith("\noperated\n  unchanged members: 0\n");
    assertThat(counts(json("latest~3", RUNS.get(0).getFileName().toString())))
        .isEqualTo("0 0 0 0 0 0 5");
  }

  @Test
  void csvHasARowForEachCause() {
    Said said = project.ask("diff", "latest~3", "latest~2", "--csv", "--cohort", "operated");
    assertThat(said.code()).isZero();
    List<String> rows = said.out().lines().toList();
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0)).startsWith("cohort,change,patient_pid,before,now,columns,cause,field,");
    assertThat(rows)
        .anyMatch(row -> row.contains(",cell,er_pct,80,20,south_1.csv!K2,south_2.csv!K2,80,20,"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest~4", "20991231T000000Z-00000000", "nosuch"})
  void aRunThatIsNotThereIsSaidSo(String name) {
    Said said = project.ask("diff", name, "latest");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(name);
  }

  @Test
  void aCohortThatIsNotThereGetsAHint() {
    Said said = project.ask("diff", "--cohort", "operate");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo("the runs have no cohort 'operate' in common; did you mean 'operated'?\n");
  }

  @Test
  void runsOfDifferentKeysCannotBeCompared(@TempDir Path own) {
    SmallProject other = new SmallProject(own).send("north_1.csv", SmallProject.north());
    other.write("own.key", "another key for tests, 0123456789\n");
    assertThat(other.run().code()).isZero();
    Said said = project.ask("diff", other.latest().toString(), "latest");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            "the runs were made with different keys, and no patient can be told to be the same\n");
  }

  private static JsonNode json(String... runs) {
    List<String> arguments = new ArrayList<>(List.of("diff", "--json"));
    arguments.addAll(List.of(runs));
    Said said = project.ask(arguments.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return PublishedSchema.read("diff", said.out());
  }

  /** {@code entered left arm outcome value flow same}. */
  private static String counts(JsonNode difference) {
    JsonNode counts = difference.get("cohorts").get(0).get("counts");
    return String.join(" ", counts.valueStream().map(count -> count.asString()).toList());
  }

  private static List<String> causes(JsonNode difference) {
    List<String> causes = new ArrayList<>();
    for (JsonNode patient : difference.get("cohorts").get(0).get("patients")) {
      for (JsonNode cause : patient.get("causes")) {
        causes.add(patient.get("change").asString() + " " + cause(cause));
      }
    }
    return causes;
  }

  private static String cause(JsonNode cause) {
    String code = cause.get("cause").asString();
    String by =
        !cause.has("by")
            ? ""
            : " by "
                + String.join(
                    ", ",
                    StreamSupport.stream(cause.get("by").spliterator(), false)
                        .map(
                            made -> made.get("kind").asString() + " " + made.get("name").asString())
                        .toList());
    if (cause.has("field")) {
      return code
          + " "
          + cause.get("field").asString()
          + " "
          + cause.get("before").get("raw").asString()
          + " → "
          + cause.get("now").get("raw").asString()
          + by;
    }
    return code + (cause.has("workbook") ? " " + cause.get("workbook").asString() : "") + by;
  }
}
