package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.accounted;
import static org.denovo.mapping.SampleWorkbook.marked;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.time.LocalDate;
import java.util.List;
import org.denovo.source.Mark;
import org.junit.jupiter.api.Test;

/** Rows that are no patients, in every awkward place. Each row ends somewhere, and by name. */
class RowSorterTest {

  private static final String SHEET =
      "  - {patient: 住院号, columns: {年龄: age_at_dx, ER: er, 确诊日期: date_dx}, ignore: [序号, 科室]}\n";

  private static final List<Object> HEADER = row("序号", "住院号", "年龄", "ER", "确诊日期");

  private static final LocalDate DAY = LocalDate.of(2018, 5, 3);

  @SafeVarargs
  @SuppressWarnings("varargs") // the rows are only read
  private static MappedWorkbook read(List<Object>... rows) {
    return new SampleWorkbook().sheet("表", rows).open(SHEET);
  }

  @Test
  void totalsInTheMiddleAreNoPatients() {
    MappedWorkbook north =
        read(
            HEADER,
            row(1, "A1", 51, "+", DAY),
            row("小计", 1, 51),
            row("平均年龄", "", 51),
            row(2, "A2", 47, "-", DAY),
            row(3, "合计", 2),
            row("", "平均值±标准差", "49±2.8"),
            row("标准差", "", 2.8),
            row("", "Mean", 49),
            row("SD", "", 2.8),
            row("Grand total", 2, 98),
            row("n=2"),
            row("", "中位数", 49));

    assertThat(said(north))
        .containsExactly("A1: C2=51 D2=+ E2=2018-05-03", "A2: C5=47 D5=- E5=2018-05-03");
    assertThat(accounted(north)).containsExactly("表 13: header 1; total 3..4, 6..13; patient 2, 5");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void countsAndMeansWithoutALabelAreTotalsIfTheyAreComputed() {
    MappedWorkbook north =
        read(
            HEADER,
            row(1, "A1", 51, "+", DAY),
            row(2, "A2", 47, "-", DAY),
            row("", marked(2, Mark.FORMULA), marked(49, Mark.FORMULA)),
            row("", marked(2, Mark.FORMULA)),
            row("", "", marked(49, Mark.FORMULA)));

    assertThat(accounted(north))
        .containsExactly("表 6: header 1; total 4..5; patient 2..3; without_patient 6");
  }

  @Test
  void aSheetOfNothingButFormulasHasPatients() {
    List<Object> linked = row("", marked(10017, Mark.FORMULA), marked(51, Mark.FORMULA));

    assertThat(accounted(read(HEADER, linked, linked)))
        .containsExactly("表 3: header 1; patient 2..3");
  }

  @Test
  void aPatientWhoseFirstCellOnlyBeginsLikeATotalIsAPatient() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "表",
                row("科室", "住院号", "年龄", "ER", "确诊日期"),
                row("平均病区", 10017, 51, "阳性", DAY),
                row("例数室", "A2", 47, "阴性", DAY))
            .open(SHEET);

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 2..3");
  }

  @Test
  void aRowThatBeginsLikeATotalAndHoldsAnswersWithoutANumberIsRefused() {
    MappedWorkbook north = read(HEADER, row("平均病区", "", 51, "阳性", DAY), row(2, "A2", 47, "-", DAY));

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 3; without_patient 2");
  }

  @Test
  void notesAndSignaturesAreNoPatientsWhereverTheyStand() {
    MappedWorkbook north =
        read(
            row("2018年新发Ⅳ期乳腺癌登记表"),
            row("填表单位：某医院", "", "", "填表日期：", DAY),
            HEADER,
            row(1, "A1", 51, "+", DAY),
            row("", "以下患者由外院转入，病理待补。"),
            row("以下患者由外院转入，病理待补。"),
            row(2, "A2", 47, "-", DAY),
            row(
                "手术组",
                marked("手术组", Mark.MERGED),
                marked("手术组", Mark.MERGED),
                marked("手术组", Mark.MERGED)),
            row(3, "A3", 60, "-", DAY),
            row("", "内科"),
            row(4, "A4", 61, "-", DAY),
            row("制表人：", "某某", "审核：", "某某", DAY),
            row("填表日期：", 20180503),
            row("审核人", "", "某某"),
            row("", "注1：ER阈值为1%"),
            row("Prepared by: N.N."),
            row("第1页", "", "", "共3页"));

    assertThat(said(north))
        .extracting(line -> line.substring(0, 2))
        .containsExactly("A1", "A2", "A3", "A4");
    assertThat(accounted(north))
        .containsExactly("表 17: header 3; note 1..2, 5..6, 8, 10, 12..17; patient 4, 7, 9, 11");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void aRemarkWithoutAPatientInAMappedColumnIsRefused() {
    MappedWorkbook north =
        read(HEADER, row(1, "A1", 51, "+", DAY), row("", "", "", "会诊后改为阴性，见报告。"));

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 2; without_patient 3");
    assertThat(noticed(north))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 表!B3 1 1 rows hold data but no patient number; not read: 3");
  }

  @Test
  void rowsThatAreOnlyNumberedInAdvanceAreNoPatients() {
    MappedWorkbook north =
        read(HEADER, row(1, "A1", 51, "+", DAY), row(2), row("3"), row("", " "), row(4, "", 47));

    assertThat(accounted(north))
        .containsExactly("表 6: blank 5; numbered 3..4; header 1; patient 2; without_patient 6");
  }

  @Test
  void aSerialNumberThatIsThePatientNumberMakesNoPatientByItself() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("表", row("序号", "ER"), row(1, "+"), row(2), row("3"), row(4, "-"))
            .open("  - {patient: 序号, columns: {ER: er}}\n");

    assertThat(said(north)).containsExactly("1: B2=+", "4: B5=-");
    assertThat(accounted(north)).containsExactly("表 5: numbered 3..4; header 1; patient 2, 5");
  }

  @Test
  void severalBlankRowsEndNothing() {
    MappedWorkbook north =
        read(
            HEADER,
            row(1, "A1", 51),
            row(),
            row(),
            row("　"),
            row(),
            row(2, "A2", 47),
            row(),
            row(3, "A3", 50));

    assertThat(accounted(north)).containsExactly("表 9: blank 3..6, 8; header 1; patient 2, 7, 9");
  }

  @Test
  void aHeaderAndTitleRepeatedOnEachPrintedPageAreSkipped() {
    List<Object> title = row("乳腺癌登记表");
    List<Object> band = row("住院号", "免疫组化", "", "随访");
    List<Object> names = row("", "ER", "PR", "状态");
    List<Object> legend = row("", "1=阳性 2=阴性", "1=阳性 2=阴性", "");
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "表",
                title,
                band,
                names,
                legend,
                row("A1", 1, 2, "存活"),
                title,
                band,
                names,
                legend,
                row("A2", 2, 1, "死亡"),
                row("", "免疫组化"),
                names,
                row("A3", 2, 1, "死亡"))
            .open(
                "  - {patient: 住院号, columns: {ER: {field: er, codes: {1: pos, 2: neg}},"
                    + " PR: {field: pr, codes: {1: pos, 2: neg}}, 状态: vital_status}}\n");

    assertThat(said(north))
        .containsExactly("A1: B5=1 C5=2 D5=存活", "A2: B10=2 C10=1 D10=死亡", "A3: B13=2 C13=1 D13=死亡");
    assertThat(accounted(north))
        .containsExactly(
            "表 13: header 2..3; repeated_header 7..8, 11..12; legend 4, 9; note 1, 6; patient 5,"
                + " 10, 13");
    assertThat(noticed(north))
        .containsExactly(
            "REPEATED_HEADER 表!A7 4 the header stands 4 times more among the data; skipped: 7–8,"
                + " 11–12");
  }

  @Test
  void aSecondTableBelowIsNeverReadAsPatients() {
    MappedWorkbook north =
        read(
            HEADER,
            row(1, "A1", 51, "+", DAY),
            row(),
            row("随访情况"),
            row("住院号", "末次随访", "状态", "死因"),
            row("A1", DAY, "死亡", "肿瘤"),
            row("A9", DAY, "存活", ""),
            row(),
            row("编号", "姓名", "电话"),
            row(1, "甲", "x"),
            HEADER,
            row(2, "A2", 47, "-", DAY));

    assertThat(said(north)).extracting(line -> line.substring(0, 2)).containsExactly("A1", "A2");
    assertThat(accounted(north))
        .containsExactly(
            "表 12: blank 3, 8; header 1; repeated_header 11; note 4; patient 2, 12; other_table"
                + " 5..7, 9..10");
    assertThat(noticed(north))
        .containsExactly(
            "REPEATED_HEADER 表!B11 1 the header stands 1 times more among the data; skipped: 11",
            "REPEATED_HEADER 表!B5 5 there is a second table with other columns; its 5 rows were not"
                + " read (5–7, 9–10): move it to a sheet of its own");
  }

  @Test
  void rowsOfAnotherTableAtTheSideHaveNoPatient() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "表",
                row("住院号", "ER", "", "医生", "例数"),
                row("A1", "+", "", "甲", 3),
                row("", "", "", "乙", 4))
            .open("  - {patient: 住院号, columns: {ER: er}}\n");

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 2; without_patient 3");
    assertThat(noticed(north))
        .containsExactly(
            "UNMAPPED_COLUMN 表!D1 1 column '医生' holds data but is not mapped",
            "UNMAPPED_COLUMN 表!E1 1 column '例数' holds data but is not mapped",
            "ROW_WITHOUT_PATIENT 表!A3 1 1 rows hold data but no patient number; not read: 3");
  }

  @Test
  void namesUnitsCodesAndAnExampleUnderTheHeaderAreNoPatients() {
    MappedWorkbook north =
        read(
            HEADER,
            row("no", "patient_id", "age", "er", "date_dx"),
            row("", "", "岁", "1=阳性 2=阴性", "yyyy-mm-dd"),
            row("", "必填", "数字", "单选", "日期"),
            row("", "示例", 50, "1", DAY),
            row(1, "A1", 51, "1", DAY));

    assertThat(said(north)).containsExactly("A1: C6=51 D6=1 E6=2018-05-03");
    assertThat(accounted(north)).containsExactly("表 6: header 1; legend 2..5; patient 6");
  }

  @Test
  void aFirstPatientWithoutANumberIsNoLegend() {
    MappedWorkbook north = read(HEADER, row("", "", "", "阳性"), row(1, "A1", 51, "+", DAY));

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 3; without_patient 2");
  }

  @Test
  void whatCannotBeANumberIsRefusedByName() {
    MappedWorkbook north =
        read(
            HEADER,
            row(1, "A".repeat(101), 51, "+", DAY),
            row(2, "A".repeat(100), 52, "-", DAY),
            row(3, DAY, 49, "+", DAY),
            row(4, 1.23456789012345e17, 50, "+", DAY),
            row(5, "1.23457E+17", 48, "+", DAY),
            row(6, "同上", 48, "-", DAY));

    assertThat(said(north)).hasSize(1);
    assertThat(accounted(north))
        .containsExactly("表 7: header 1; patient 3; without_patient 7; unusable_number 2, 4..6");
    assertThat(noticed(north))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 表!B7 1 1 rows hold data but no patient number; not read: 7",
            "ROW_WITHOUT_PATIENT 表!B2 2 2 rows have a patient number that is longer than 100"
                + " characters or stored as a date; not read. Rows with unusable numbers: 2, 4–6",
            "CUT_NUMBER 表!B5 2 2 rows have a patient number that was cut to 15 digits; not read,"
                + " please send it as text. Rows with unusable numbers: 2, 4–6");
  }

  @Test
  void aPatientKnownByNameIsAPatientEvenAlone() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("表", row("姓名", "ER"), row("甲某某", "+"), row("乙某某", ""))
            .open("  - {patient: 姓名, columns: {ER: er}}\n");

    assertThat(accounted(north)).containsExactly("表 3: header 1; patient 2..3");
  }
}
