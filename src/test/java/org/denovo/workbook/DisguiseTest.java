package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.denovo.source.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hazards 12, 13 and 28: what colour, strike-through, number format and ink make of a value; the
 * value is kept, what is shown is kept beside it and marked.
 */
class DisguiseTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'0\"+\"', 3, DRESSED",
    "'0\\+', 3, DRESSED",
    "'0+', 3, DRESSED",
    "'\"HER2 \"0', 2, DRESSED",
    "'0\" mm\"', 2, DRESSED",
    "'[>=3]0\"+\";0', 3, DRESSED",
    "'[>=3]0\"+\";0', 2, ''",
    "'0;\"neg. \"0', -1, DRESSED",
    "'0;\"neg. \"0', 1, ''",
    "';;;', 3, UNSEEN",
    "'0;-0;;@', 0, UNSEEN",
    "'0;-0;;@', 1, ''",
    "'0;-0;\"-\"', 0, DRESSED",
    "'[Red]0.0', 3, ''",
    "'0.00E+00', 3, ''",
    "'# ?/?', 3, ''",
    "'_ * #,##0.00_ ;_ * -#,##0.00_ ', 3, ''",
    "'#,##0.00', -3, ''",
    "'0\" \"', 3, ''",
    "'0%', 0.3, PERCENT",
    "'yyyy\"年\"m\"月\"', 43223, ''"
  })
  void aNumberFormatThatHidesOrAddsAMeaningIsMarked(String format, double number, String mark)
      throws IOException {
    Set<Mark> marks = mark.isEmpty() ? Set.of() : Set.of(Mark.valueOf(mark));
    for (Path file :
        Books.both(
            folder,
            book -> {
              Cell cell = book.createSheet("s").createRow(0).createCell(0);
              cell.setCellValue(number);
              cell.setCellStyle(format(book, format));
            })) {
      var cell = Seen.rows(file, Limits.DEFAULT).get(0).at(0);
      assertThat(cell.marks()).isEqualTo(marks);
      assertThat(cell.format()).isEqualTo(format);
      assertThat(cell.number()).isEqualTo(number);
    }
  }

  @Test
  void anEmptyFormatHidesTextsToo() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Cell cell = book.createSheet("s").createRow(0).createCell(0);
              cell.setCellValue("死亡");
              cell.setCellStyle(format(book, ";;;"));
            })) {
      assertThat(Seen.cells(file)).containsExactly("A1 TEXT 死亡 [UNSEEN]");
    }
  }

  @Test
  void inkInTheColourOfTheGroundIsMarked() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Row row = book.createSheet("s").createRow(0);
              ink(row.createCell(0), IndexedColors.WHITE, null);
              ink(row.createCell(1), IndexedColors.WHITE, IndexedColors.RED);
              ink(row.createCell(2), IndexedColors.RED, IndexedColors.RED);
              ink(row.createCell(3), IndexedColors.BLACK, null);
            })) {
      assertThat(Seen.cells(file))
          .containsExactly(
              "A1 TEXT x [UNSEEN]",
              "B1 TEXT x [FILLED]",
              "C1 TEXT x [FILLED, UNSEEN]",
              "D1 TEXT x");
    }
  }

  private static void ink(Cell cell, IndexedColors ink, IndexedColors ground) {
    Workbook book = cell.getSheet().getWorkbook();
    cell.setCellValue("x");
    CellStyle style = book.createCellStyle();
    Font font = book.createFont();
    font.setColor(ink.getIndex());
    style.setFont(font);
    if (ground != null) {
      style.setFillForegroundColor(ground.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    cell.setCellStyle(style);
  }

  @Test
  void eachBackgroundIsKnownByItsColour() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Row row = book.createSheet("s").createRow(0);
              ink(row.createCell(0), IndexedColors.BLACK, IndexedColors.YELLOW);
              ink(row.createCell(1), IndexedColors.BLACK, IndexedColors.RED);
              ink(row.createCell(2), IndexedColors.BLACK, IndexedColors.WHITE);
            })) {
      List<String> fills =
          Seen.rows(file, Limits.DEFAULT).get(0).cells().stream()
              .map(cell -> cell.fill() + new TreeSet<>(cell.marks()))
              .toList();
      assertThat(fills).containsExactly("#FFFF00[FILLED]", "#FF0000[FILLED]", "[]");
    }
  }

  @Test
  void coloursOfTheThemeAreWorkedOutWithTheirTint() throws IOException {
    RawXlsx xlsx =
        new RawXlsx()
            .part(
                "xl/_rels/workbook.xml.rels",
                RawXlsx.relations(
                    "worksheet", "worksheets/sheet1.xml",
                    "styles", "styles.xml",
                    "theme", "theme/theme1.xml"))
            .part(
                "xl/theme/theme1.xml",
                "<theme><clrScheme><dk1><sysClr val='windowText' lastClr='000000'/></dk1><lt1>"
                    + "<sysClr val='window' lastClr='FFFFFF'/></lt1><dk2><srgbClr val='44546A'/></dk2>"
                    + "<lt2><srgbClr val='E7E6E6'/></lt2><accent1><srgbClr val='4472C4'/></accent1>"
                    + "</clrScheme></theme>")
            .styles(
                "<fills><fill><patternFill patternType='solid'><fgColor theme='4' tint='0.5'/>"
                    + "</patternFill></fill><fill><patternFill patternType='solid'>"
                    + "<fgColor theme='0'/></patternFill></fill><fill><patternFill"
                    + " patternType='solid'><fgColor theme='1' tint='-0.5'/></patternFill></fill>"
                    + "</fills><cellXfs><xf fillId='0'/><xf fillId='1'/><xf fillId='2'/></cellXfs>")
            .rows("<row><c s='0'><v>1</v></c><c s='1'><v>1</v></c><c s='2'><v>1</v></c></row>");
    List<String> fills =
        Seen.rows(xlsx.write(folder.resolve("a.xlsx")), Limits.DEFAULT).get(0).cells().stream()
            .map(cell -> cell.fill() + cell.marks())
            .toList();
    assertThat(fills).containsExactly("#A1B8E1[FILLED]", "[]", "#000000[FILLED]");
  }

  @Test
  void aTextOfWhichAPartIsStruckThroughIsWholeAndMarked() throws IOException {
    for (Path file :
        Books.both(
            folder,
            book -> {
              Font struck = book.createFont();
              struck.setStrikeout(true);
              Row row = book.createSheet("s").createRow(0);
              var text = book.getCreationHelper().createRichTextString("阳性阴性");
              if (text instanceof XSSFRichTextString) {
                text.applyFont(2, 4, book.createFont());
              }
              text.applyFont(0, 2, struck);
              row.createCell(0).setCellValue(text);
              row.createCell(1).setCellValue("阳性");
            })) {
      assertThat(Seen.cells(file)).containsExactly("A1 TEXT 阳性阴性 [STRUCK]", "B1 TEXT 阳性");
    }
  }

  private static CellStyle format(Workbook book, String code) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    return style;
  }
}
