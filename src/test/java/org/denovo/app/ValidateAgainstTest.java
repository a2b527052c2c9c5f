package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code validate --against}: a mapping is tried before it is used. */
class ValidateAgainstTest {

  private static final String C16 = "c16_maplewood_stage4.xlsx";

  @TempDir Path folder;
  private SampleProject project;

  @BeforeEach
  void project() {
    project = SampleProject.in(folder, "c16");
  }

  @Test
  void theMappingThatClaimsTheWorkbookIsTriedAndNothingIsWritten() {
    Map<String, Path> before = SampleProject.files(folder);
    Said said = against(C16);
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith(C16 + " (xlsx) read by the mapping c16_maplewood: ")
        .contains("\nSheets\n", "\nFields\n", "\nRules\n", "nothing was written")
        .containsPattern("\t病例登记![A-Z]+[0-9]+\n")
        .doesNotContain(C16 + "!");
    assertThat(SampleProject.files(folder).keySet()).isEqualTo(before.keySet());
  }

  @Test
  void chineseIsSpokenToo() {
    assertThat(against(C16, "--lang", "zh").out()).contains("按映射c16_maplewood试读", "没有写入任何内容");
  }

  @Test
  void anotherMappingSaysWhatItMisses() {
    Said said =
        against(C16, "--mapping", folder.resolve("mappings/c05_silverford.yaml").toString());
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.err()).startsWith(C16 + " would be quarantined: ");
  }

  @Test
  void jsonHoldsTheSame() {
    Said said = against(C16, "--json");
    JsonNode trial = JsonMapper.shared().readTree(said.out());
    assertThat(trial.get("centre").asString()).isEqualTo("c16_maplewood");
    JsonNode sheet = trial.get("sheets").get(0);
    JsonNode rows = sheet.get("rows");
    assertThat(rows.get("patients").asInt()).isEqualTo(trial.get("patients").asInt());
    assertThat(trial.get("rules").get(0).get("findings").get(0).get("message_zh").asString())
        .isNotBlank();
  }

  @Test
  void aRefusedWorkbookIsRefusedInJsonToo() throws IOException {
    Path file = Files.writeString(project.workbook("c16_maplewood_new.xlsx"), "no workbook");
    Said said = Said.by("validate", "--against", file.toString(), "--job", job(), "--json");
    assertThat(said.code()).isEqualTo(5);
    assertThat(JsonMapper.shared().readTree(said.out()).get("refused").asString())
        .isEqualTo("wrong_extension");
  }

  @Test
  void aWorkbookThatNoMappingClaimsIsAQuestionOfUse() throws IOException {
    Path file = Files.writeString(folder.resolve("stranger.csv"), "a,b\n1,2\n");
    Said said = Said.by("validate", "--against", file.toString(), "--job", job());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("no mapping's 'workbooks' pattern fits 'stranger.csv'");
  }

  @Test
  void aBrokenMappingIsReportedWithItsPlaces() {
    project.edit("mappings/c16_maplewood.yaml", "margin_status", "margn_status");
    Said said = against(C16);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out())
        .contains("'margn_status' is neither a field nor a topic; did you mean 'margin_status'?");
  }

  @Test
  void anotherCentresBrokenMappingIsInNobodysWay() {
    project.edit("mappings/c05_silverford.yaml", "margin_status", "margn_status");
    assertThat(against(C16).code()).isZero();
  }

  @Test
  void aWorkbookThatTwoMappingsClaimIsAQuestionOfUse() {
    project.edit("mappings/c05_silverford.yaml", "c05_*.xlsx", "c*.xlsx");
    Said said = against(C16);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("is claimed by several mappings (c05_silverford.yaml, c16_maplewood.yaml)");
  }

  private Said against(String workbook, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "validate";
    arguments[1] = "--against";
    arguments[2] = project.workbook(workbook).toString();
    arguments[3] = "--job";
    arguments[4] = job();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Said.by(arguments);
  }

  private String job() {
    return project.job().toString();
  }
}
