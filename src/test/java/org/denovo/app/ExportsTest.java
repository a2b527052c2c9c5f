package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.denovo.store.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code exports}: what left the registry stays on record. */
class ExportsTest {

  private static final String PRIVACY =
      """
      privacy:
        profile: safe-harbor
        require-purpose: true
        purpose: 切缘研究 / a study of margins
        approval: IRB-2020-7
      """;

  @TempDir static Path published;

  @TempDir Path folder;

  private SmallProject project;

  @BeforeAll
  static void aRunIsPublished() {
    SmallProject project =
        new SmallProject(published)
            .send("north_1.csv", SmallProject.north())
            .send("south_1.csv", SmallProject.south());
    project.edit("jobs/nightly.yaml", "privacy: {small-cells: 0}\n", PRIVACY);
    Said night = project.run();
    assertThat(night.code()).as(night.out() + night.err()).isZero();
  }

  @BeforeEach
  void aCopyOfIt() {
    project = SmallProject.copy(published, folder);
  }

  @Test
  void aCohortOfANightIsOneLineWithEveryFile() throws IOException {
    Said said = project.ask("exports", "--json");
    assertThat(said.code()).isZero();
    JsonNode lines = JsonMapper.shared().readTree(said.out());
    assertThat(lines).hasSize(1);
    JsonNode line = lines.get(0);
    assertThat(line.get("cohort").asString()).isEqualTo("operated");
    assertThat(line.get("run").asString()).isEqualTo(project.latest().getFileName().toString());
    assertThat(line.get("as_of").asString()).isEqualTo("2020-07-15");
    assertThat(line.get("by").asString()).isEqualTo(System.getProperty("user.name"));
    assertThat(line.get("profile").asString()).isEqualTo("safe-harbor");
    assertThat(line.get("purpose").asString()).isEqualTo("切缘研究 / a study of margins");
    assertThat(line.get("approval").asString()).isEqualTo("IRB-2020-7");
    Path cohort = project.latest().resolve("cohorts/operated");
    try (var rows = Files.lines(cohort.resolve("cohort.csv"))) {
      assertThat(line.get("patients").asLong()).isEqualTo(rows.count() - 1);
    }
    try (var files = Files.list(cohort)) {
      assertThat(line.get("files")).hasSize((int) files.count());
    }
    assertThat(line.get("files").toString()).contains("cohorts/operated/cohort.csv");
    assertThat(Files.readString(project.latest().resolve("manifest.json")))
        .contains("\"approval\" : \"IRB-2020-7\"", "\"profile\" : \"safe-harbor\"");
  }

  @Test
  void aNightWithoutChangesExportsNothing() {
    assertThat(project.run().code()).isZero();
    assertThat(project.ask("exports").out().lines()).hasSize(1);
  }

  @Test
  void anExtractOfACutIsNotedToo() {
    assertThat(project.ask("lock", "--cut", "paper").code()).isZero();
    assertThat(project.ask("extract", "--cut", "paper").code()).isZero();
    Said said = project.ask("exports");
    assertThat(said.out().lines()).hasSize(2);
    assertThat(said.out().lines().toList().get(1)).contains("paper", "IRB-2020-7");
    assertThat(project.ask("extract", "--cut", "paper").code()).isEqualTo(2);
    assertThat(project.ask("exports").out().lines()).hasSize(2);
  }

  @Test
  void aLineThatWasChangedOrTakenOutIsNoticed() throws SQLException {
    assertThat(project.ask("lock", "--cut", "paper").code()).isZero();
    assertThat(project.ask("extract", "--cut", "paper").code()).isZero();
    sql("UPDATE export_line SET approval = 'IRB-2020-8' WHERE line_no = 1");
    Said changed = project.ask("exports");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.err())
        .isEqualTo("the record of exports was changed or lacks lines from line 1 on\n");
    sql("UPDATE export_line SET approval = 'IRB-2020-7' WHERE line_no = 1");
    assertThat(project.ask("exports").code()).isZero();
    sql("DELETE FROM export_line WHERE line_no = 1");
    assertThat(project.ask("exports").err()).contains("from line 2 on");
  }

  @Test
  void linesTakenFromTheEndAreMissed() throws SQLException {
    assertThat(project.ask("lock", "--cut", "paper").code()).isZero();
    assertThat(project.ask("extract", "--cut", "paper").code()).isZero();
    Said whole = project.ask("exports", "--json");
    String last = JsonMapper.shared().readTree(whole.out()).get(1).get("sha256").asString();
    assertThat(whole.err())
        .isEqualTo("2 lines, all as they were written; the last is " + last + "\n");
    sql("DELETE FROM export_line WHERE line_no = 2");
    Said cut = project.ask("exports");
    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.out().lines()).hasSize(1);
    assertThat(cut.err())
        .isEqualTo("the record of exports was changed or lacks lines from line 2 on\n");
    sql("DELETE FROM export_line");
    assertThat(project.ask("exports").err()).contains("from line 1 on");
  }

  @Test
  void aLaterExportDoesNotCoverThatLinesWereTakenFromTheEnd() throws SQLException {
    sql("DELETE FROM export_line");
    assertThat(project.ask("lock", "--cut", "paper").code()).isZero();
    assertThat(project.ask("extract", "--cut", "paper").code()).isZero();
    Said said = project.ask("exports");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).startsWith("2\t");
    sql("DELETE FROM export_head");
    assertThat(project.ask("exports").code()).isEqualTo(1);
  }

  @Test
  void withoutAnApprovalTheJobIsRefused() {
    project.edit("jobs/nightly.yaml", "  approval: IRB-2020-7\n", "");
    Said said = project.run();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out() + said.err())
        .contains("nothing may be exported without a purpose and an approval number");
    assertThat(project.ask("extract", "--cut", "paper").code()).isEqualTo(2);
  }

  /** A cut is older than the demand; what it leaves for now is asked now. */
  @Test
  void aCutThatWasLockedWithoutAPurposeLeavesForTheOneThatTheJobNamesNow() {
    String demand = PRIVACY.substring(PRIVACY.indexOf("  require-purpose"));
    project.edit("jobs/nightly.yaml", demand, "");
    project.edit("jobs/nightly.yaml", "profile: safe-harbor", "profile: standard");
    assertThat(project.run().code()).isZero();
    assertThat(project.ask("lock", "--cut", "old").code()).isZero();
    project.edit(
        "jobs/nightly.yaml", "profile: standard", "profile: standard, require-purpose: true");
    project.edit(
        "jobs/nightly.yaml",
        "privacy:\n  profile: standard, require-purpose: true\n",
        "privacy: {profile: standard, require-purpose: true}\n");
    assertThat(project.ask("extract", "--cut", "old").code()).isEqualTo(2);
    project.edit(
        "jobs/nightly.yaml",
        "require-purpose: true}",
        "require-purpose: true, purpose: p, approval: A-9}");
    assertThat(project.ask("extract", "--cut", "old").code()).isZero();
    List<String> lines = project.ask("exports").out().lines().toList();
    assertThat(lines.get(lines.size() - 1)).contains("\told\t", "\tA-9\tp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run jobs/nightly.yaml",
        "preview jobs/nightly.yaml",
        "preview jobs/nightly.yaml --json",
        "lock --cut paper",
        "extract --cut paper",
        "extract --cut paper -o elsewhere",
        "why --patient x",
        "why --patient x --json",
        "diff",
        "diff --json",
        "findings",
        "findings --csv",
        "findings --json",
        "pairs",
        "exports",
        "describe unreadable"
      })
  void nothingIsToldWhileAPurposeIsDemandedAndMissing(String command) {
    project.edit("jobs/nightly.yaml", "  approval: IRB-2020-7\n", "");
    Path job = folder.resolve("jobs/nightly.yaml");
    String[] words = command.replace("jobs/nightly.yaml", job.toString()).split(" ");
    Said said = command.contains("jobs/") ? Said.by(words) : project.ask(words);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out() + said.err())
        .contains("nothing may be exported without a purpose and an approval number");
  }

  private void sql(String statement) throws SQLException {
    Database database = Database.embedded(folder.resolve("data"));
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
