package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.store.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code preview}: what changed files would change is known before they are used. */
class PreviewTest {

  private static final String C05 = "mappings/c05_silverford.yaml";
  private static final String C05_BOOK = "c05_silverford_stage4.xlsx";
  private static final String RULES = "jobs/rules/registry.yaml";

  @TempDir static Path published;
  @TempDir Path folder;
  private SampleProject project;

  @BeforeAll
  static void twoCentresArePublished() {
    assertThat(Said.night(SampleProject.in(published, "c05", "c16")).code()).isZero();
  }

  @BeforeEach
  void project() throws IOException {
    for (Map.Entry<String, Path> file : SampleProject.files(published).entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
    }
    project = new SampleProject(folder);
  }

  @Test
  void filesThatStandAsTheyStoodChangeNothing() throws IOException {
    Map<String, byte[]> before = bytes();
    for (String[] options : List.of(new String[0], new String[] {"--rules"})) {
      Said said = preview(options);
      assertThat(said.code()).isZero();
      assertThat(said.out())
          .startsWith("compared with " + project.latest().getFileName() + ", the run")
          .endsWith("\n\n2 centres without any change\n");
      assertThat(said.out().lines()).hasSize(3);
    }
    Map<String, byte[]> after = bytes();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, now) -> assertThat(now).as(name).isEqualTo(before.get(name)));
  }

  @Test
  void aChangedMappingSaysWhichValuesBecomeWhich() {
    project.edit(C05, "{field: tumor_size_mm, unit: mm}", "{field: tumor_size_mm, unit: cm}");
    project.edit(C05, "      组织学分级: grade_nottingham\n", "");
    project.edit(C05, "death_cause:\n", "death_cause:\n    unknown: [\"心梗\"]\n");
    project.edit(C05, "non_cancer: [\"心梗\", ", "non_cancer: [");
    JsonNode centre = json().get("centres").get(0);
    assertThat(centre.get("state").asString()).isEqualTo("read");
    assertThat(fields(centre))
        .containsExactly(
            "grade_nottingham: 0 changed, 0 new, 16 lost, 0 other",
            "tumor_size_mm: 15 changed, 0 new, 1 lost, 0 other",
            "death_cause: 0 changed, 0 new, 1 lost, 0 other");
    JsonNode first = centre.get("fields").get(1).get("transitions").get(0);
    assertThat(first.get("before").asString()).isEqualTo("18");
    assertThat(first.get("now").asString()).isEqualTo("180");
    assertThat(first.get("n").asInt()).isEqualTo(2);
    assertThat(first.get("cells").get(0).asString()).isEqualTo(C05_BOOK + "!病例登记!R2");
    assertThat(rules(centre))
        .contains(entry("FIL-05", "1 appear, 0 vanish"), entry("CON-09", "1 appear, 0 vanish"));
    assertThat(json().get("centres").get(1).get("fields")).isEmpty();
  }

  @Test
  void whatAPreviewSaysIsWhatANightThenDoes() throws IOException {
    project.edit(C05, "{field: tumor_size_mm, unit: mm}", "{field: tumor_size_mm, unit: cm}");
    long[] said = {0, 0};
    for (JsonNode total : json().get("findings")) {
      said[0] += total.get("appear").asLong();
      said[1] += total.get("vanish").asLong();
    }
    var night = project.run(Database.embedded(folder.resolve("data")), 1);
    assertThat(night.changes().appeared()).isEqualTo(said[0]).isPositive();
    assertThat(night.changes().resolved()).isEqualTo(said[1]);
    assertThat(night.warnings())
        .extracting(warning -> warning.en().replaceAll("\\([0-9a-f]{8}\\)", "(…)"))
        .containsExactly(
            "not comparable with the previous run: mapping mappings/c05_silverford.yaml 1.0.0 (…)"
                + " → 1.0.0 (…)",
            "mapping mappings/c05_silverford.yaml (1.0.0) changed under an unchanged version:"
                + " raise it");
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
        .contains("not comparable with the previous run", "与上次运行不可比");
    assertThat(preview().out().lines()).hasSize(3);
  }

  @Test
  void aNightThatCannotBeComparedSaysSoOnTheTerminalAndInItsSummary() throws IOException {
    project.edit(C05, "version: 1.0.0", "version: 1.0.1");
    String expected =
        "not comparable with the previous run: mapping mappings/c05_silverford.yaml 1.0.0 → 1.0.1";
    assertThat(Said.night(project).out()).contains("\n            " + expected + "\n");
    assertThat(Files.readString(project.out().resolve("summary.json"))).contains(expected);
  }

  @Test
  void aChangedRuleBookIsSeenWithoutReadingAnyWorkbook() throws IOException {
    project.edit(RULES, "ecog_ps >= 3", "ecog_ps >= 1");
    project.edit(RULES, "{ecog_ps: 1, surgery_type", "{ecog_ps: 0, surgery_type");
    project.edit(RULES, "{ecog_ps: 2} ", "{ecog_ps: 0} ");
    // The second rule is taken out.
    String rules = Files.readString(folder.resolve(RULES));
    Files.writeString(folder.resolve(RULES), rules.substring(0, rules.indexOf("  - id: LOC-02")));
    for (Path book : List.of(project.workbook(C05_BOOK), project.workbook(c16()))) {
      Files.delete(book);
    }
    JsonNode preview = json("--rules");
    assertThat(preview.get("findings"))
        .extracting(
            t -> t.get("rule_id").asString() + " " + t.get("appear") + " " + t.get("vanish"))
        .containsExactly("LOC-01 4 0", "LOC-02 0 1");
    assertThat(preview.get("centres"))
        .extracting(centre -> centre.get("state").asString())
        .containsExactly("judged", "judged");
  }

  @Test
  void aCohortThatWouldHaveOtherArmsIsCountedBeforeAndAfterAndSaysWhoMoves() throws IOException {
    project.edit(C05, "      手术方式: surgery_type\n", "");
    JsonNode cohorts = json().get("cohorts");
    assertThat(cohorts).hasSize(1);
    assertThat(cohorts.get(0).get("before").toString())
        .isEqualTo("{\"surgical\":9,\"non_surgical\":12,\"undecided\":0,\"blocked\":3}");
    assertThat(cohorts.get(0).get("now").toString())
        .isEqualTo("{\"surgical\":3,\"non_surgical\":11,\"undecided\":8,\"blocked\":2}");
    assertThat(preview().out())
        .contains("\nCohorts\nsurgical-vs-nonsurgical\t\tSurgery of the primary 9 → ");
    assertThat(cohorts.get(0).get("counts").toString()).isEqualTo("{\"left\":7,\"flow\":1}");
    Map<String, String> published = memberships(project.latest());
    assertThat(cohorts.get(0).get("patients"))
        .hasSize(8)
        .allSatisfy(
            patient -> {
              assertThat(patient.get("before").asString())
                  .isEqualTo(published.get(patient.get("patient_pid").asString()));
              assertThat(patient.get("now").asString()).isEqualTo("undecided surgery_type");
            });
    var cohort = project.run(Database.embedded(folder.resolve("data")), 1).cohorts().get(0);
    assertThat(cohort.arms()).isEqualTo(Map.of("surgical", 3L, "non_surgical", 11L));
    assertThat(cohort.undecided()).isEqualTo(8);
  }

  /** Where the cohort of a run puts each patient. */
  private static Map<String, String> memberships(Path run) throws IOException {
    Map<String, String> where = new TreeMap<>();
    Path file = run.resolve("registry/membership/surgical-vs-nonsurgical.csv");
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", 2);
      where.put(cells[0], cells[1].replaceAll(",+", " ").strip());
    }
    return where;
  }

  @Test
  void aWorkbookThatIsGoneIsSaidToBeMissing() {
    project.remove(C05_BOOK);
    Said said = preview();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "c05_silverford  c05_silverford_stage4.xlsx: the workbook is no longer in the inbox;"
                + " only the 16 stored patients were judged");
  }

  @Test
  void aWorkbookThatWasRenamedIsFoundByItsBytes() throws IOException {
    Files.move(project.workbook(C05_BOOK), project.workbook("c05_old.xlsx"));
    assertThat(json().get("centres").get(0).get("state").asString()).isEqualTo("read");
  }

  @Test
  void aMappingThatWouldRefuseOrNotClaimTheWorkbookIsSaidToDoSo() {
    project.edit(C05, "patient: 住院号", "patient: 登记号");
    project.edit("mappings/c16_maplewood.yaml", "c16_*", "d16_*");
    Said said = preview();
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.out())
        .contains("it would be quarantined, what was published stays: sheet '病例登记' has no column")
        .contains("the centre's mapping no longer claims it; what was published stays");
  }

  @Test
  void oneCentreIsReadAloneAndAnUnknownOneIsAQuestionOfUse() {
    project.edit(C05, "{field: tumor_size_mm, unit: mm}", "{field: tumor_size_mm, unit: cm}");
    assertThat(json("--centre", "c16_maplewood").get("centres"))
        .extracting(centre -> centre.get("centre").asString())
        .containsExactly("c16_maplewood");
    Said said = preview("--centre", "c05_silverfrod");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("did you mean 'c05_silverford'?");
  }

  @Test
  void withoutAPublishedRunThereIsNothingToCompareWith() {
    SampleProject other = SampleProject.in(folder.resolve("other"), "c05");
    Said said = Said.by("preview", other.job().toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("job 'nightly' has not published yet");
    assertThat(folder.resolve("other/data")).doesNotExist();
  }

  private static String c16() {
    return "c16_maplewood_stage4.xlsx";
  }

  private Said preview(String... options) {
    List<String> arguments = new ArrayList<>(List.of("preview", project.job().toString()));
    arguments.addAll(List.of(options));
    return Said.by(arguments.toArray(String[]::new));
  }

  private JsonNode json(String... options) {
    List<String> more = new ArrayList<>(List.of(options));
    more.add("--json");
    return JsonMapper.shared().readTree(preview(more.toArray(String[]::new)).out());
  }

  private static List<String> fields(JsonNode centre) {
    List<String> fields = new ArrayList<>();
    for (JsonNode field : centre.get("fields")) {
      fields.add(
          field.get("field").asString()
              + ": "
              + field.get("changed")
              + " changed, "
              + field.get("newly_read")
              + " new, "
              + field.get("no_longer_read")
              + " lost, "
              + field.get("other_reason")
              + " other");
    }
    return fields;
  }

  private static Map<String, String> rules(JsonNode centre) {
    Map<String, String> rules = new java.util.TreeMap<>();
    for (JsonNode rule : centre.get("rules")) {
      rules.put(
          rule.get("rule_id").asString(),
          rule.get("appear") + " appear, " + rule.get("vanish") + " vanish");
    }
    return rules;
  }

  private Map<String, byte[]> bytes() throws IOException {
    return SampleProject.files(folder).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, file -> read(file.getValue())));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
