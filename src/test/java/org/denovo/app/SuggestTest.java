package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new centre arrives: profile, suggest, validate, run. */
class SuggestTest {

  private static final String C19 = "c19_amberhill_stage4.xlsx";

  @TempDir Path folder;

  @Test
  void aDraftIsValidatedAndRunAsItIs() throws IOException {
    SampleProject project = SampleProject.in(folder, "c19");
    Path mapping = project.root().resolve("mappings/c19_amberhill.yaml");
    Files.delete(mapping);
    Said drafted = Said.by("suggest", project.workbook(C19).toString(), "-o", mapping.toString());
    assertThat(drafted.code()).isZero();
    assertThat(drafted.out()).isEmpty();
    assertThat(drafted.err())
        .contains("21 columns mapped, 0 mapped and to be checked, 1 ignored, 1 left open");
    assertThat(Said.by("validate", project.root().toString()).out()).isEmpty();
    assertThat(Said.night(project).code()).isZero();
    assertThat(Files.readAllLines(project.latest().resolve("registry/patients.csv"))).hasSize(13);
  }

  @Test
  void theFirstTreatmentIsThatOfTheFirstVisitWhateverProgressed() throws IOException {
    StringBuilder visits = new StringBuilder("病案号,随访时间,进展时间,一线治疗\n");
    for (int i = 1; i <= 12; i++) {
      visits.append("P%d,2019-03-%02d,2019-06-01,TX方案\nP%d,2020-03-01,,AI内分泌\n".formatted(i, i, i));
    }
    Path csv = Files.writeString(folder.resolve("visits.csv"), visits);
    assertThat(Said.by("suggest", csv.toString()).out())
        .contains("一线治疗: {field: regimen, take: first by 随访时间}")
        .contains("进展时间: {field: date_progression, take: min}");
  }

  @Test
  void aLikelyColumnIsMappedAndMarkedToBeChecked() throws IOException {
    StringBuilder rows = new StringBuilder("病案号,确诊日期,侧别,Size\n");
    for (int i = 1; i <= 12; i++) {
      rows.append(
          "P%d,2019-03-%02d,%s,%s\n"
              .formatted(i, i, i % 2 == 0 ? "左" : "右", i % 3 == 0 ? "2cm" : "3.5cm"));
    }
    Path csv = Files.writeString(folder.resolve("likely.csv"), rows);
    Said said = Said.by("suggest", csv.toString());
    assertThat(said.out())
        .containsPattern("Size: tumor_size_mm +# check: [^ ]+ 0\\.[78]")
        .contains("2 columns mapped, 1 mapped and to be checked, 0 ignored, 0 left open");
    assertThat(said.err()).contains("to be checked: Size: tumor_size_mm");
    JsonNode json =
        JsonMapper.shared().readTree(Said.by("suggest", csv.toString(), "--json").out());
    assertThat(json.get("mapped").asInt()).isEqualTo(2);
    assertThat(json.get("to_check").toString()).isEqualTo("[\"Size: tumor_size_mm\"]");
  }

  @Test
  void aDraftIsNotWrittenOverAMapping() throws IOException {
    Path mapping = Files.writeString(folder.resolve("c19.yaml"), "kept");
    Said said =
        Said.by(
            "suggest", SampleProject.in(folder).workbook(C19).toString(), "-o", mapping.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("is there already");
    assertThat(mapping).hasContent("kept");
  }

  @Test
  void aCentreThatIsNotTheFilesNameIsRefused() {
    String workbook = SampleProject.in(folder).workbook(C19).toString();
    assertThat(
            Said.by("suggest", workbook, "-o", folder.resolve("a.yaml").toString(), "--centre", "b")
                .code())
        .isEqualTo(2);
    assertThat(Said.by("suggest", workbook, "--centre", "Not A Code").code()).isEqualTo(2);
    assertThat(Said.by("suggest", "nosuch.xlsx").code()).isEqualTo(2);
  }

  @Test
  void aWorkbookThatCannotBeReadIsRefusedInOneSentence() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");
    for (String command : new String[] {"suggest", "profile"}) {
      Said said = Said.by(command, broken.toString());
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err()).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void aProfileShowsColumnsInBothLanguagesAndNoPerson() {
    String workbook = SampleProject.in(folder).workbook("c09_goldfield_stage4.xls").toString();
    Said english = Said.by("profile", workbook, "--lang", "en");
    assertThat(english.code()).isZero();
    assertThat(english.out())
        .contains("Sheet 病例登记: header in row 1, ")
        .contains("patient_number (patient number)")
        .contains("er (ER result) 0.99")
        .doesNotContainPattern("[1-9][0-9]{16}[0-9X]");
    Said chinese = Said.by("profile", workbook, "--lang", "zh");
    assertThat(chinese.out()).contains("工作表 病例登记：表头在第1行").contains("不同值");
    JsonNode json = JsonMapper.shared().readTree(Said.by("profile", workbook, "--json").out());
    JsonNode columns = json.get("sheets").get(0).get("columns");
    for (JsonNode column : columns.values()) {
      if (column.get("identifying").asBoolean()) {
        assertThat(column.get("values").isEmpty()).as(column.get("header").asString()).isTrue();
      }
    }
    assertThat(columns.valueStream().filter(c -> c.get("identifying").asBoolean()).count())
        .isEqualTo(4);
  }
}
