package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegendTest {

  private static final String COLUMNS =
      "  - {patient: 住院号, columns: {ER: er, 手术: {field: surgery_type%s}}}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1=阳性 2=阴性 | 1=阳性, 2=阴性",
        "1＝阳性；2＝阴性；9＝不详 | 1=阳性, 2=阴性, 9=不详",
        "0阴1阳 | 0=阴, 1=阳",
        "0:阴性,1:阳性 | 0=阴性, 1=阳性",
        "1.是 2.否 | 1=是, 2=否",
        "1、乳房切除术；2、保乳术；3、活检 | 1=乳房切除术, 2=保乳术, 3=活检",
        "0 = no; 1 = yes; 9 = not known | 0=no, 1=yes, 9=not known",
        "性别（1-男，2-女） | 1=男, 2=女",
        "代码：1）骨 2）肝 | 1=骨, 2=肝",
        "ER(0=阴性 1=阳性(≥1%)) | 0=阴性, 1=阳性(≥1%)",
      })
  void codesAreReadFromALegend(String text, String expected) {
    Optional<String> read =
        Legend.codes(text).map(codes -> codes.toString().replace("{", "").replace("}", ""));
    assertThat(read).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "阳性",
        "1=阳性",
        "2.5 cm",
        "2018-05-03",
        "2018.5.3",
        "ER(%)",
        "T1-2",
        "1-3级",
        "30%~50%",
        "13:25",
        "2/12",
        "肿瘤大小2.3x1.5cm",
        "1=阳性 1=阴性",
        ""
      })
  void whatExplainsNoCodesIsNoLegend(String text) {
    assertThat(Legend.codes(text)).isEmpty();
  }

  @Test
  void aLegendIsKeptAndTheMissingTableIsNoticed() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "表",
                row("住院号", "ER", "手术(1=乳房切除 2=保乳)"),
                row("编号", "0阴1阳", ""),
                row("A1", "1", "2"))
            .open(COLUMNS.replace("手术", "手术(1=乳房切除 2=保乳)").formatted(""));

    assertThat(north.legends())
        .extracting(
            legend -> legend.place().address() + " " + legend.column() + ": " + legend.text())
        .containsExactly("C1 手术(1=乳房切除 2=保乳): 1=乳房切除, 2=保乳", "B2 ER: 0=阴, 1=阳");
    assertThat(noticed(north))
        .containsExactly(
            "LEGEND_NOT_USED 表!C1 1 the sheet says of column '手术(1=乳房切除 2=保乳)' 1=乳房切除, 2=保乳,"
                + " and the mapping has no codes for it, or not all: add them",
            "LEGEND_NOT_USED 表!B2 1 the sheet says of column 'ER' 0=阴, 1=阳, and the mapping has no"
                + " codes for it, or not all: add them");
  }

  @Test
  void aLegendThatTheMappingKnowsIsNoNotice() {
    SampleWorkbook workbook =
        new SampleWorkbook()
            .sheet("表", row("住院号", "ER", "手术"), row("", "", "1=乳房切除 2=保乳"), row("A1", "+", "2"));
    String codes = ", codes: {1: mastectomy_nos%s}";

    assertThat(workbook.open(COLUMNS.formatted(codes.formatted(", 2: bcs"))).notices()).isEmpty();
    assertThat(noticed(workbook.open(COLUMNS.formatted(codes.formatted("")))))
        .singleElement()
        .asString()
        .startsWith("LEGEND_NOT_USED 表!C2 1 ");
  }
}
