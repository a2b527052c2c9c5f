package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code why} of what a record does not tell: of whom it is, and which errors block it. */
class WhyOutsideTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/denovo/golden").toAbsolutePath();

  @TempDir static Path folder;

  private static SmallProject project;

  /** One pair is certain, one was decided; since the run one error was confirmed. */
  @BeforeAll
  static void aRunAndWhatWasSaidSince() {
    project = SmallProject.ofPairs(folder);
    project.edit("inbox/south_1.csv", "2018-01-12,,M1", "2018-01-12,2018-05-02,M1");
    assertThat(project.run().code()).isZero();
    String[] pair = project.lines("quality/duplicates.csv", "open,").get(0).split(",");
    project.note("pairs", "same", pair[2], pair[4], "--by", "Li", "--why", "asked her");
    assertThat(project.run().code()).isZero();
    String error = project.lines("registry/obstacles.csv", pair[2] + ",").get(0).split(",")[1];
    project.note("finding", "confirm", error, "--by", "Zhao", "--why", "seen");
  }

  /** The whole answer as it stands on the terminal, for a registrar to read. */
  @ParameterizedTest
  @CsvSource({
    "north/N1, en, why_leads_en.txt",
    "north/N1, zh, why_leads_zh.txt",
    "south/S1, en, why_merged_en.txt",
    "north/N2, zh, why_decided_zh.txt"
  })
  void theAnswerIsAsOneReadsIt(String patient, String lang, String golden) throws IOException {
    Said said = project.ask("why", "--patient", patient, "--lang", lang);
    assertThat(said.code()).as(said.err()).isZero();
    Path file = GOLDEN.resolve(golden);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, said.out());
    }
    assertThat(said.out()).isEqualTo(Files.readString(file));
    assertThat(said.out().lines()).allMatch(line -> Lines.width(line) <= 100);
  }

  @Test
  void aValueFromAnotherRecordIsFollowedToThatRecordsColumn() {
    JsonNode value = json("north/N1", "--field", "date_primary_surgery").get("values").get(0);
    assertThat(value.get("value").asString()).isEqualTo("2018-05-02");
    assertThat(value.get("cell").asString()).isEqualTo("south_1.csv!H2");
    assertThat(value.get("other_pid").asString())
        .isEqualTo(json("south/S1").get("patient_pid").asString());
    assertThat(value.get("read_by").get(0).get("column").asString()).isEqualTo("手术日期");
    JsonNode own = json("north/N1", "--field", "date_dx").get("values").get(0);
    assertThat(own.get("cell").asString()).isEqualTo("north_1.csv!G2");
    assertThat(own.get("other_pid").isNull()).isTrue();
  }

  @Test
  void membershipIsThatOfTheFilesWhateverWasSaidSince() {
    for (String code :
        List.of("north/N1", "north/N2", "north/N3", "south/S1", "south/S2", "south/S3")) {
      JsonNode why = json(code);
      JsonNode cohort = why.get("cohorts").get(0);
      String row =
          project.lines("registry/membership/liver.csv", why.get("patient_pid").asString()).get(0);
      assertThat(row.split(",")[1]).as(code).isEqualTo(cohort.get("membership").asString());
    }
  }

  @Test
  void whatBlocksIsNamedWithWhereItStandsNow() {
    JsonNode blocked = json("north/N2").get("cohorts").get(0).get("blocked_by");
    assertThat(blocked.valueStream().map(each -> each.get("rule_id").asString()))
        .containsExactly("CMP-04", "CMP-09");
    assertThat(blocked.valueStream().map(each -> each.get("state_now").asString()))
        .containsExactly("confirmed", "open");
    JsonNode person = json("south/S2").get("person");
    assertThat(person.get("records")).hasSize(2);
    assertThat(person.get("decisions").get(0).get("why").asString()).isEqualTo("asked her");
    assertThat(json("south/S3").get("person").isNull()).isTrue();
  }

  private static JsonNode json(String patient, String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(new String[] {"why", "--json", "--patient", patient}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    Said said = project.ask(all);
    assertThat(said.code()).as(said.err()).isZero();
    return PublishedSchema.read("why", said.out());
  }
}
