package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;

class HeaderRenameTest {

  private static final String YAML =
      """
      sheets:
        - sheet: 基本信息
          patient: 住院号
          columns:
            "ER (%)": er_pct        # as the laboratory writes it
            确诊日期: {field: date_dx}
        - sheet: "随访*"
          patient: 住院号
          columns:
            状态: {field: vital_status, take: last by 随访日期}
            随访日期:
              - {field: date_last_contact, take: max}
              - {field: date_last_disease_assessment, take: last by 随访日期}
      """;

  private static String renamed(String sheet, String old, String young) {
    Problems problems = new Problems();
    Optional<String> text =
        new HeaderRename(Optional.ofNullable(sheet), old, young).in("a.yaml", YAML, problems);
    assertThat(problems.sorted()).isEmpty();
    return text.orElseThrow();
  }

  private static List<String> problems(String sheet, String old, String young) {
    Problems problems = new Problems();
    assertThat(
            new HeaderRename(Optional.ofNullable(sheet), old, young).in("a.yaml", YAML, problems))
        .isEmpty();
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }

  @Test
  void aHeaderIsFoundAsASheetWouldFindIt() {
    assertThat(renamed(null, "ER（%）", "ER百分比")).isEqualTo(YAML.replace("\"ER (%)\"", "\"ER百分比\""));
  }

  @Test
  void theColumnThatOrdersRowsIsRenamedEverywhere() {
    assertThat(renamed("随访2", "随访日期", "最近随访"))
        .isEqualTo(YAML.replace("随访日期", "最近随访").replace("last by 最近随访", "\"last by 最近随访\""));
  }

  @Test
  void thePatientsColumnIsRenamedOnTheSheetThatIsMeant() {
    assertThat(renamed("基本信息", "住院号", "病案号"))
        .isEqualTo(YAML.replaceFirst("patient: 住院号", "patient: 病案号"));
    assertThat(renamed(null, "住院号", "病案号")).isEqualTo(YAML.replace("住院号", "病案号"));
  }

  @Test
  void aHeaderThatIsNotThereIsAProblemWithASuggestion() {
    assertThat(problems(null, "确诊日", "诊断"))
        .containsExactly("a.yaml:1:1 the mapping has no column '确诊日'; did you mean '确诊日期'?");
    assertThat(problems("基本信息", "状态", "生存"))
        .containsExactly("a.yaml:1:1 the mapping has no column '状态'");
  }

  @Test
  void aHeaderThatIsTakenIsAProblem() {
    assertThat(problems(null, "ER(%)", "确诊日期"))
        .containsExactly("a.yaml:6:7 column '确诊日期' is in the mapping already");
  }
}
