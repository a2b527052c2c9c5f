package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code diff} of what no cell of a patient tells: errors and whose record it is. */
class DiffOutsideTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/denovo/golden").toAbsolutePath();

  @TempDir static Path folder;

  private static SmallProject project;
  private static final List<Path> RUNS = new ArrayList<>();

  /**
   * Four runs. An error is confirmed, a rule waived and two records are joined; the other record of
   * a person is followed longer and a new error appears; the waiver ends and a pair is taken apart.
   */
  @BeforeAll
  static void fourRuns() throws IOException {
    project = SmallProject.ofPairs(folder);
    project.edit("jobs/cohorts/liver.yaml", "endpoints:", "needs: [E5]\nendpoints:");
    project.edit("inbox/south_1.csv", "2018-01-12,,M1", "2018-01-12,2018-05-02,M1");
    publish();
    String[] open = pair("open,");
    project.note("pairs", "same", open[2], open[4], "--by", "Li", "--why", "asked her");
    String error = project.lines("registry/obstacles.csv", open[2] + ",").get(0).split(",")[1];
    project.note("finding", "confirm", error, "--by", "Zhao", "--why", "seen");
    project.note(
        "finding",
        "waive",
        "CMP-04",
        "--centre",
        "south",
        "--by",
        "Li",
        "--why",
        "not kept",
        "--until",
        "2022-07-31");
    publish();
    project.edit("inbox/south_1.csv", "2021-03-01", "2021-04-01");
    project.edit("inbox/north_1.csv", "2018-03-12,,M1,是", "2018-03-12,,M1,否");
    publish();
    String[] certain = pair("certain,");
    project.note("pairs", "different", certain[2], certain[4], "--by", "Li", "--why", "sisters");
    project.edit("jobs/nightly.yaml", "as-of: 2022-07-15", "as-of: 2022-08-15");
    publish();
  }

  private static void publish() {
    Said night = project.run();
    assertThat(night.code()).as(night.out()).isZero();
    RUNS.add(project.latest());
  }

  private static String[] pair(String standing) {
    return project.lines("quality/duplicates.csv", standing).get(0).split(",");
  }

  /** The whole answer as it stands on the terminal. */
  @ParameterizedTest
  @CsvSource({
    "latest~3, latest~2, en, diff_decided_en.txt",
    "latest~3, latest~2, zh, diff_decided_zh.txt",
    "latest~1, latest, en, diff_undone_en.txt",
  })
  void theAnswerIsAsOneReadsIt(String before, String now, String lang, String golden)
      throws IOException {
    Said said = project.ask("diff", before, now, "--lang", lang);
    assertThat(said.code()).as(said.err()).isZero();
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
  void aRulingAWaiverAndAPairAreNamed() {
    assertThat(causes("latest~3", "latest~2"))
        .containsExactlyInAnyOrder(
            "entered person south joined Li asked her",
            "entered finding CMP-04 open → confirmed",
            "flow person north joined Li asked her",
            "flow finding CMP-04 open → waived",
            "entered finding CMP-04 open → waived");
  }

  @Test
  void aCellOfTheOtherRecordAndANewErrorAreNamed() {
    assertThat(causes("latest~2", "latest~1"))
        .containsExactlyInAnyOrder(
            "outcome cell date_last_contact 2021-03-01 → 2021-04-01",
            "left finding CMP-04 none → open",
            "left cell met_liver 是 → 否");
  }

  @Test
  void anEndedWaiverAndASeparatedPairAreNamed() {
    assertThat(causes("latest~1", "latest"))
        .containsExactlyInAnyOrder(
            "left finding CMP-04 waived → open",
            "value person south parted Li sisters",
            "flow person north parted Li sisters");
  }

  @Test
  void csvNamesTheFindingAndTheOtherRecord() {
    Said said = project.ask("diff", "latest~3", "latest~2", "--csv");
    assertThat(said.code()).isZero();
    assertThat(said.out().lines().findFirst().orElseThrow())
        .contains(",new_raw,finding_id,rule_id,other_pid,detail_en,");
    assertThat(said.out()).contains(",CMP-04,,\"finding ").contains("(Li, 2022-07-15: asked her)");
  }

  private static List<String> causes(String before, String now) {
    Said said = project.ask("diff", "--json", before, now);
    assertThat(said.code()).as(said.err()).isZero();
    List<String> causes = new ArrayList<>();
    JsonNode cohort = PublishedSchema.read("diff", said.out()).get("cohorts").get(0);
    for (JsonNode patient : cohort.get("patients")) {
      for (JsonNode cause : patient.get("causes")) {
        causes.add(patient.get("change").asString() + " " + cause(cause));
      }
    }
    return causes;
  }

  private static String cause(JsonNode cause) {
    String code = cause.get("cause").asString();
    return code
        + switch (code) {
          case "finding" ->
              " "
                  + text(cause, "rule_id")
                  + " "
                  + text(cause, "state_before")
                  + " → "
                  + text(cause, "state_now");
          case "person" ->
              " "
                  + text(cause, "other_centre")
                  + " "
                  + text(cause, "bond")
                  + " "
                  + text(cause, "decided_by")
                  + " "
                  + text(cause, "why");
          case "cell" ->
              " "
                  + text(cause, "field")
                  + " "
                  + text(cause.get("before"), "raw")
                  + " → "
                  + text(cause.get("now"), "raw");
          default -> "";
        };
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).asString();
  }
}
