package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.batch.CutExtract;
import org.denovo.batch.CutRefused;
import org.denovo.batch.Night;
import org.denovo.batch.Progress;
import org.denovo.store.Database;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code lock} and {@code extract}: a frozen run comes out again, byte for byte or not at all. */
class LockTest {

  @TempDir static Path published;

  @TempDir Path folder;

  private SmallProject project;

  @BeforeAll
  static void aRunIsPublished() {
    Said night =
        new SmallProject(published)
            .send("north_1.csv", SmallProject.north())
            .send("south_1.csv", SmallProject.south())
            .run();
    assertThat(night.code()).as(night.out()).isZero();
  }

  @BeforeEach
  void aCopyOfIt() {
    project = SmallProject.copy(published, folder);
  }

  @Test
  void aYearLaterEveryByteIsTheSame() throws IOException {
    Map<String, byte[]> published = published();
    Said locked = project.ask("lock", "--cut", "paper-2020");
    assertThat(locked.code()).isZero();
    assertThat(locked.out())
        .isEqualTo(
            "locked 'paper-2020': run "
                + project.latest().getFileName()
                + ", 2 submissions, 6 patients, 4 configuration files\n");
    everythingChanges();
    assertThat(published().get("cohorts/operated/cohort.csv"))
        .isNotEqualTo(published.get("cohorts/operated/cohort.csv"));

    Said extract = project.ask("extract", "--cut", "paper-2020");
    assertThat(extract.code()).as(extract.err()).isZero();
    Path made = folder.resolve("out/nightly/cuts/paper-2020");
    assertThat(extract.out()).isEqualTo("every byte as it was locked: " + made + "\n");
    assertSame(made, published);
    assertThat(Said.by("verify", made.toString()).code()).isZero();

    Said again =
        project.ask("extract", "--cut", "paper-2020", "-o", folder.resolve("again").toString());
    assertThat(again.code()).isZero();
    SampleProject.assertSameBytes(made, folder.resolve("again"));
    assertThat(project.ask("extract", "--cut", "paper-2020").code()).isEqualTo(2);
    assertThat(project.run().out()).startsWith("Nothing changed since the last run");
  }

  /** Newer submissions of another number of patients, another mapping, definition and day. */
  private void everythingChanges() throws IOException {
    List<String> rows = SmallProject.north();
    rows.set(0, rows.get(0).replace("全切术,2019-03-01", "未手术,"));
    rows.remove(1);
    project.send("north_2.csv", rows);
    Files.delete(folder.resolve("inbox/north_1.csv"));
    assertThat(project.run().code()).isZero();
    project.edit("mappings/south.yaml", "\"1\": alive, \"2\": dead", "\"1\": dead, \"2\": alive");
    project.edit("jobs/cohorts/operated.yaml", "(met_bone || met_liver)", "met_bone");
    project.edit("jobs/nightly.yaml", "as-of: 2020-07-15", "as-of: 2021-07-15");
    project.edit("jobs/nightly.yaml", "small-cells: 0", "profile: limited");
    assertThat(project.run().code()).isZero();
  }

  /** Everybody went on deciding: before the cut was locked, and after it. */
  @Test
  void whatTheRunHadDecidedIsFrozen(@TempDir Path own) throws IOException {
    project = SmallProject.ofPairs(own);
    project.edit("jobs/cohorts/liver.yaml", "endpoints:", "needs: [E5]\nendpoints:");
    assertThat(project.run().code()).isZero();
    Map<String, byte[]> published = published();
    assertThat(project.lines("registry/membership/liver.csv", ",blocked,")).hasSize(3);
    assertThat(project.lines("registry/membership/liver.csv", ",left,,one_per_person,")).hasSize(1);
    assertThat(project.lines("registry/persons.csv", ",north,")).hasSize(1);
    assertThat(project.ask("lock", "--cut", "early").code()).isZero();
    everybodyDecides();
    assertThat(project.ask("lock", "--cut", "late").code()).isZero();

    assertThat(project.run().code()).isZero();
    assertThat(project.lines("registry/membership/liver.csv", ",blocked,")).isEmpty();
    assertThat(project.lines("registry/persons.csv", ",north,"))
        .as("two other records")
        .hasSize(1)
        .noneMatch(line -> new String(published.get("registry/persons.csv")).contains(line));
    for (String cut : List.of("early", "late")) {
      Said extract = project.ask("extract", "--cut", cut);
      assertThat(extract.code()).as(extract.err() + extract.out()).isZero();
      assertSame(own.resolve("out/nightly/cuts").resolve(cut), published);
    }

    Path kept = own.resolve("data/cuts/early/registry/obstacles.csv");
    Files.writeString(kept, Files.readString(kept).replace(",CMP-04,E5", ",CMP-04,E4"));
    Said tampered = project.ask("extract", "--cut", "early", "-o", own.resolve("x").toString());
    assertThat(tampered.code()).isEqualTo(1);
    assertThat(tampered.out()).isEqualTo("registry/obstacles.csv\n");
    assertThat(tampered.err()).contains("kept files of the cut 'early' were changed\n");
  }

  /** An error is confirmed, a rule waived; one pair is joined and one is taken apart. */
  private void everybodyDecides() {
    String error = project.lines("registry/obstacles.csv", ",CMP-04,").get(2).split(",")[1];
    project.note("finding", "confirm", error, "--by", "Li", "--why", "seen");
    for (String centre : List.of("north", "south")) {
      project.note(
          "finding",
          "waive",
          "CMP-04",
          "--centre",
          centre,
          "--by",
          "Li",
          "--why",
          "not kept",
          "--until",
          "2023-12-31");
    }
    pair("open,", "same");
    pair("certain,", "different");
  }

  private void pair(String standing, String verdict) {
    String[] pair = project.lines("quality/duplicates.csv", standing).get(0).split(",");
    project.note("pairs", verdict, pair[2], pair[4], "--by", "Li", "--why", "asked her");
  }

  @Test
  void aRunThatDidNotNoteWhatItHadDecidedIsNotLocked() throws IOException {
    Path manifest = project.latest().resolve("manifest.json");
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(manifest);
    ArrayNode files = (ArrayNode) json.get("outputs");
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).get("path").asString().equals("registry/persons.csv")) {
        files.remove(i);
      }
    }
    Files.writeString(manifest, json.toString());
    Files.delete(project.latest().resolve("registry/persons.csv"));
    Said locked = project.ask("lock", "--cut", "a");
    assertThat(locked.code()).isEqualTo(2);
    assertThat(locked.err())
        .endsWith(
            "was made by an earlier release, which did not note who was blocked or merged: run the"
                + " job first, then lock\n");
  }

  @Test
  void anEarlierRunIsLockedByItsDay() {
    String first = project.latest().getFileName().toString();
    project.edit("jobs/nightly.yaml", "as-of: 2020-07-15", "as-of: 2021-07-15");
    project.send("north_2.csv", SmallProject.north().subList(0, 3));
    assertThat(project.run().code()).isZero();
    Said changed = project.ask("lock", "--cut", "early", "--as-of", "2020-12-31");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).isEqualTo("job nightly\n");
    assertThat(changed.err())
        .isEqualTo(
            "configuration or program changed since run "
                + first
                + ": run the job first, then lock\n");
    project.edit("jobs/nightly.yaml", "as-of: 2021-07-15", "as-of: 2020-07-15");
    assertThat(project.ask("lock", "--cut", "early", "--as-of", "2020-12-31").out())
        .startsWith("locked 'early': run " + first + ", 2 submissions, 6 patients");
    assertThat(project.ask("lock", "--cut", "none", "--as-of", "2019-12-31").err())
        .isEqualTo("job 'nightly' had not published by the day that is asked for\n");
    assertThat(project.ask("extract", "--cut", "early").code()).isZero();
  }

  @Test
  void aCutIsNeverOverwrittenAndHasAPlainName() {
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    Said twice = project.ask("lock", "--cut", "a");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).startsWith("there is a cut 'a' already (run ");
    for (String name : List.of("../a", "A", "", ".a", "a/b")) {
      assertThat(project.ask("lock", "--cut", name).code()).as(name).isEqualTo(2);
    }
    assertThat(project.ask("extract", "--cut", "b").err()).isEqualTo("there is no cut 'b'\n");
  }

  @Test
  void whatWasTamperedWithIsRefusedAndNamed() throws IOException {
    assertThat(project.ask("lock", "--list").err()).isEqualTo("there is no cut yet\n");
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    JsonNode whole = JsonMapper.shared().readTree(project.ask("lock", "--list", "--json").out());
    assertThat(whole.get(0).get("cut").asString()).isEqualTo("a");
    assertThat(whole.get(0).get("submissions").asInt()).isEqualTo(2);
    assertThat(whole.get(0).get("problem_en").isNull()).isTrue();

    Path kept = folder.resolve("data/cuts/a/files/mappings/north.yaml");
    String mapping = Files.readString(kept);
    Files.writeString(kept, mapping + "\n");
    Said changed = project.ask("extract", "--cut", "a");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).isEqualTo("mappings/north.yaml\n");
    assertThat(changed.err()).contains("kept files of the cut 'a' were changed\n");
    assertThat(project.ask("lock", "--list").code()).isEqualTo(1);
    Files.writeString(kept, mapping);

    Path list = folder.resolve("data/cuts/a/cut.json");
    String json = Files.readString(list);
    Files.writeString(list, json.replace("\"patients\" : 4", "\"patients\" : 5"));
    Said relisted = project.ask("extract", "--cut", "a");
    assertThat(relisted.code()).isEqualTo(1);
    assertThat(relisted.err()).contains("the cut 'a' was changed since it was locked\n");
    Files.writeString(list, json);
    assertThat(folder.resolve("out/nightly/cuts")).doesNotExist();
    assertThat(project.ask("extract", "--cut", "a").code()).isZero();
  }

  @Test
  void aRegistryWhosePatientsWereChangedUnderTheCutIsRefused() throws SQLException {
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    sql("UPDATE patient_block SET records = records || X'00' WHERE submission_id = 1");
    Said changed = project.ask("extract", "--cut", "a");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).isEqualTo("north north_1.csv\n");
    assertThat(changed.err())
        .contains("the registry no longer holds these submissions as locked\n");
  }

  @Test
  void whatACutStandsOnCannotBeDeleted() {
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql("DELETE FROM submission")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("data_cut_pin");
  }

  @Test
  void anotherProgramIsSaidSoAndHasToWriteTheSameBytes() throws IOException, CutRefused {
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    Night now =
        Configuration.night(folder.resolve("jobs/nightly.yaml"), new Problems()).orElseThrow();
    Night later =
        new Night(
            now.job(),
            now.mappings(),
            now.cohorts(),
            now.localRules(),
            now.key(),
            now.configHash(),
            "9.0.0",
            "0123456789abcdef",
            1);
    List<String> notes = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void phase(Text name, long size) {}

          @Override
          public void advance(long more) {}

          @Override
          public void note(Text sentence) {
            notes.add(sentence.en());
          }
        };
    Path made = folder.resolve("made");
    try (HikariDataSource source = Registry.open(folder.resolve("data"))) {
      new CutExtract(later, source, progress)
          .make(
              "a",
              made,
              file -> Configuration.frozen(file, later.key(), new Problems()).orElseThrow());
    }
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .startsWith("the cut was locked by program " + now.version() + "+")
        .endsWith(
            "this is 9.0.0+01234567; what is made is given out only if every byte is the same");
    assertSame(made, published());
  }

  @Test
  void anotherKeyAndAChangedRunAreRefused() throws IOException {
    assertThat(project.ask("lock", "--cut", "a").code()).isZero();
    Path csv = project.latest().resolve("cohorts/operated/cohort.csv");
    Files.writeString(csv, Files.readString(csv) + "x");
    Said run = project.ask("lock", "--cut", "b");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("cohorts/operated/cohort.csv\n");
    project.write("own.key", "another key for tests, 0123456789\n");
    Said key = project.ask("extract", "--cut", "a");
    assertThat(key.code()).isEqualTo(2);
    assertThat(key.err())
        .contains("the cut 'a' was made with another key; its pseudonyms would differ\n");
  }

  private void sql(String statement) throws SQLException {
    Database database = Database.embedded(folder.resolve("data"));
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }

  private Map<String, byte[]> published() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, Path> file : SampleProject.files(project.latest()).entrySet()) {
      if (file.getKey().startsWith("registry/") || file.getKey().startsWith("cohorts/")) {
        files.put(file.getKey(), Files.readAllBytes(file.getValue()));
      }
    }
    return files;
  }

  private static void assertSame(Path made, Map<String, byte[]> published) throws IOException {
    Map<String, Path> files = SampleProject.files(made);
    files.remove("manifest.json");
    assertThat(files.keySet()).isEqualTo(published.keySet());
    for (Map.Entry<String, Path> file : files.entrySet()) {
      assertThat(Files.readAllBytes(file.getValue()))
          .as(file.getKey())
          .isEqualTo(published.get(file.getKey()));
    }
  }
}
