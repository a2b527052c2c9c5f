package org.denovo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of questions as a spreadsheet program sees it. */
class QueryWorkbookTest {

  private static final LocalDate DUE = LocalDate.of(2022, 7, 30);

  /** What people type, and what must stay a text. */
  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://invented.example\",\"x\")",
          "+1+1",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(A1)",
          "\t=1+1",
          "\r=1+1",
          "_x003D_1+1",
          "nul\u0000 bell\u0007 half\uD800 <b>&amp;");

  @TempDir Path folder;

  private static Question about(String id, String written) {
    return new Question(
        id,
        "00112233445566aa",
        written,
        List.of(new Question.Where(written, 4, 2, written, written)),
        Text.same(written),
        new Text("缘由", "Reason"),
        new Text("入选", "Inclusion"),
        DUE);
  }

  private Path write(String name, Lang lang, List<Question> questions) {
    Path file = folder.resolve(name);
    QueryWorkbook.write(
        file,
        new QueryWorkbook.Title(
            "north",
            new Text("北方医院", "North Hospital"),
            "north_1.xlsx",
            LocalDate.of(2022, 6, 30),
            3),
        questions,
        lang);
    return file;
  }

  @Test
  void noCellIsAFormulaWhateverTheCentreTyped() throws IOException {
    List<Question> questions =
        HOSTILE.stream().map(text -> about("00000000000" + HOSTILE.indexOf(text), text)).toList();
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(write("q.xlsx", Lang.ZH, questions)))) {
      int cells = 0;
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
            cells++;
          }
        }
      }
      assertThat(cells).isEqualTo(1 + 11 + 11 * HOSTILE.size() + 10 + 2 + 2 * HOSTILE.size());
      XSSFSheet sheet = book.getSheetAt(0);
      for (int i = 0; i < 4; i++) {
        Cell patient = sheet.getRow(2 + i).getCell(1);
        assertThat(patient.getStringCellValue()).isEqualTo(HOSTILE.get(i));
        assertThat(patient.getCellStyle().getQuotePrefixed()).isTrue();
      }
      assertThat(sheet.getRow(8).getCell(1).getStringCellValue())
          .as("an underscore before x003D is one")
          .isEqualTo("_x003D_1+1");
      assertThat(sheet.getRow(9).getCell(1).getStringCellValue())
          .isEqualTo("nul  bell  half  <b>&amp;");
    }
  }

  @Test
  void theSameQuestionsGiveTheSameBytes() throws IOException {
    List<Question> questions = List.of(about("0123456789ab", "切缘阴性"));
    assertThat(write("one.xlsx", Lang.EN, questions))
        .hasSameBinaryContentAs(write("two.xlsx", Lang.EN, questions));
  }

  @Test
  void onlyTheAnswersAreOpenAndTheyAreChosenFromAList() throws IOException {
    Path file = write("q.xlsx", Lang.EN, List.of(about("0123456789ab", "x")));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Queries");
      assertThat(sheet.getProtect()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      StringBuilder locked = new StringBuilder();
      sheet.getRow(2).forEach(cell -> locked.append(cell.getCellStyle().getLocked() ? 'L' : '-'));
      assertThat(locked).hasToString("LLLLLLL----");
      DataValidation list = sheet.getDataValidations().get(0);
      assertThat(list.getRegions().getCellRangeAddresses()[0].formatAsString()).isEqualTo("H3");
      assertThat(list.getValidationConstraint().getExplicitListValues())
          .containsExactly(
              "Corrected in our workbook",
              "Checked: right as written",
              "Cannot be determined",
              "Other: see the comment");
      assertThat(book.getSheetVisibility(2)).isEqualTo(SheetVisibility.VERY_HIDDEN);
      assertThat(book.getSheetAt(1).getRow(8).getCell(0).getStringCellValue())
          .isEqualTo("3 further questions of less weight are not in this workbook.");
    }
  }

  @Test
  void aWorkbookThatCameBackIsReadInEitherLanguageAndWithoutItsMark() throws IOException {
    Path file = write("q.xlsx", Lang.ZH, List.of(about("0123456789ab", "x")));
    assertThat(ReturnedWorkbook.isOne(file, Limits.DEFAULT, Optional.empty())).isTrue();
    assertThat(ReturnedWorkbook.read(file, Limits.DEFAULT, Optional.empty()).replies()).isEmpty();

    Path filled = folder.resolve("filled.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file));
        var out = Files.newOutputStream(filled)) {
      book.removeSheetAt(2);
      Row row = book.getSheetAt(0).getRow(2);
      row.getCell(0).setCellValue("0123456789ab");
      row.getCell(7).setCellValue(" cannot be  determined");
      book.write(out);
    }
    assertThat(ReturnedWorkbook.isOne(filled, Limits.DEFAULT, Optional.empty())).isTrue();
    ReturnedWorkbook back = ReturnedWorkbook.read(filled, Limits.DEFAULT, Optional.empty());
    assertThat(back.centre()).isEmpty();
    assertThat(back.replies())
        .containsExactly(
            new Reply(
                "质疑清单",
                "H3",
                "0123456789ab",
                "x",
                Optional.empty(),
                "2022-07-30",
                "cannot be  determined",
                Optional.of(Choice.UNDETERMINED),
                "",
                "",
                ""));
  }

  @Test
  void aCentresOwnWorkbookWithOurSheetPastedIntoItIsASubmission() throws IOException {
    Path file = write("q.xlsx", Lang.ZH, List.of(about("0123456789ab", "x")));
    Path own = folder.resolve("own.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file));
        var out = Files.newOutputStream(own)) {
      book.createSheet("病例登记").createRow(0).createCell(0).setCellValue("住院号");
      book.write(out);
    }
    assertThat(ReturnedWorkbook.isOne(own, Limits.DEFAULT, Optional.empty())).isFalse();
  }

  @Test
  void aQueryWorkbookWithoutItsHeadersSaysSo() throws IOException {
    Path file = write("q.xlsx", Lang.ZH, List.of(about("0123456789ab", "x")));
    Path broken = folder.resolve("broken.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file));
        var out = Files.newOutputStream(broken)) {
      book.getSheetAt(0).removeRow(book.getSheetAt(0).getRow(1));
      book.write(out);
    }
    assertThat(ReturnedWorkbook.isOne(broken, Limits.DEFAULT, Optional.empty())).isTrue();
    assertThat(
            ReturnedWorkbook.read(broken, Limits.DEFAULT, Optional.empty())
                .unreadable()
                .orElseThrow()
                .en())
        .isEqualTo(
            "the query workbook has no headers 'Query id' and 'Answer (choose)' any more; fill in"
                + " the file as it was sent");
  }
}
