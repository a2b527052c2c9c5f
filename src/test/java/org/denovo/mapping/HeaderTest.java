package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denovo.mapping.SampleWorkbook.accounted;
import static org.denovo.mapping.SampleWorkbook.marked;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.denovo.source.Mark;
import org.denovo.workbook.WorkbookRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

  private static final String RECEPTORS =
      """
        - sheet: 基本信息
          patient: 住院号
          columns: {ER: er, PR: pr}
      """;

  @Test
  void titleRowsAboveTheHeaderAreNoData() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("乳腺癌登记表"),
                row(),
                row("制表人：", "某某"),
                row("住院号", "ER", "PR"),
                row("A1", "+", "-"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: B5=+ C5=-");
    assertThat(accounted(north)).containsExactly("基本信息 5: blank 2; header 4; note 1, 3; patient 5");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void headersAreComparedWithoutWidthAndWhiteSpace() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row(" 住院\n号　", "ＥＲ（％）", "pr"), row("A1", "80", "5"))
            .open("  - {patient: 住院号, columns: {ER(%): er_pct, PR: pr}}\n");

    assertThat(said(north)).containsExactly("A1: B2=80 C2=5");
  }

  @Test
  void mergedBandsAreFilledAndJoined() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "原发灶", marked("原发灶", Mark.MERGED), "转移灶", marked("转移灶", Mark.MERGED)),
                row(marked("住院号", Mark.MERGED), "ER", "PR", "ER", "PR"),
                row("A1", "1", "2", "3", "4"))
            .open(
                """
                  - patient: 住院号
                    columns: {原发灶/ER: er, 转移灶/ER: met_er_status, 转移灶/PR: met_pr_status}
                    ignore: [原发灶/PR]
                """);

    assertThat(said(north)).containsExactly("A1: B3=1 D3=3 E3=4");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void bandsOfATextFileAreFilledToTheRight() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "", row("住院号", "免疫组化", "", "备注"), row("", "ER", "PR", ""), row("A1", "+", "-", "x"))
            .open("  - {patient: 住院号, columns: {免疫组化/ER: er, 免疫组化/PR: pr}, ignore: [备注]}\n");

    assertThat(said(north)).containsExactly("A1: B3=+ C3=-");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void theLastPartAloneIsEnoughWhereItIsUnique() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "免疫组化", ""), row("", "ER", "PR"), row("A1", "+", "-"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: B3=+ C3=-");
  }

  @Test
  void theLastPartAloneIsAmbiguousWhereItStandsTwice() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "原发灶", "", "转移灶"),
                row("", "ER", "PR", "ER"),
                row("A1", "1", "2", "3"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: C3=2");
    assertThat(noticed(north))
        .containsExactly(
            "AMBIGUOUS_COLUMN 基本信息!B2 2 'ER' could be any of the columns B, D; none was read:"
                + " say which in the mapping, for example '原发灶/ER'");
  }

  @Test
  void anOrdinalChoosesAmongColumnsOfOneName() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "Margin", "Margin"), row("A1", "1", "2"))
            .open("  - {patient: 住院号, columns: {Margin#2: margin}, ignore: [Margin]}\n");

    assertThat(said(north)).containsExactly("A1: C2=2");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void aHashThatStandsInTheHeaderIsNoOrdinal() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "LN#2", "LN"), row("A1", "1", "2"))
            .open("  - {patient: 住院号, columns: {LN#2: nodes}, ignore: [LN]}\n");

    assertThat(said(north)).containsExactly("A1: B2=1");
  }

  @Test
  void aHeaderMergedOverTwoColumnsIsTheFirstOfThem() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息", row("住院号", "ER", marked("ER", Mark.MERGED), "PR"), row("A1", "+", "", "-"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: B2=+ D2=-");
    assertThat(north.notices()).isEmpty();
  }

  @Test
  void aFixedNumberOfHeaderRowsIsKept() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER", "PR"), row("编号", "0阴1阳", "0阴1阳"), row("A1", "1", "0"))
            .open(
                """
                  - patient: 住院号/编号
                    header-rows: 2
                    columns: {ER/0阴1阳: er, PR/0阴1阳: pr}
                """);

    assertThat(said(north)).containsExactly("A1: B3=1 C3=0");
  }

  @Test
  void legendRowsUnderTheHeaderAreNoPatients() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row("编号", "0阴1阳"), row("A1", "1"))
            .open("  - {patient: 住院号, columns: {ER: er}, legend-rows: 1}\n");

    assertThat(said(north)).containsExactly("A1: B3=1");
    assertThat(accounted(north)).containsExactly("基本信息 3: header 1; legend 2; patient 3");
  }

  @Test
  void aMissingColumnIsNoticedWithTheNearestAndTheRestIsRead() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER", "手术日期"), row("A1", "+", "2018-05-03"))
            .open("  - {patient: 住院号, columns: {ER: er, 手术时期: date_primary_surgery}}\n");

    assertThat(said(north)).containsExactly("A1: B2=+");
    assertThat(noticed(north))
        .containsExactly(
            "MISSING_COLUMN 基本信息!C1 1 column '手术时期' is not there; did you mean '手术日期'?",
            "UNMAPPED_COLUMN 基本信息!C1 1 column '手术日期' holds data but is not mapped");
  }

  @Test
  void aColumnWithDataIsMappedOrIgnoredOrNoticed() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "ER", "姓名", "联系电话", "空列", "备注", ""),
                row("A1", "+", "甲", "1", "", "x", "9"),
                row("A2", "-", "乙", "2", "", "y", ""))
            .open("  - {patient: 住院号, columns: {ER: er}, ignore: [姓名, '*电话']}\n");

    assertThat(noticed(north))
        .containsExactly(
            "UNMAPPED_COLUMN 基本信息!F1 2 column '备注' holds data but is not mapped",
            "UNMAPPED_COLUMN 基本信息!G1 1 column G has no header but holds data");
  }

  @Test
  void aHeaderRepeatedFurtherDownIsSkipped() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "ER", "PR"),
                row("A1", "+", "-"),
                row("住院号", "ER", "PR"),
                row("A2", "-", "+"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: B2=+ C2=-", "A2: B4=- C4=+");
    assertThat(noticed(north))
        .containsExactly(
            "REPEATED_HEADER 基本信息!A3 1 the header stands 1 times more among the data; skipped: 3");
    assertThat(accounted(north))
        .containsExactly("基本信息 4: header 1; repeated_header 3; patient 2, 4");
  }

  @Test
  void aSecondTableWithOtherColumnsIsNotRead() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "ER", "PR"),
                row("A1", "+", "-"),
                row("住院号", "PR", "ER"),
                row("A2", "-", "+"))
            .open(RECEPTORS);

    assertThat(said(north)).containsExactly("A1: B2=+ C2=-");
    assertThat(noticed(north))
        .containsExactly(
            "REPEATED_HEADER 基本信息!A3 2 there is a second table with other columns; its 2 rows"
                + " were not read (3–4): move it to a sheet of its own");
    assertThat(accounted(north)).containsExactly("基本信息 4: header 1; patient 2; other_table 3..4");
  }

  @Test
  void aSheetWithoutThePatientColumnIsRefused() {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("编号", "ER", "PR"), row("A1", "+", "-"));

    assertThatThrownBy(() -> workbook.open(RECEPTORS))
        .isInstanceOf(WorkbookRefused.class)
        .hasMessage(
            "sheet '基本信息' has no column '住院号' in its first 30 rows, which is to be the patient"
                + " number: is it this centre's file? If so, correct the header or the mapping")
        .extracting(e -> ((WorkbookRefused) e).reason())
        .isEqualTo(WorkbookRefused.Reason.NO_PATIENT_COLUMN);
    assertThat(workbook.open()).isZero();
  }

  @Test
  void aPatientColumnThatStandsTwiceIsRefused() {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("住院号", "ER", "住院号"), row("A1", "+", "A1"));

    assertThatThrownBy(() -> workbook.open(RECEPTORS))
        .hasMessage(
            "sheet '基本信息' has the patient column '住院号' 2 times: say in the mapping which one"
                + " counts, for example '住院号#1'");
    assertThat(said(workbook.open(RECEPTORS.replace("patient: 住院号", "patient: 住院号#2"))))
        .containsExactly("A1: B2=+");
  }

  @Test
  void aWorkbookWithNothingButNumbersIsRefused() {
    SampleWorkbook workbook = new SampleWorkbook().sheet("基本信息", row("住院号", "x"), row("A1", "+"));

    assertThatThrownBy(() -> workbook.open(RECEPTORS))
        .hasMessage(
            "apart from the patient number none of the mapped columns is there: correct the"
                + " mapping or the header");
  }

  @Test
  void aHeaderBelowTheThirtiethRowIsNotLookedFor() {
    List<List<Object>> rows = new ArrayList<>(Collections.nCopies(29, row("说明")));
    rows.add(row("住院号", "ER"));
    rows.add(row("A1", "+"));
    assertThat(said(new SampleWorkbook().sheet("基本信息", false, rows).open(RECEPTORS)))
        .containsExactly("A1: B31=+");
    rows.add(0, row("说明"));
    assertThatThrownBy(() -> new SampleWorkbook().sheet("基本信息", false, rows).open(RECEPTORS))
        .isInstanceOf(WorkbookRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ER*", "ER①", "ER¹", "*ER", "ER†", "ER[1]", "ER（注1）", "ER(必填)", "ER：", "ＥＲ ※", "E R",
        "ER\n", "er."
      })
  void marksAndPunctuationMakeNoOtherHeader(String written) {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", written), row("A1", "+"))
            .open("  - {patient: 住院号, columns: {ER: er}}\n");

    assertThat(said(north)).containsExactly("A1: B2=+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ER(%)", "ER<1", "ER2", "转移ER", "ER(2)", "ER(a)"})
  void whatMayBeAnotherColumnIsNotRead(String written) {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("住院号", "PR", written), row("A1", "-", "+"));

    assertThat(said(workbook.open(RECEPTORS))).containsExactly("A1: B2=-");
    assertThat(noticed(workbook.open(RECEPTORS)).get(0)).startsWith("MISSING_COLUMN 基本信息!");
  }

  @Test
  void aMarkInTheMappingTellsColumnsApart() {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("住院号", "ER", "PR②"), row("A1", "+", "-"));

    assertThat(said(workbook.open("  - {patient: 住院号, columns: {ER: er, PR①: pr}}\n")))
        .containsExactly("A1: B2=+");
  }

  @Test
  void aColumnIsNotReadForTwoNames() {
    SampleWorkbook workbook = new SampleWorkbook().sheet("基本信息", row("住院号", "ER*"), row("A1", "+"));

    assertThat(
            noticed(workbook.open("  - {patient: 住院号, columns: {ER: er, 'ER*': met_er_status}}\n")))
        .containsExactly("MISSING_COLUMN 基本信息!A1 1 column 'ER' is not there");
  }

  @Test
  void aRowMergedDownIntoTheHeaderBelongsToIt() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("登记表", marked("登记表", Mark.MERGED), marked("登记表", Mark.MERGED)),
                row("住院号", "免疫组化", marked("免疫组化", Mark.MERGED)),
                row(marked("住院号", Mark.MERGED), "ER", "PR"),
                row("A1", "+", "-"))
            .open(RECEPTORS);

    assertThat(accounted(north)).containsExactly("基本信息 4: header 2..3; note 1; patient 4");
  }

  @Test
  void aMergedBandEndsWhereTheMergeEnds() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "原发灶", marked("原发灶", Mark.MERGED), ""),
                row(marked("住院号", Mark.MERGED), "ER", "PR", "切缘"),
                row("A1", "+", "-", "净"))
            .open(RECEPTORS);

    assertThat(noticed(north))
        .containsExactly("UNMAPPED_COLUMN 基本信息!D2 1 column '切缘' holds data but is not mapped");
  }
}
