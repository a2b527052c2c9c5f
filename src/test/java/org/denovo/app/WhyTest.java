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
import tools.jackson.databind.node.ObjectNode;

/** {@code why}: a membership and a value are explained down to the cell. */
class WhyTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/denovo/golden").toAbsolutePath();

  @TempDir static Path folder;

  private static SmallProject project;

  @BeforeAll
  static void twoCentresArePublished() {
    project =
        new SmallProject(folder)
            .send("north_1.csv", SmallProject.north())
            .send("south_1.csv", SmallProject.south());
    Said night = project.run();
    assertThat(night.code()).as(night.out()).isZero();
  }

  /** The whole answer as it stands on the terminal, for a clinician to read. */
  @ParameterizedTest
  @CsvSource({
    "north/N1, en, why_member_en.txt",
    "north/N1, zh, why_member_zh.txt",
    "north/N3, en, why_left_en.txt",
    "north/N4, zh, why_dead_zh.txt"
  })
  void theAnswerIsAsOneReadsIt(String patient, String lang, String golden) throws IOException {
    Said said = project.ask("why", "--patient", patient, "--lang", lang);
    assertThat(said.code()).isZero();
    Path file = GOLDEN.resolve(golden);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, said.out());
    }
    assertThat(said.out()).isEqualTo(Files.readString(file));
    assertThat(said.out().lines()).allMatch(line -> Lines.width(line) <= 100);
    assertThat(said.out()).doesNotContain(patient.substring(6) + " ", "甲", "丙", "丁");
  }

  @Test
  void everyCohortJudgesAPatientAsItsFilesDo() throws IOException {
    for (String code : List.of("north/N1", "north/N2", "north/N3", "north/N4", "south/S1")) {
      JsonNode why = json("--patient", code);
      String pid = why.get("patient_pid").asString();
      JsonNode cohort = why.get("cohorts").get(0);
      List<String> rows =
          Files.readAllLines(project.latest().resolve("cohorts/operated/cohort.csv")).stream()
              .filter(line -> line.startsWith(pid))
              .toList();
      if (cohort.get("membership").asString().equals("in")) {
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).split(",")[8]).isEqualTo(cohort.get("arm").asString());
      } else {
        assertThat(rows).isEmpty();
      }
    }
  }

  @Test
  void aCriterionIsShownPartByPartAlsoBehindTheStepAtWhichThePatientLeft() {
    JsonNode cohort = json("--patient", "north/N3").get("cohorts").get(0);
    assertThat(cohort.get("membership").asString()).isEqualTo("left");
    JsonNode step = cohort.get("steps").get(1);
    assertThat(step.get("verdict").asString()).isEqualTo("not_known");
    assertThat(step.get("lacking").get(0).asString()).isEqualTo("stage_group");
    JsonNode reason = step.get("reason");
    assertThat(verdicts(reason)).containsExactly("not_known", "met");
    assertThat(verdicts(reason.get("parts").get(1))).containsExactly("met", "not_met");
    assertThat(cohort.get("steps").get(3).get("verdict").asString()).isEqualTo("met");
    assertThat(cohort.get("arms").get(1).get("verdict").asString()).isEqualTo("met");
  }

  @Test
  void aValueIsFollowedToItsColumnItsWordAndItsCodeTable() {
    JsonNode status = json("--patient", "north/N1", "--field", "vital_status").get("values").get(0);
    assertThat(status.get("cell").asString()).isEqualTo("north_1.csv!H2");
    assertThat(status.get("raw").asString()).isEqualTo("1");
    assertThat(status.get("read_by").get(0).toString())
        .isEqualTo(
            "{\"sheet\":\"\",\"column\":\"生存状态\",\"meaning\":\"vital_status\",\"how\":\"code_table\","
                + "\"word\":\"1\",\"stands_for\":\"alive\"}");
    JsonNode done = json("--patient", "north/N1", "--field", "primary_surgery_done").get("values");
    assertThat(done.get(0).get("rule").asString()).isEqualTo("operation");
    assertThat(done.get(0).get("decisive").get(0).asString()).isEqualTo("surgery_type");
    assertThat(done.get(1).get("variable").asString()).isEqualTo("surgery_type");
    assertThat(done.get(1).get("read_by").get(0).get("how").asString()).isEqualTo("word");
    JsonNode bone = json("--patient", "north/N2", "--field", "met_bone").get("values").get(0);
    assertThat(bone.get("value").asString()).isEqualTo("no");
    assertThat(bone.get("remarks").get(0).asString()).isEqualTo("implied");
    assertThat(bone.get("cell").asString()).isEqualTo("north_1.csv!E3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "north/N11|centre north has no patient with the number 'N11'; did you mean 'north/N1'?",
        "nroth/N1|there is no centre 'nroth' in the registry; did you mean 'north'?",
        "N1|'N1' is no patient: write CENTRE/NUMBER, or at least 4 characters of a pseudonym",
        "zzzzzzzz|there is no patient with the pseudonym 'zzzzzzzz'"
      })
  void aWrongCodeGetsAHint(String code, String says) {
    Said said = project.ask("why", "--patient", code);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isEqualTo(says + "\n");
  }

  @Test
  void thePatientIsFoundByTheBeginningOfHerPseudonym() {
    String pid = project.pid("north_1.csv", 2);
    assertThat(json("--patient", pid.substring(0, 6)).get("patient_pid").asString()).isEqualTo(pid);
  }

  @Test
  void aWrongCohortOrFieldIsAskedForInVain() {
    Said cohort = project.ask("why", "--patient", "north/N1", "--cohort", "operatd");
    assertThat(cohort.code()).isEqualTo(2);
    assertThat(cohort.err())
        .isEqualTo("the job makes no cohort 'operatd'; did you mean 'operated'?\n");
    Said field = project.ask("why", "--patient", "north/N1", "--field", "date_dxx");
    assertThat(field.code()).isEqualTo(2);
    assertThat(field.err()).isEqualTo("'date_dxx' is not a field; did you mean 'date_dx'?\n");
  }

  @Test
  void aMappingThatChangedSinceIsSaidSo(@TempDir Path own) {
    SmallProject changed = new SmallProject(own).send("north_1.csv", SmallProject.north());
    assertThat(changed.ask("why", "--patient", "north/N1").err())
        .isEqualTo("job 'nightly' has not published yet\n");
    assertThat(changed.run().code()).isZero();
    changed.edit("mappings/north.yaml", "\"1\": alive, \"2\": dead", "\"1\": dead, \"2\": alive");
    Said said = changed.ask("why", "--patient", "north/N1", "--field", "vital_status");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("this workbook was read with another edition of mapping, words, rules or program")
        .contains("vital_status = alive")
        .contains("the mapping as it stands does not read the cell so");
  }

  private static List<String> verdicts(JsonNode reason) {
    List<String> verdicts = new ArrayList<>();
    reason.get("parts").forEach(part -> verdicts.add(part.get("verdict").asString()));
    return verdicts;
  }

  @Test
  void anAnswerWithAnotherKeyOrWithoutOneIsNotTheOneThatIsPublished() {
    ObjectNode why = (ObjectNode) json("--patient", "north/N3");
    why.put("name", "x");
    assertThat(PublishedSchema.errors("why", why)).isEqualTo(1);
    why.remove(List.of("name", "cohorts"));
    assertThat(PublishedSchema.errors("why", why)).isEqualTo(1);
  }

  private static JsonNode json(String... options) {
    List<String> arguments = new ArrayList<>(List.of("why", "--json"));
    arguments.addAll(List.of(options));
    Said said = project.ask(arguments.toArray(String[]::new));
    assertThat(said.code()).isZero();
    return PublishedSchema.read("why", said.out());
  }
}
