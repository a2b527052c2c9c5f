package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.mapping.Mappings;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples beside a mapping's columns: each is tried, and what came instead is said. */
class MappingExamplesTest {

  private static final String HEAD =
      """
      schema: 1
      centre: north
      title: {zh: 北院, en: North}
      workbooks: "north_*.xlsx"
      sheets:
        - patient: 住院号
          columns:
      """;

  @TempDir Path folder;

  @Test
  void examplesThatHoldAreSilent() throws IOException {
    assertThat(
            problems(
                """
                      切缘:
                        field: margin_status
                        codes: {7: close}
                        examples:
                          阴性: negative
                          "7": close
                          不详: unknown
                          "": blank
                          断端不清楚呀: unreadable
                      分期:
                        field: tnm
                        examples:
                          cT2N1M1: {t_cat: T2, n_cat: N1, m_cat: M1, stage_context: clinical}
                          不详: unknown
                      大小:
                        field: tumor_size_mm
                        unit: cm
                        examples: {"3.5": 35}
                      转移部位:
                        field: met_sites
                        examples: {"骨、肝": bone;liver, 骨转移等: "bone, …"}
                      ER:
                        field: er_pct
                        examples: {30%: {er_pct: 30, er_status: pos}}
                """))
        .isEmpty();
  }

  @Test
  void anExampleThatIsReadDifferentlyIsPlacedAndSaysWhatCame() throws IOException {
    assertThat(
            problems(
                """
                      切缘:
                        field: margin_status
                        examples:
                          阴性: positive_micro
                          未做: unknown
                          净得很: negative
                      分期:
                        field: tnm
                        examples:
                          cT2N1M1: {t_cat: T2, n_cat: N0}
                """))
        .containsExactly(
            "north.yaml:11:19 '阴性' should give margin_status 'positive_micro', but is read as"
                + " 'negative'",
            "north.yaml:12:19 '未做' should give margin_status 'unknown', but is read as 'not_done'",
            "north.yaml:13:20 '净得很' should give margin_status 'negative', but is read as"
                + " 'unreadable'",
            "north.yaml:17:43 'cT2N1M1' should give n_cat 'N0', but is read as 'N1'");
  }

  @Test
  void whatIsNoFieldAndNoValueIsSaidWithTheNearest() throws IOException {
    assertThat(
            problems(
                """
                      切缘: {field: margin_status, examples: {阴性: negativ}}
                      分期: {field: tnm, examples: {T2: {t_kat: T2}}}
                """))
        .containsExactly(
            "north.yaml:8:53 'negativ' is not a value of margin_status; did you mean 'negative'?",
            "north.yaml:9:44 't_kat' is not a field; did you mean 't_cat'?");
  }

  @Test
  void anIdentifierHasNoExamplesAndAnExampleIsNoList() throws IOException {
    assertThat(
            problems(
                """
                      身份证号: {field: national_id, examples: {"11": unreadable}}
                      性别: {field: sex, examples: {女: [female]}}
                """))
        .containsExactly(
            "north.yaml:8:48 an identifier is kept as a hash only; it has no examples",
            "north.yaml:9:42 a text was expected here");
  }

  /** The problems of a mapping with these columns. Where its file is faulty it is not tried. */
  private List<String> problems(String columns) throws IOException {
    Path file = Files.writeString(folder.resolve("north.yaml"), HEAD + columns.indent(4));
    Problems problems = new Problems();
    Mappings.readOne(folder, file, problems)
        .ifPresent(mapping -> MappingExamples.check(mapping, problems));
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }
}
