package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.row;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Topic;
import org.junit.jupiter.api.Test;

/** What is said of each column of a sheet. The patients are invented. */
class ReadSheetTest {

  private static final String MAPPING =
      """
        - sheet: 登记
          patient: 住院号
          columns:
            ER: er_pct
            TNM: [tnm, stage_group]
            末次状态: {field: vital_status, take: last by 随访日期}
            手术日朝: date_primary_surgery
            侧别: laterality
          ignore: [姓*]
      """;

  @Test
  void eachColumnHasOneUse() {
    ReadSheet sheet = read();
    assertThat(sheet.name()).isEqualTo("登记");
    assertThat(List.of(sheet.firstHeader(), sheet.lastHeader())).containsExactly(1, 2);
    assertThat(sheet.columns())
        .extracting(c -> c.header().address() + " " + c.label() + " " + c.use())
        .containsExactly(
            "A3 住院号 PATIENT",
            "B3 姓名 IGNORED",
            "C3 受体/ER AMBIGUOUS",
            "D3 受体/TNM READ",
            "E3 随访/末次状态 READ",
            "F3 随访/随访日期 ORDERS",
            "G3 转移灶/ER AMBIGUOUS",
            "H3 手术日期 UNCLAIMED");
  }

  @Test
  void aColumnIsReadAsAllThatTheMappingSays() {
    assertThat(read().columns().get(3).meanings())
        .extracting(
            meaning -> meaning.field().map(Field::name).or(() -> meaning.topic().map(Topic::code)))
        .containsExactly(Optional.of("tnm"), Optional.of("stage_group"));
  }

  @Test
  void whatIsMissingIsNamedWithTheLabelThatIsMostLikeIt() {
    assertThat(read().missing())
        .containsExactly(
            new ReadSheet.Missing("手术日朝", Optional.of("手术日期")),
            new ReadSheet.Missing("侧别", Optional.empty()));
  }

  private static ReadSheet read() {
    SampleWorkbook workbook =
        new SampleWorkbook()
            .sheet(
                "登记",
                row("登记表"),
                row("住院号", "姓名", "受体", "", "随访", "", "转移灶", "手术日期"),
                row("", "", "ER", "TNM", "末次状态", "随访日期", "ER", ""),
                row("101", "张三", "30", "cT2N1M1", "存活", "2020-01-01", "40", "2018-01-01"));
    return workbook.open(MAPPING).sheets().get(0);
  }
}
