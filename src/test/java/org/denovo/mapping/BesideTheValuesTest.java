package org.denovo.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hazards 9 to 14, 18, 19, 28, 30 and 38 as a registrar reads of them: one sentence for each thing
 * that a file says beside its values, with its place and count. Patients are invented.
 */
class BesideTheValuesTest {

  private static final String MAPPING =
      "  - sheet: 基本信息\n    patient: 住院号\n    ignore: [姓名]\n    columns:\n"
          + "      身份证号: {field: national_id}\n"
          + "      ER: {field: er_status}\n"
          + "      HER2: {field: her2_ihc}\n";

  @TempDir Path folder;

  private List<String> noticed(String name, Consumer<Sheet> filling) throws IOException {
    Path file = folder.resolve(name);
    try (org.apache.poi.ss.usermodel.Workbook book =
            name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("基本信息");
      row(sheet, 0, "住院号", "姓名", "身份证号", "ER", "HER2");
      filling.accept(sheet);
      book.write(out);
    }
    return noticed(file);
  }

  private static List<String> noticed(Path file) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      return SampleWorkbook.noticed(
          MappedWorkbook.open(
              workbook, file.getFileName().toString(), SampleWorkbook.mapping(MAPPING)));
    }
  }

  private static Row row(Sheet sheet, int index, Object... values) {
    Row row = sheet.createRow(index);
    for (int column = 0; column < values.length; column++) {
      Cell cell = row.createCell(column);
      if (values[column] instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue((String) values[column]);
      }
    }
    return row;
  }

  private static CellStyle style(Sheet sheet, Consumer<CellStyle> setting) {
    CellStyle style = sheet.getWorkbook().createCellStyle();
    setting.accept(style);
    return style;
  }

  private static CellStyle format(Sheet sheet, String code) {
    short format = sheet.getWorkbook().createDataFormat().getFormat(code);
    return style(sheet, style -> style.setDataFormat(format));
  }

  @Test
  void hiddenRowsAndColumnsAreCountedApartInBothFormats() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    row(sheet, 1, "A1", "", "", "+", "2+");
                    row(sheet, 2, "A2", "", "", "+", "2+").setZeroHeight(true);
                    row(sheet, 3, "A3", "", "", "+", "2+").setZeroHeight(true);
                    sheet.setColumnHidden(4, true);
                  }))
          .containsExactly(
              "HIDDEN_DATA 基本信息!E2 7 hidden: 2 rows and 1 columns (E), 7 cells of which hold"
                  + " data; they were read, please confirm");
    }
  }

  @Test
  void aVeryHiddenSheetIsReadAndSaysSo() throws IOException {
    assertThat(
            noticed(
                "a.xlsx",
                sheet -> {
                  row(sheet, 1, "A1", "", "", "+", "2+");
                  sheet.getWorkbook().createSheet("说明");
                  sheet.getWorkbook().setActiveSheet(1);
                  sheet.getWorkbook().setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
                }))
        .containsExactly(
            "HIDDEN_DATA 基本信息!A2 3 hidden: the whole sheet (very hidden), 3 cells of which hold"
                + " data; they were read, please confirm");
  }

  @Test
  void backgroundsAreCountedByColour() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    CellStyle yellow = filled(sheet, IndexedColors.YELLOW);
                    CellStyle red = filled(sheet, IndexedColors.RED);
                    for (int i = 1; i < 6; i++) {
                      Row row = row(sheet, i, "A" + i, "", "", "+", "2+");
                      row.getCell(3).setCellStyle(i < 4 ? yellow : red);
                    }
                  }))
          .containsExactly(
              "COLOURED 基本信息!D2 5 5 cells are coloured: red #FF0000 2 (from D5); yellow #FFFF00 3"
                  + " (from D2); what the colours mean was not read, please give it a column");
    }
  }

  private static CellStyle filled(Sheet sheet, IndexedColors colour) {
    return style(
        sheet,
        style -> {
          style.setFillForegroundColor(colour.getIndex());
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
  }

  @Test
  void commentsAreSaidWithTheirCellsButNotWhereTheyMayNameSomebody() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    row(sheet, 1, "A1", "某某", "", "+", "2+");
                    row(sheet, 2, "A2", "某某", "", "+", "2+");
                    comment(sheet, 0, 3, "1=阳性\n0=阴性");
                    comment(sheet, 1, 3, "家属 13800000000 说复查");
                    comment(sheet, 1, 1, "曾用名");
                    comment(sheet, 2, 0, "同 110101199001011234");
                  }))
          .containsExactly(
              "COMMENT 基本信息!A3 1 column '住院号' carries 1 comments, which were not read as data:"
                  + " A3",
              "COMMENT 基本信息!D1 2 column 'ER' carries 2 comments, which were not read as data: D1"
                  + " “1=阳性 0=阴性”; D2 “家属 *** 说复查”");
    }
  }

  private static void comment(Sheet sheet, int row, int column, String text) {
    var helper = sheet.getWorkbook().getCreationHelper();
    var drawing =
        sheet.getDrawingPatriarch() == null
            ? sheet.createDrawingPatriarch()
            : sheet.getDrawingPatriarch();
    var anchor = helper.createClientAnchor();
    anchor.setRow1(row);
    anchor.setCol1(column);
    var comment = drawing.createCellComment(anchor);
    comment.setString(helper.createRichTextString(text));
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }

  @Test
  void struckThroughValuesAreCountedWhollyOrPartly() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    Font struck = sheet.getWorkbook().createFont();
                    struck.setStrikeout(true);
                    Row row = row(sheet, 1, "A1", "", "", "+", "2+");
                    row.getCell(3).setCellStyle(style(sheet, style -> style.setFont(struck)));
                    var text =
                        sheet.getWorkbook().getCreationHelper().createRichTextString("2+ 3+");
                    text.applyFont(0, 2, struck);
                    row.getCell(4).setCellValue(text);
                  }))
          .containsExactly(
              "STRUCK_THROUGH 基本信息!D2 1 1 cells of column 'ER' are struck through, wholly or"
                  + " partly; their values were read as they are",
              "STRUCK_THROUGH 基本信息!E2 1 1 cells of column 'HER2' are struck through, wholly or"
                  + " partly; their values were read as they are");
    }
  }

  @Test
  void whatOnlyTheFormatShowsOrHidesIsNamedWithTheFormat() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    Row row = row(sheet, 1, "A1", "", "", "+", 3);
                    row.getCell(4).setCellStyle(format(sheet, "0\"+\""));
                    row.getCell(3).setCellStyle(format(sheet, ";;;"));
                  }))
          .containsExactly(
              "SHOWN_OTHERWISE 基本信息!D2 1 1 cells of column 'ER' hold data that the sheet does not"
                  + " show (an empty format, or text in the background's colour); they were read",
              "SHOWN_OTHERWISE 基本信息!E2 1 1 numbers of column 'HER2' are shown with words or signs"
                  + " that only the format adds (0\"+\"); please confirm what is meant");
    }
  }

  @Test
  void errorsAndMissingResultsAreCountedByWhatTheyAre() throws IOException {
    assertThat(
            noticed(
                "a.xlsx",
                sheet -> {
                  row(sheet, 1, "A1", "", "", "+", "2+").getCell(3).setCellFormula("1/0");
                  row(sheet, 2, "A2", "", "").createCell(3).setCellFormula("D4");
                  row(sheet, 3, "A3", "", "", "+", "2+").getCell(3).setCellErrorValue((byte) 23);
                  sheet
                      .getWorkbook()
                      .getCreationHelper()
                      .createFormulaEvaluator()
                      .evaluateFormulaCell(sheet.getRow(1).getCell(3));
                }))
        .containsExactly(
            "FORMULA_ERROR 基本信息!D2 1 1 cells of column 'ER' are formula errors (#DIV/0!), the"
                + " first is D2",
            "FORMULA_ERROR 基本信息!D3 1 1 cells of column 'ER' are formula errors (no result), the"
                + " first is D3",
            "FORMULA_ERROR 基本信息!D4 1 1 cells of column 'ER' are formula errors (#REF!), the first"
                + " is D4");
  }

  @Test
  void resultsOfAProgramThatDoesNotCalculateAreDoubted() throws IOException {
    assertThat(
            noticed(
                "a.xlsx",
                sheet -> {
                  Cell cell = row(sheet, 1, "A1", "", "", "+", "2+").getCell(3);
                  cell.setCellFormula("\"阳\"&\"性\"");
                  cell.setCellValue("0");
                  sheet.getWorkbook().setForceFormulaRecalculation(true);
                }))
        .containsExactly(
            "NOT_CALCULATED 基本信息!D2 1 1 formulas were written by a program that does not"
                + " calculate, so their stored results may be placeholders: open the file in Excel"
                + " or WPS, save it and send it again");
  }

  @Test
  void resultsThatComeFromAnotherWorkbookMayBeOld() throws IOException {
    assertThat(
            noticed(
                "a.xls",
                sheet -> {
                  try (HSSFWorkbook other = new HSSFWorkbook()) {
                    other.createSheet("s").createRow(0).createCell(0).setCellValue("阳性");
                    sheet.getWorkbook().linkExternalWorkbook("old.xls", other);
                    Cell cell = row(sheet, 1, "A1", "", "", "+", "2+").getCell(3);
                    cell.setCellFormula("[old.xls]s!A1");
                    cell.setCellValue("阳性");
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }))
        .containsExactly(
            "CARRIED 1 it carries what was not read, run or followed: links to other workbooks"
                + " (old.xls)",
            "LINKED_RESULT 基本信息!D2 1 1 formulas draw on other workbooks; their stored results may"
                + " be old");
  }

  @Test
  void aFilterThatHidesRowsIsNamedWithItsCriteria() throws IOException {
    Path file = folder.resolve("filtered.xlsx");
    noticed("plain.xlsx", sheet -> row(sheet, 1, "A1", "", "", "+", "2+").setZeroHeight(true));
    try (ZipFile from = new ZipFile(folder.resolve("plain.xlsx").toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry part : Collections.list(from.entries())) {
        String text = new String(from.getInputStream(part).readAllBytes(), UTF_8);
        to.putNextEntry(new ZipEntry(part.getName()));
        to.write(
            text.replace(
                    "</sheetData>",
                    "</sheetData><autoFilter ref=\"A1:E2\"><filterColumn colId=\"3\"><filters>"
                        + "<filter val=\"-\"/></filters></filterColumn></autoFilter>")
                .getBytes(UTF_8));
      }
    }
    assertThat(noticed(file))
        .containsExactly(
            "HIDDEN_DATA 基本信息!A2 3 hidden: 1 rows, 3 cells of which hold data; they were read,"
                + " please confirm",
            "FILTERED 1 a filter is on (A1:E2): D: =-; every row of the file was read, not only"
                + " those that it shows, please confirm");
  }

  @Test
  void datesInAReceptorColumnAndNumbersForIdentitiesAreErrorsOfTheSpreadsheet() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    Row row = row(sheet, 1, "A1", "", 110101199001011234d, "", "2+");
                    row.getCell(3).setCellValue(LocalDate.of(2024, 1, 10));
                    row.getCell(3).setCellStyle(format(sheet, "m\"月\"d\"日\""));
                    row(sheet, 2, "A2", "", 110101900101123d, "+", "2+");
                  }))
          .containsExactly(
              "CUT_IDENTITY 基本信息!C2 2 2 identity numbers of column '身份证号' are stored as numbers,"
                  + " which keep 15 digits only; please send them as text",
              "TURNED_INTO_DATE 基本信息!D2 1 1 cells of column 'ER' were turned into dates (1-10"
                  + " becomes 10 January); they were not read, please enter them again as text");
    }
  }

  @Test
  void identityNumbersThatWereCutBeforeTheyBecameTextEndInZeros() throws IOException {
    assertThat(
            noticed(
                "a.xlsx",
                sheet -> {
                  row(sheet, 1, "A1", "", "110101199001011237", "", "2+");
                  row(sheet, 2, "A2", "", "110101199001012000", "", "2+");
                  row(sheet, 3, "A3", "", "110101199001013000", "", "2+");
                  row(sheet, 4, "A4", "", "110101199001014000", "", "2+");
                }))
        .containsExactly(
            "CUT_IDENTITY 基本信息!C3 3 3 identity numbers of column '身份证号' end in 000 and were"
                + " probably cut to 15 digits before; please check them and send them as text");
  }

  @Test
  void picturesProtectionAndFormatsFarBelowTheDataAreSaidOnce() throws IOException {
    for (String name : List.of("a.xlsx", "a.xls")) {
      assertThat(
              noticed(
                  name,
                  sheet -> {
                    row(sheet, 1, "A1", "", "", "+", "2+");
                    sheet.createRow(65_000).createCell(0).setCellStyle(format(sheet, "0.0"));
                    var book = sheet.getWorkbook();
                    int picture = book.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 6);
                    var anchor = book.getCreationHelper().createClientAnchor();
                    anchor.setCol1(7);
                    anchor.setRow1(3);
                    sheet.createDrawingPatriarch().createPicture(anchor, picture);
                    sheet.protectSheet("x");
                  }))
          .containsExactly(
              "CARRIED 1 it carries what was not read, run or followed: pictures (H4)",
              "PROTECTED 1 the sheet is protected, which does not stop reading",
              "INFLATED_SHEET 64999 the data end in row 2, but formats go on to row 65001; there is"
                  + " nothing in those rows");
    }
  }

  @Test
  void aWrongExtensionIsSaidAndTheFileIsRead() throws IOException {
    Path file = folder.resolve("north.xls");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("基本信息");
      row(sheet, 0, "住院号", "姓名", "身份证号", "ER", "HER2");
      row(sheet, 1, "A1", "", "", "+", "2+");
      book.write(out);
    }
    assertThat(noticed(file))
        .containsExactly(
            "WRONG_EXTENSION 1 the content is a workbook (.xlsx), whatever the extension says; it was"
                + " read as that");
  }
}
