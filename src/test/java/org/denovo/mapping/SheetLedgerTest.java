package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denovo.mapping.SampleWorkbook.marked;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Mark;
import org.junit.jupiter.api.Test;

class SheetLedgerTest {

  private static final String ER =
      "  - {patient: 住院号, columns: {ER: er}, ignore: [序号], total-rows: [本页小计]}\n";

  @Test
  void aLedgerThatDoesNotAddUpCannotBeMade() {
    assertThatThrownBy(() -> new SheetLedger("随访", 10, 1, 1, 0, 0, 7, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10 rows seen, 9 accounted for");
    assertThatThrownBy(() -> new SheetLedger("随访", 1, 3, -1, 0, 0, -1, 0))
        .hasMessage("a count below zero");
  }

  @Test
  void everyRowIsSomething() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("乳腺癌登记"),
                row("序号", "住院号", "ER"),
                row("1", "A1", "+"),
                row(),
                row("　", " "),
                row("2", "A2", "-"),
                row("3", "", "+"),
                row("合  计", 2, ""),
                row("本页小计：2"),
                row("Total cases", 2),
                row("注：1为阳性"),
                row("", "", "填表人：某某"),
                row("审核者"))
            .open(ER);

    assertThat(said(north)).containsExactly("A1: C3=+", "A2: C6=-");
    assertThat(north.ledgers()).containsExactly(new SheetLedger("基本信息", 13, 2, 2, 0, 5, 2, 2));
    assertThat(noticed(north))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 基本信息!B7 2 2 rows hold data but no patient number; not read:"
                + " 7, 13");
  }

  @Test
  void aWordThatOnlyBeginsLikeALabelIsNoLabel() {
    assertThat(
            said(
                new SampleWorkbook()
                    .sheet("基本信息", row("住院号", "ER"), row("Note12", "+"), row("TOTALLY", "-"))
                    .open(ER)))
        .containsExactly("NOTE12: B2=+", "TOTALLY: B3=-");
  }

  @Test
  void whatStandsForNoNumberIsNoPatient() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "ER"),
                row("无", "+"),
                row("--", "+"),
                row("N/A", "+"),
                row(new SampleWorkbook.Error("#REF!"), "+"),
                row("A1", "+"))
            .open(ER);

    assertThat(said(north)).containsExactly("A1: B6=+");
    assertThat(north.ledgers()).containsExactly(new SheetLedger("基本信息", 6, 0, 1, 0, 0, 1, 4));
  }

  @Test
  void atMostTwentyRefusedRowsAreNamed() {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "ER"), row("A1", "+")));
    for (int i = 0; i < 21; i++) {
      rows.add(row("", "+"));
    }

    assertThat(noticed(new SampleWorkbook().sheet("基本信息", false, rows).open(ER)))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 基本信息!A3 21 21 rows hold data but no patient number; not read:"
                + " 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22 …");
  }

  @Test
  void oddCellsAreCountedByColumn() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "基本信息",
                row("住院号", "ER", "序号"),
                row("A1", new SampleWorkbook.Error("#REF!"), new SampleWorkbook.Error("#REF!")),
                row("A2", marked("+", Mark.STRUCK), "1"),
                row("A3", marked("锟斤拷", Mark.HIDDEN)),
                row("A4", marked("Ã©", Mark.FILLED)))
            .open(ER);

    assertThat(noticed(north))
        .containsExactly(
            "FORMULA_ERROR 基本信息!B2 1 1 cells of column 'ER' are formula errors (#REF!), the first"
                + " is B2",
            "STRUCK_THROUGH 基本信息!B3 1 1 cells of column 'ER' are struck through, wholly or partly;"
                + " their values were read as they are",
            "ENCODING_DAMAGE 基本信息!B4 2 2 cells of column 'ER' are damaged by a wrong encoding",
            "HIDDEN_DATA 基本信息!B4 1 hidden: 1 rows, 1 cells of which hold data; they were read,"
                + " please confirm",
            "COLOURED 基本信息!B5 1 1 cells are coloured: another colour 1 (from B5); what the colours"
                + " mean was not read, please give it a column");
  }

  @Test
  void aFewColouredCellsAreNoInformation() {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "ER")));
    for (int i = 0; i < 20; i++) {
      rows.add(row("A" + i, i == 0 ? marked("+", Mark.FILLED) : "+"));
    }

    assertThat(new SampleWorkbook().sheet("基本信息", false, rows).open(ER).notices()).isEmpty();
  }

  @Test
  void aSheetAsLongAsAFormatAllowsWasProbablyCut() {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "ER")));
    for (int i = 1; i < 65_535; i++) {
      rows.add(row());
    }
    rows.add(row("A1", "+"));

    assertThat(noticed(new SampleWorkbook().sheet("基本信息", false, rows).open(ER)))
        .containsExactly(
            "SHEET_AT_LIMIT 1 the sheet has 65536 rows and 2 columns, exactly as many as a format"
                + " allows: it was probably cut");
  }
}
