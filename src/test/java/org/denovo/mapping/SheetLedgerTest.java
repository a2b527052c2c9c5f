package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denovo.mapping.SampleWorkbook.accounted;
import static org.denovo.mapping.SampleWorkbook.marked;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.denovo.source.Mark;
import org.junit.jupiter.api.Test;

class SheetLedgerTest {

  private static final String ER =
      "  - {patient: 住院号, columns: {ER: er}, ignore: [序号], total-rows: [本页小计]}\n";

  @Test
  void aLedgerThatDoesNotAddUpCannotBeMade() {
    RowNumbers patients = RowNumbers.read(7, "2..8");
    Map<RowKind, RowNumbers> rows =
        Map.of(RowKind.HEADER, RowNumbers.read(1, "1"), RowKind.PATIENT, patients);

    assertThat(new SheetLedger("随访", 8, rows).patientRows()).isEqualTo(7);
    assertThatThrownBy(() -> new SheetLedger("随访", 9, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("9 rows seen, 8 accounted for");
    assertThatThrownBy(() -> RowNumbers.read(8, "2..8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 rows named of 8");
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
    assertThat(accounted(north))
        .containsExactly(
            "基本信息 13: blank 4..5; header 2; note 1, 11..13; total 8..10; patient 3, 6;"
                + " without_patient 7");
    assertThat(noticed(north))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 基本信息!B7 1 1 rows hold data but no patient number; not read: 7");
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
    assertThat(accounted(north))
        .containsExactly("基本信息 6: header 1; patient 6; without_patient 2..5");
  }

  @Test
  void atMostTwentyRangesOfRefusedRowsAreNamed() {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "ER")));
    for (int i = 0; i < 21; i++) {
      rows.add(row("", "+"));
      rows.add(row("", "+"));
      rows.add(row("A" + i, "+"));
    }

    assertThat(noticed(new SampleWorkbook().sheet("基本信息", false, rows).open(ER)))
        .containsExactly(
            "ROW_WITHOUT_PATIENT 基本信息!A2 42 42 rows hold data but no patient number; not read:"
                + " 2–3, 5–6, 8–9, 11–12, 14–15, 17–18, 20–21, 23–24, 26–27, 29–30,"
                + " 32–33, 35–36, 38–39, 41–42, 44–45, 47–48, 50–51, 53–54, 56–57,"
                + " 59–60, …");
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
