package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denovo.mapping.SampleWorkbook.NAME;
import static org.denovo.mapping.SampleWorkbook.accounted;
import static org.denovo.mapping.SampleWorkbook.marked;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.WorkbookRefused;
import org.junit.jupiter.api.Test;

class JoinTest {

  private static final String TWO_SHEETS =
      """
        - sheet: 基本信息
          patient: 住院号
          columns: {ER: er}
        - sheet: 随访
          patient: 病案号
          columns: {状态: vital_status}
      """;

  @Test
  void sheetsAreJoinedOnThePatientNumber() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row("A1", "+"), row("A2", "-"))
            .sheet("随访", row("病案号", "状态"), row("A2", "死亡"), row("A1", "存活"))
            .open(TWO_SHEETS);

    assertThat(said(north)).containsExactly("A1: B2=+ B3=存活", "A2: B3=- B2=死亡");
    assertThat(north.patients().next().rows()).isEqualTo(2);
    assertThat(accounted(north))
        .containsExactly("基本信息 3: header 1; patient 2..3", "随访 3: header 1; patient 2..3");
  }

  @Test
  void numbersMeetWhateverTheirSpelling() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row(12345, "+"), row("ＺＹ００１", "-"), row("00012", "±"))
            .sheet(
                "随访",
                row("病案号", "状态"),
                row("12345.0", "a"),
                row(" zy 001\u200B", "b"),
                row(12, "c"))
            .open(TWO_SHEETS);

    assertThat(said(north))
        .containsExactly("12345: B2=+ B2=a", "ZY001: B3=- B3=b", "00012: B4=± B1=", "12: B1= B4=c");
  }

  @Test
  void aPatientWithoutARowInALaterSheetIsBlankThere() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row("A1", "+"))
            .sheet("随访", row("病案号", "状态"), row("A9", "存活"))
            .open(TWO_SHEETS);

    MappedCell blank = north.patients().next().cells().get(1);
    assertThat(blank.cell()).isEqualTo(SourceCell.blank(new Place(NAME, "随访", 0, 1)));
  }

  @Test
  void patientsOfLaterSheetsComeLastAndAreNoticed() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row("A1", "+"))
            .sheet("随访", row("病案号", "状态"), row("B2", "x"), row("A1", "y"), row("B1", "z"))
            .open(TWO_SHEETS);

    assertThat(said(north)).containsExactly("A1: B2=+ B3=y", "B2: B1= B2=x", "B1: B1= B4=z");
    assertThat(noticed(north))
        .containsExactly(
            "PATIENT_NOT_IN_FIRST_SHEET 随访!A2 2 2 patients stand only in later sheets, not in the"
                + " first");
  }

  @Test
  void severalSheetsOfOneGlobAreReadOneAfterAnother() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("2018年", row("住院号", "ER"), row("A1", "+"))
            .sheet("2019年", row("ER", "住院号"), row("-", "A2"), row("±", "A1"))
            .sheet("2019年统计", row("月份", "例数"), row("1月", "3"))
            .open("  - {sheet: '20*年*', patient: 住院号, columns: {ER: er}}\n");

    assertThat(said(north)).containsExactly("A1: B2=+!", "A2: A2=-");
    assertThat(noticed(north))
        .containsExactly("UNREAD_SHEET 1 sheet '2019年统计' holds data but was not read");
  }

  @Test
  void aMissingLaterSheetIsNoticedAndItsColumnsAreNotCollected() {
    MappedWorkbook north =
        new SampleWorkbook().sheet("基本信息", row("住院号", "ER"), row("A1", "+")).open(TWO_SHEETS);

    assertThat(said(north)).containsExactly("A1: B2=+");
    assertThat(noticed(north))
        .containsExactly(
            "MISSING_SHEET 1 there is no sheet '随访' with data; its columns count as not collected");
  }

  @Test
  void aTextFileInPlaceOfAWorkbookIsToldToBeOne() {
    SampleWorkbook text = new SampleWorkbook().sheet("", row("住院号", "ER"), row("A1", "+"));

    assertThatThrownBy(() -> text.open(TWO_SHEETS))
        .hasMessage("this is a text file, which has no sheet '基本信息': send the workbook itself");
  }

  @Test
  void aWorkbookWithoutTheFirstSheetIsRefused() {
    SampleWorkbook workbook = new SampleWorkbook().sheet("随访", row("病案号", "状态"), row("A1", "存活"));

    assertThatThrownBy(() -> workbook.open(TWO_SHEETS))
        .hasMessage("there is no sheet '基本信息' with data; the file has: 随访")
        .extracting(e -> ((WorkbookRefused) e).reason())
        .isEqualTo(WorkbookRefused.Reason.NO_SUCH_SHEET);
  }

  @Test
  void theUnnamedSheetIsTheFirstVisibleOne() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("字典", true, List.of(row("代码", "名称")))
            .sheet("Sheet1", row("住院号", "ER"), row("A1", "+"))
            .open("  - {patient: 住院号, columns: {ER: er}}\n");

    assertThat(said(north)).containsExactly("A1: B2=+");
    assertThat(noticed(north))
        .containsExactly("UNREAD_SHEET 1 sheet '字典' holds data but was not read");
  }

  @Test
  void aNumberMergedOverSeveralRowsIsOnePatient() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("基本信息", row("住院号", "ER"), row("A1", ""), row(marked("A1", Mark.MERGED), "+"))
            .open("  - {patient: 住院号, columns: {ER: er}}\n");

    assertThat(said(north)).containsExactly("A1: B3=+");
    assertThat(north.patients().next().rows()).isEqualTo(2);
  }

  @Test
  void aSmallSheetIsParsedOnce() {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("住院号", "ER"), row("A1", "+"), row("A1", "-"));
    MappedWorkbook north = workbook.open("  - {sheet: 基本信息, patient: 住院号, columns: {ER: er}}\n");

    assertThat(said(north)).isEqualTo(said(north)).containsExactly("A1: B2=+!");
    assertThat(workbook.passes()).isEqualTo(1);
    workbook.close();
  }

  @Test
  void aLargeSheetIsParsedAgainForEachPass() {
    SampleWorkbook workbook =
        new SampleWorkbook().sheet("基本信息", row("1", "a"), row("2", "b"), row("3", "c"));
    RememberedSheet sheet = new RememberedSheet(workbook.sheets().get(0), 3);

    try (Sheet.Rows start = sheet.rows()) {
      assertThat(start.next().index()).isZero();
    }
    assertThat(indexes(sheet)).containsExactly(0, 1, 2);
    assertThat(indexes(sheet)).containsExactly(0, 1, 2);
    assertThat(workbook.passes()).isEqualTo(2);
    workbook.close();
  }

  private static List<Integer> indexes(Sheet sheet) {
    List<Integer> indexes = new ArrayList<>();
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        indexes.add(row.index());
      }
    }
    return indexes;
  }
}
