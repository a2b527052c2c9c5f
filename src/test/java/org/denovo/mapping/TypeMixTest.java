package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule FIL-09. */
class TypeMixTest {

  private static final LocalDate DAY = LocalDate.of(2018, 5, 3);

  private static final String COLUMN = "  - {patient: 住院号, columns: {值: %s}, ignore: [电话]}\n";

  private static List<String> of(String field, Object... cells) {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "值")));
    for (int i = 0; i < cells.length; i++) {
      rows.add(row("A" + i, cells[i]));
    }
    return noticed(new SampleWorkbook().sheet("表", false, rows).open(COLUMN.formatted(field)));
  }

  private static Object[] cells(int many, Object common, Object... others) {
    List<Object> cells = new ArrayList<>(Collections.nCopies(many, common));
    cells.addAll(List.of(others));
    return cells.toArray();
  }

  @Test
  void numbersKeptAsTextAmongNumbersAreNoticed() {
    assertThat(of("tumor_size_mm", cells(18, 23, "25", "２７.５")))
        .containsExactly("MIXED_TYPES 表!B20 2 2 numbers of the column '值' are stored as text");
  }

  @Test
  void oneInTwentyOneIsLessThanFivePercent() {
    assertThat(of("tumor_size_mm", cells(19, 23, "25"))).hasSize(1);
    assertThat(of("tumor_size_mm", cells(20, 23, "25"))).isEmpty();
  }

  @Test
  void wordsAmongNumbersAreAnswersAndNoMixture() {
    assertThat(of("ki67_pct", cells(10, 30, "不详", "<14%", "20-30", "未做"))).isEmpty();
  }

  @Test
  void aColumnOfTextsOnlyIsNoMixture() {
    assertThat(of("ki67_pct", cells(20, "30"))).isEmpty();
  }

  @Test
  void datesKeptAsTextOrAsNumbersAmongDatesAreNoticed() {
    assertThat(of("date_dx", cells(18, DAY, "2019-06-01", 43223)))
        .containsExactly(
            "MIXED_TYPES 表!B20 2 2 dates of the date column '值' are stored as text or as plain"
                + " numbers");
    assertThat(of("date_dx", cells(18, DAY, "2019年6月1日", "2019/6/2"))).hasSize(1);
  }

  @Test
  void aDateThatCannotBeStoredIsNoMixture() {
    assertThat(of("date_dx", cells(10, DAY, "2019-06", "2019年", "不详"))).isEmpty();
  }

  @Test
  void dateCellsAmongTextsAreWhatTheSpreadsheetMadeOfThem() {
    assertThat(of("er", cells(99, "阳性", DAY)))
        .containsExactly(
            "TURNED_INTO_DATE 表!B101 1 1 cells of column '值' were turned into dates (1-10 becomes"
                + " 10 January); they were not read, please enter them again as text");
  }

  @Test
  void identifiersAndColumnsThatAreNotReadAreNotJudged() {
    assertThat(of("national_id", cells(5, 110101, "110101")))
        .noneMatch(notice -> notice.startsWith("MIXED_TYPES"));
  }
}
