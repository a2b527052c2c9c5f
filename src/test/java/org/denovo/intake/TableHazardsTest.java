package org.denovo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.denovo.mapping.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong with tables on sheets, each from a workbook as a centre would send it to the
 * answers and findings. The numbers are those of the registry's list of spreadsheet hazards.
 */
class TableHazardsTest {

  private static final LocalDate DAY = LocalDate.of(2018, 5, 3);

  @TempDir Path folder;

  private Book book() {
    return new Book(folder).sheet("登记");
  }

  private static String columns(String columns) {
    return "  - {sheet: 登记, patient: 住院号, columns: {" + columns + "}}\n";
  }

  /** 6: a sheet a year, and sheets that are none. */
  @Test
  void sheetsAreChosenByNameAndTheOthersAreListed() {
    Book.Read read =
        new Book(folder)
            .sheet("说明")
            .row("本表由各科填写")
            .sheet("2018年")
            .row("住院号", "ER")
            .row("A1", "+")
            .sheet("2019年 (2)")
            .row("住院号", "ER")
            .row("A2", "-")
            .sheet("汇总")
            .row("年份", "例数")
            .row(2018, 1)
            .read("  - {sheet: '20*年*', patient: 住院号, columns: {ER: er}}\n");

    assertThat(read.says("A1", "er_status")).isEqualTo("pos");
    assertThat(read.says("A2", "er_status")).isEqualTo("neg");
    assertThat(read.findings())
        .containsExactly(
            "FIL-17 [] sheet '说明' holds data but was not read",
            "FIL-17 [] sheet '汇总' holds data but was not read");
  }

  /** 7: three header rows, merged both ways, with a code legend below. */
  @Test
  void threeMergedHeaderRowsAndALegendAreUnderstood() {
    Book.Read read =
        book()
            .row("住院号", "病理", "", "", "", "随访")
            .row("", "原发灶", "", "转移灶", "", "")
            .row("", "ER", "PR", "ER", "PR", "状态")
            .row("", "1=阳性 2=阴性", "1=阳性 2=阴性", "", "", "1存活2死亡")
            .row("A1", 1, 2, "-", "+", "存活")
            .merge("A1:A3")
            .merge("B1:E1")
            .merge("B2:C2")
            .merge("D2:E2")
            .merge("F1:F2")
            .read(
                columns(
                    "原发灶/ER: {field: er_status, codes: {1: pos, 2: neg}}, 原发灶/PR: pr,"
                        + " 转移灶/ER: met_er_status, 病理/转移灶/PR: met_pr_status, 状态: vital_status"));

    assertThat(read.says("A1", "er_status")).isEqualTo("pos");
    assertThat(read.says("A1", "met_er_status")).isEqualTo("neg");
    assertThat(read.says("A1", "met_pr_status")).isEqualTo("pos");
    assertThat(read.says("A1", "vital_status")).isEqualTo("alive");
    assertThat(read.ledgers().get(0).count(RowKind.HEADER)).isEqualTo(3);
    assertThat(read.ledgers().get(0).count(RowKind.LEGEND)).isEqualTo(1);
    assertThat(read.findings())
        .containsExactly(
            "FIL-32 [登记!C4] the sheet says of column '病理/原发灶/PR' 1=阳性, 2=阴性, and the mapping has"
                + " no codes for it, or not all: add them",
            "FIL-32 [登记!F4] the sheet says of column '随访/状态' 1=存活, 2=死亡, and the mapping has no"
                + " codes for it, or not all: add them");
  }

  /** 7: the same bands without any merge, left blank to the right. */
  @Test
  void unmergedBandsReachToTheNextOne() {
    Book.Read read =
        book()
            .row("住院号", "原发灶", "", "转移灶", "")
            .row("", "ER", "PR", "ER", "PR")
            .row("A1", "+", "-", "-", "+")
            .read(columns("原发灶/ER: er, 原发灶/PR: pr, 转移灶/ER: met_er_status, 转移灶/PR: met_pr_status"));

    assertThat(read.says("A1", "er_status")).isEqualTo("pos");
    assertThat(read.says("A1", "met_er_status")).isEqualTo("neg");
    assertThat(read.findings()).isEmpty();
  }

  /** 8, 34, 40: title, totals, notes, blank rows, a second table. */
  @Test
  void onlyPatientsAreReadAndTheRestIsNamed() {
    Book.Read read =
        book()
            .row("某医院新发Ⅳ期乳腺癌登记表")
            .row("住院号", "ER", "Ki-67")
            .row("A1", "+", 30)
            .row("小计", "", 30)
            .at(6, "A2", "-", 20)
            .row("", "+", 15)
            .row("合计", 2, 50)
            .row("标准差", "", 7.1)
            .row("注：Ki-67阈值为20%")
            .row("制表人：某某", "填表日期：2018年6月", "审核：")
            .at(13, "住院号", "末次随访")
            .row("A1", DAY)
            .merge("A1:C1")
            .read(columns("ER: er, Ki-67: ki67_pct"));

    assertThat(read.patients()).containsOnlyKeys("A1", "A2");
    assertThat(read.accounts())
        .containsExactly(
            "登记 15: blank 5..6, 13; header 2; note 1, 11..12; total 4, 9..10; patient 3, 7;"
                + " without_patient 8; other_table 14..15");
    assertThat(read.findings())
        .containsExactly(
            "FIL-13 [登记!A14, 登记!A15] there is a second table with other columns; its 2 rows were"
                + " not read (14–15): move it to a sheet of its own",
            "FIL-18 [登记!A8] 1 rows hold data but no patient number; not read: 8");
  }

  /** 16: a column in cm, a column of percent formats with texts among them. */
  @Test
  void unitsAndPercentFormatsAreReadAsTheyAreMeant() {
    Book.Read read =
        book()
            .row("住院号", "大小(cm)", "ER%")
            .row("A1", 2.5, new Book.Formatted(0.9, "0%"))
            .row("A2", "31mm", "90%")
            .row("A3", 4, 90)
            .read(columns("大小(cm): {field: tumor_size_mm, unit: cm}, ER%: er_pct"));

    assertThat(List.of("A1", "A2", "A3"))
        .extracting(number -> read.says(number, "tumor_size_mm"))
        .containsExactly("25", "31", "40");
    assertThat(List.of("A1", "A2", "A3"))
        .extracting(number -> read.says(number, "er_pct"))
        .containsExactly("90", "90", "90");
  }

  /** 17: 1-10 became 10 January, in a receptor and in the patient number. */
  @Test
  void whatBecameADateIsNoAnswerAndNoNumber() {
    Book.Read read =
        book()
            .row("住院号", "ER%")
            .row("A1", LocalDate.of(2018, 1, 10))
            .row("A2", "1-10%")
            .row(LocalDate.of(2018, 3, 4), 90)
            .read(columns("ER%: er_pct"));

    assertThat(read.says("A1", "er_pct")).isEqualTo("?");
    assertThat(read.patients()).containsOnlyKeys("A1", "A2");
    assertThat(read.findings())
        .contains(
            "FIL-18 [登记!A4] 1 rows have a patient number that is longer than 100 characters or"
                + " stored as a date; not read. Rows with unusable numbers: 4");
  }

  /** 18: patient numbers that lost their zeros, and long ones that lost their last digits. */
  @Test
  void patientNumbersThatASpreadsheetDamagedAreNoticed() {
    Book.Read read =
        book()
            .row("住院号", "ER")
            .row("00012", "+")
            .row("00013", "-")
            .row(320102196001011234d, "+")
            .sheet("随访")
            .row("住院号", "状态")
            .row(12, "存活")
            .row("00013", "死亡")
            .read(
                columns("ER: er") + "  - {sheet: 随访, patient: 住院号, columns: {状态: vital_status}}\n");

    assertThat(read.patients()).containsOnlyKeys("00012", "00013", "12");
    assertThat(read.findings())
        .containsExactly(
            "FIL-11 [登记!A4] 1 rows have a patient number that was cut to 15 digits; not read,"
                + " please send it as text. Rows with unusable numbers: 4",
            "FIL-19 [随访!A2] 1 patients stand only in later sheets, not in the first; the numbers of"
                + " 1 differ from one there only by leading zeros, which a spreadsheet may have"
                + " dropped");
  }

  /** 20: one number merged over the rows of several visits, and a merged answer. */
  @Test
  void mergedDataAreFilledWithinTheMergeAndRecorded() {
    Book.Read read =
        book()
            .row("住院号", "ER", "末次随访", "状态")
            .row("A1", "+", LocalDate.of(2019, 1, 1), "带瘤")
            .row("", "", LocalDate.of(2020, 1, 1), "死亡")
            .row("", "", LocalDate.of(2019, 6, 1), "带瘤")
            .row("A2", "-", LocalDate.of(2019, 1, 1), "存活")
            .row("", "", LocalDate.of(2019, 2, 1), "存活")
            .merge("A2:A4")
            .merge("B2:B4")
            .read(
                columns(
                    "ER: er, 末次随访: {field: date_last_contact, take: max}, 状态: {field: vital_status,"
                        + " take: last by 末次随访}"));

    assertThat(read.says("A1", "er_status")).isEqualTo("pos");
    assertThat(read.says("A1", "vital_status")).isEqualTo("dead");
    assertThat(read.says("A2", "date_last_contact")).isEqualTo("2019-01-01");
    assertThat(read.findings())
        .containsExactly(
            "FIL-33 [登记!A3, 登记!A4] 2 cells of column '住院号' were filled from the first cell of a"
                + " merged one, within it only",
            "FIL-33 [登记!B3, 登记!B4] 2 cells of column 'ER' were filled from the first cell of a"
                + " merged one, within it only",
            "FIL-18 [登记!A6] 1 rows hold data but no patient number; not read: 6");
  }

  /** 20: a value that a producer left under a merged cell. */
  @Test
  void aValueUnderAMergedCellIsReported() {
    Book book = book().row("住院号", "ER").row("A1", "+").row("A2", "-").row("A3", "+");
    book.sheet().addMergedRegionUnsafe(org.apache.poi.ss.util.CellRangeAddress.valueOf("B2:B3"));
    Book.Read read = book.read(columns("ER: er"));

    assertThat(read.says("A2", "er_status")).isEqualTo("pos");
    assertThat(read.findings())
        .contains(
            "FIL-34 [登记!B3] in column 'ER' other values are stored under merged cells at 1 places;"
                + " the sheet does not show them and they were not read");
  }

  /** 25: a drop-down list that was pasted over. */
  @Test
  void aDropDownListIsNotBelieved() {
    Book book = book().row("住院号", "ER").row("A1", "阳性").row("A2", "羊性");
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(book.sheet());
    book.sheet()
        .addValidationData(
            helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"阳性", "阴性"}),
                new CellRangeAddressList(1, 2, 1, 1)));
    Book.Read read = book.read(columns("ER: er"));

    assertThat(read.says("A1", "er_status")).isEqualTo("pos");
    assertThat(read.says("A2", "er_status")).isEqualTo("?");
  }

  /** 27: headers with marks, breaks and another width; one renamed, one new, one twice. */
  @Test
  void headersThatDriftAreReadOrNamedButNeverGuessed() {
    Book.Read read =
        book()
            .row("住院号 *", "Ｅ Ｒ\n（％）①", "PR%（必填）", "确诊时期", "Margin", "Margin", "新列")
            .row("A1", 90, 80, DAY, "阴性", "阳性", "x")
            .read(columns("ER(%): er_pct, PR(%): pr_pct, 确诊日期: date_dx, Margin: margin_status"));

    assertThat(read.says("A1", "er_pct")).isEqualTo("90");
    assertThat(read.says("A1", "pr_pct")).isEqualTo("80");
    assertThat(read.says("A1", "date_dx")).isEqualTo("not_collected");
    assertThat(read.says("A1", "margin_status")).isEqualTo("not_collected");
    assertThat(read.findings())
        .containsExactly(
            "FIL-31 [登记!A1] the mapping's column '住院号' is written '住院号 *' here; it was read",
            "FIL-31 [登记!B1] the mapping's column 'ER(%)' is written 'Ｅ Ｒ （％）①' here; it was read",
            "FIL-31 [登记!C1] the mapping's column 'PR(%)' is written 'PR%（必填）' here; it was read",
            "FIL-03 [登记!D1] column '确诊日期' is not there; did you mean '确诊时期'?",
            "FIL-04 [登记!E1, 登记!F1] 'Margin' could be any of the columns E, F; none was read: say"
                + " which in the mapping, for example 'Margin#1'",
            "FIL-05 [登记!D1] column '确诊时期' holds data but is not mapped",
            "FIL-05 [登记!G1] column '新列' holds data but is not mapped");
  }

  /** 33: several values in one cell; the first is never simply taken. */
  @Test
  void severalValuesInOneCellAreAllSeen() {
    Book.Read read =
        book()
            .row("住院号", "转移部位", "确诊日期")
            .row("A1", "骨+肝", "2018-05-03，2019-01-02")
            .read(columns("转移部位: met_sites, 确诊日期: date_dx"));

    assertThat(read.says("A1", "met_sites")).isEqualTo("bone;liver");
    assertThat(read.rules("A1")).contains("CON-34");
  }

  /** 36: a decimal comma, or a list of two sizes: nobody can tell, so it is asked. */
  @Test
  void aCommaBetweenNumbersIsNotGuessed() {
    Book.Read read =
        book()
            .row("住院号", "大小(cm)")
            .row("A1", "2,5")
            .read(columns("大小(cm): {field: tumor_size_mm, unit: cm}"));

    assertThat(read.says("A1", "tumor_size_mm")).isEqualTo("?");
    assertThat(read.rules("A1")).contains("CON-01");
  }

  /** 38: formats down to the last row that a sheet can have. */
  @Test
  void formatsDownToTheLastRowAreNoRows() {
    Book book = book().row("住院号", "ER").row("A1", "+");
    for (int row : new int[] {2, 500_000, 1_048_575}) {
      book.sheet().createRow(row).createCell(0).setCellStyle(book.sheet().getColumnStyle(0));
    }
    Book.Read read = book.read(columns("ER: er"));

    assertThat(read.ledgers().get(0).seen()).isEqualTo(2);
    assertThat(read.findings()).singleElement().asString().startsWith("FIL-24 ");
  }

  /** 39: one row a patient and a column for each visit. */
  @Test
  void columnsForEachVisitAreOneField() {
    Book.Read read =
        book()
            .row("住院号", "T1日期", "T1状态", "T2日期", "T2状态")
            .row("A1", LocalDate.of(2019, 1, 1), "存活", LocalDate.of(2020, 1, 1), "死亡")
            .row("A2", LocalDate.of(2019, 1, 1), "存活", "", "")
            .read(
                columns(
                    "T1日期: {field: date_last_contact, take: max}, T2日期: {field: date_last_contact,"
                        + " take: max}, T1状态: {field: vital_status, take: last}, T2状态: {field:"
                        + " vital_status, take: last}"));

    assertThat(read.says("A1", "vital_status")).isEqualTo("dead");
    assertThat(read.says("A1", "date_last_contact")).isEqualTo("2020-01-01");
    assertThat(read.says("A2", "vital_status")).isEqualTo("alive");
    assertThat(read.says("A2", "date_last_contact")).isEqualTo("2019-01-01");
  }

  /** Two columns that are missing, and two things about one cell, are all found. */
  @Test
  void noFindingHidesAnother() {
    Book.Read read =
        book()
            .row("住院号", "ER")
            .row("A1", "+")
            .read(columns("ER: er, 手术日期: date_primary_surgery, 确诊日期: date_dx"));

    assertThat(read.findings())
        .containsExactly(
            "FIL-03 [登记!A1] column '手术日期' is not there",
            "FIL-03 [登记!A1] column '确诊日期' is not there");
  }
}
