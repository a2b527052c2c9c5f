package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.record.Fields;
import org.denovo.record.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@link Invented}, byte by byte; {@code -Dgolden=update} rewrites the examples. */
class CohortFilesTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/org/denovo/extract/cohort");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cohort.csv",
        "adtte.csv",
        "landmark_6m.csv",
        "counting_process.csv",
        "clones_8m.csv",
        "criteria.csv",
        "flow.csv",
        "flow.svg",
        "table1.csv",
        "estimates.csv",
        "km_os.csv",
        "km_os.svg",
        "km_bcss.csv",
        "cif_bcss.csv",
        "missingness.csv",
        "privacy.csv",
        "ps_input.csv",
        "balance.csv",
        "overlap.csv",
        "love.svg",
        "codebook.csv",
        "load.R",
        "load.py",
        "load.do",
        "load.sas",
        "load.sps",
        "datapackage.json",
        "README.md"
      })
  void everyFileIsTheExample(String file) throws IOException {
    write(directory, Disclosure.OFF, Profile.STANDARD, Invented.VARIABLES);
    byte[] written = Files.readAllBytes(directory.resolve(file));
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(EXAMPLES);
      Files.write(EXAMPLES.resolve(file), written);
    }
    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(EXAMPLES.resolve(file)));
  }

  @Test
  void theSameMembersGiveTheSameBytes() throws IOException {
    write(directory.resolve("a"), Disclosure.OFF, Profile.STANDARD, Invented.VARIABLES);
    write(directory.resolve("b"), Disclosure.OFF, Profile.STANDARD, Invented.VARIABLES);
    try (var files = Files.list(directory.resolve("a"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(24 + Format.values().length);
      for (Path file : all) {
        assertThat(Files.mismatch(file, directory.resolve("b").resolve(file.getFileName())))
            .isEqualTo(-1);
      }
    }
  }

  @Test
  void calendarDatesAndTheBirthDateLeaveOnlyWhereAsked() throws IOException {
    write(directory, Disclosure.OFF, Profile.LIMITED, Invented.VARIABLES);
    assertThat(Files.readString(directory.resolve("cohort.csv")))
        .contains("birth_date,birth_date_precision,birth_date_miss", "1977-02-01,day");
    write(directory.resolve("days"), Disclosure.OFF, Profile.STANDARD, Invented.VARIABLES);
    assertThat(Files.readString(directory.resolve("days/cohort.csv")))
        .doesNotContain("birth", "2018", "1977");
  }

  @Test
  void noIdentifierIsInAnyFile() throws IOException {
    write(directory, Disclosure.OFF, Profile.LIMITED, Invented.VARIABLES);
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("a-hash-that-must-not-leave", "person_name", "no-P1", "north");
      }
    }
  }

  @Test
  void aFieldAfterTimeZeroIsNoCovariate() {
    assertThat(Block.of(Fields.AGE_AT_DX)).contains(Block.COVARIATE);
    assertThat(Block.of(Fields.DATE_MET_DX)).contains(Block.TIMING);
    assertThat(Block.of(Fields.MARGIN_STATUS)).contains(Block.SURGERY);
    assertThat(Block.of(Invented.ORGANS)).contains(Block.COVARIATE);
    assertThat(Block.of(Invented.OPERATED)).contains(Block.SURGERY);
    assertThat(Block.of(Fields.LINE1_BEST_RESPONSE)).isEqualTo(Optional.empty());
    assertThat(Block.of(Fields.VITAL_STATUS)).isEqualTo(Optional.empty());
    assertThat(Block.of(Fields.NATIONAL_ID)).isEqualTo(Optional.empty());
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                write(directory, Disclosure.OFF, Profile.STANDARD, List.of(Fields.SEX, Fields.SEX)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two columns are called sex");
  }

  @Test
  void aFlowThatDoesNotMatchTheMembersIsABug() {
    Attrition other = Invented.flow(9, 1, 1, 0, 4, 2, 1);
    assertRefused(
        Invented.members(),
        other,
        Map.of(
            "north",
            Invented.flow(5, 0, 0, 0, 3, 1, 1),
            "south",
            Invented.flow(4, 1, 1, 0, 1, 1, 0)),
        "north: 3 in surgical, 2 written");
  }

  @Test
  void centresThatDoNotAddUpAreABug() {
    assertRefused(
        Invented.members(),
        Invented.FLOW,
        Map.of("north", Invented.BY_CENTRE.get("north")),
        "the centres add up to");
  }

  @Test
  void aPatientTwiceIsABug() {
    Member first = Invented.members().get(0);
    assertRefused(
        List.of(first, first),
        Invented.FLOW,
        Invented.BY_CENTRE,
        "a patient is in the cohort twice");
  }

  @Test
  void twoEndsOfOneEndpointAreABug() {
    List<Member> members = new ArrayList<>(Invented.members());
    Member last = members.remove(5);
    Outcome end = new Outcome(Endpoint.OS, 10, 0, List.of("date_last_contact"));
    members.add(
        new Member(last.patient(), last.arm(), last.timeZero(), last.onset(), List.of(end, end)));
    assertRefused(members, Invented.FLOW, Invented.BY_CENTRE, "two ends of one endpoint");
  }

  @Test
  void anArmThatTheDefinitionDoesNotHaveIsABug() {
    Member first = Invented.members().get(0);
    assertRefused(
        List.of(
            new Member(
                first.patient(), "other", first.timeZero(), first.onset(), first.outcomes())),
        Invented.FLOW,
        Invented.BY_CENTRE,
        "surgical-vs-nonsurgical has no arm other");
  }

  @Test
  void smallCountsAreHiddenWhereValuesAreMissing() throws IOException {
    write(directory, new Disclosure(5), Profile.STANDARD, Invented.VARIABLES);
    assertThat(Files.readAllLines(directory.resolve("missingness.csv")))
        .contains("sex,性别,Sex,C7Q2M,<=5,*,*,*,*,*,*,*,*,");
  }

  @Test
  void smallCountsAreHiddenInFlowAndTable() throws IOException {
    write(directory, new Disclosure(5), Profile.STANDARD, Invented.VARIABLES);
    assertThat(Files.readAllLines(directory.resolve("flow.csv")))
        .contains("stage_iv,初诊即为Ⅳ期,Stage IV at diagnosis,10,<=5,<=5,*,stage_group,yes");
    assertThat(Files.readAllLines(directory.resolve("table1.csv"))).hasSize(1);
    assertThat(Files.readString(directory.resolve("flow.svg"))).contains("&lt;=5");
  }

  private void assertRefused(
      List<Member> members, Attrition flow, Map<String, Attrition> byCentre, String why) {
    assertThatThrownBy(
            () -> {
              try (CohortFiles files =
                  open(directory, Disclosure.OFF, Profile.STANDARD, List.of())) {
                members.forEach(files::accept);
                files.finish(flow, byCentre);
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private static void write(
      Path directory, Disclosure disclosure, Profile profile, List<Variable<?>> variables) {
    try (CohortFiles files = open(directory, disclosure, profile, variables)) {
      Invented.members().forEach(files::accept);
      files.finish(Invented.FLOW, Invented.BY_CENTRE);
    }
  }

  private static CohortFiles open(
      Path directory, Disclosure disclosure, Profile profile, List<Variable<?>> variables) {
    return new CohortFiles(
        directory,
        Invented.DEFINITION,
        variables,
        Invented.CENTRES,
        disclosure,
        profile,
        Anonymity.DEFAULT);
  }
}
