package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.SourceCell;
import org.denovo.workbook.WorkbookFacts.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hazards 19, 24 and 29: the stored result counts, the formula is kept as its lineage, an error is
 * never empty, and an empty result is not nothing.
 */
class FormulaTest {

  @TempDir Path folder;

  private static List<String> formulas(Path file) {
    List<String> lines = new ArrayList<>();
    Seen.rows(file, Limits.DEFAULT)
        .forEach(row -> row.cells().forEach(cell -> lines.add(line(cell))));
    return lines;
  }

  private static String line(SourceCell cell) {
    return cell.place().address()
        + " "
        + cell.kind()
        + " "
        + cell.text()
        + (cell.formula().isEmpty() ? "" : " =" + cell.formula());
  }

  @Test
  void theResultAndTheFormulaAreKeptAndNothingIsCalculated() throws IOException {
    String rows =
        "<row r=\"1\"><c r=\"A1\"><f>B1&amp;\"+\"</f><v>99</v></c>"
            + "<c r=\"B1\" t=\"str\"><f>IF(C1=\"\",\"\",C1)</f><v></v></c>"
            + "<c r=\"C1\"><f>[1]旧表!A1</f></c>"
            + "<c r=\"D1\" t=\"e\"><f>#REF!-#REF!</f><v>#REF!</v></c>"
            + "<c r=\"E1\" t=\"e\"><v>#NAME?</v></c></row>";
    List<String> expected =
        List.of(
            "A1 NUMBER 99 =B1&\"+\"",
            "B1 TEXT  =IF(C1=\"\",\"\",C1)",
            "C1 BLANK  =[1]旧表!A1",
            "D1 ERROR #REF! =#REF!-#REF!",
            "E1 ERROR #NAME?");
    assertThat(formulas(new RawXlsx().rows(rows).write(folder.resolve("a.xlsx"))))
        .isEqualTo(expected);
    String unusual = rows.replace("</row>", "<!-- --></row>");
    assertThat(formulas(new RawXlsx().rows(unusual).write(folder.resolve("b.xlsx"))))
        .isEqualTo(expected);
  }

  @Test
  void anErrorOfAnXlsIsNeverEmptyAndKeepsItsFormula() throws IOException {
    Path file =
        Books.write(
            folder.resolve("a.xls"),
            Books.xls(),
            book -> {
              var row = book.createSheet("s").createRow(0);
              row.createCell(0).setCellFormula("1/0");
              row.createCell(1).setCellFormula("IF(A2=\"\",\"\",A2)");
              row.createCell(2).setCellFormula("SUM($A$1:B2)*2");
              row.createCell(3).setCellErrorValue((byte) 0x2A);
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(formulas(file))
        .containsExactly(
            "A1 ERROR #DIV/0! =1/0",
            "B1 TEXT  =IF(A2=\"\",\"\",A2)",
            "C1 ERROR #DIV/0! =SUM($A$1:B2)*2",
            "D1 ERROR #N/A");
  }

  @Test
  void aFormulaThatCellsShareReadsInEachAsItCountsThere() throws IOException {
    String rows =
        "<row r=\"2\"><c r=\"C2\"><f t=\"shared\" ref=\"C2:C4\" si=\"0\">A2*B$1+SUM(A:A)</f><v>1</v></c>"
            + "<c r=\"D2\"><f t=\"array\" ref=\"D2\">A2:A4</f><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"C3\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>"
            + "<row r=\"4\"><c r=\"C4\" s=\"1\"><f t=\"shared\" si=\"0\"></f><v>3</v></c>"
            + "<c r=\"D4\"><f t=\"shared\" si=\"7\"/><v>3</v></c></row>";
    List<String> expected =
        List.of(
            "C2 NUMBER 1 =A2*B$1+SUM(A:A)",
            "D2 NUMBER 1 =A2:A4",
            "C3 NUMBER 2 =A3*B$1+SUM(A:A)",
            "C4 NUMBER 3 =A4*B$1+SUM(A:A)",
            "D4 NUMBER 3");
    assertThat(formulas(new RawXlsx().rows(rows).write(folder.resolve("a.xlsx"))))
        .isEqualTo(expected);
    String unusual = rows.replace("r=\"C2\"", "r='C2'");
    assertThat(formulas(new RawXlsx().rows(unusual).write(folder.resolve("b.xlsx"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A2*B$1+$C3-$D$4",
        "IF(A2=\"B2 \"\"C3\"\" \",B2,LOG10(A2))",
        "SUM(A:B)+SUM(3:4)+SUM($A:B)",
        "VLOOKUP(A2,$A$1:$C$90,3,FALSE)",
        "ROUND(A2/1E2,2)&\"A2\"",
        "TRUE+A2",
        "DATEDIF(B2,C2,\"D\")"
      })
  void movedFormulasAreThoseOfPoi(String formula) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("Sheet1");
      book.createSheet("A2 表");
      XSSFEvaluationWorkbook parsing = XSSFEvaluationWorkbook.create(book);
      SharedFormula shared = new SharedFormula(SpreadsheetVersion.EXCEL2007);
      for (int[] by : new int[][] {{0, 0}, {5, 0}, {0, 3}, {98, 25}}) {
        var tokens =
            shared.convertSharedFormulas(
                FormulaParser.parse(formula, parsing, FormulaType.CELL, 0, 0), by[0], by[1]);
        var ours =
            FormulaParser.parse(
                Formula.moved(formula, by[0], by[1]), parsing, FormulaType.CELL, 0, 0);
        assertThat(FormulaRenderer.toFormulaString(parsing, ours))
            .isEqualTo(FormulaRenderer.toFormulaString(parsing, tokens));
      }
    }
  }

  @Test
  void theNamesOfSheetsAndTablesStayAsTheyAre() {
    assertThat(Formula.moved("'A2 表'!B2+A2表!B2+[1]A2!B2+Table1[A2]", 1, 1))
        .isEqualTo("'A2 表'!C3+A2表!C3+[1]A2!C3+Table1[A2]");
  }

  @ParameterizedTest
  @CsvSource({
    "R[-1]C*2, C4*2",
    "RC[-2]&\"R1C1\", A5&\"R1C1\"",
    "SUM(R2C1:R[3]C[1]), SUM($A$2:D8)",
    "'R1C1'!R1C3+Rate(RC), 'R1C1'!$C$1+Rate(C5)",
    "R[-9]C, #REF!"
  })
  void numberedRowsAndColumnsBecomeLetters(String written, String plain) {
    assertThat(Formula.fromR1C1(written, 4, 2)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"<calcPr fullCalcOnLoad='1'/>, true", "<calcPr calcId='191029'/>, false"})
  void aWorkbookThatWasNotCalculatedSaysSo(String calc, boolean said) throws IOException {
    RawXlsx xlsx = new RawXlsx().part("xl/workbook.xml", RawXlsx.workbook(calc)).rows("");
    assertThat(traits(xlsx.write(folder.resolve("a.xlsx"))).contains(Trait.NOT_CALCULATED))
        .isEqualTo(said);
  }

  @Test
  void anXlsThatWasNotCalculatedSaysSo() throws IOException {
    Path file =
        Books.write(
            folder.resolve("a.xls"),
            Books.xls(),
            book -> book.createSheet("s").setForceFormulaRecalculation(true));
    assertThat(traits(file)).containsExactly(Trait.NOT_CALCULATED);
  }

  private static java.util.Set<Trait> traits(Path file) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return workbook.facts().traits();
    }
  }
}
