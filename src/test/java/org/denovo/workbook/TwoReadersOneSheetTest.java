package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The byte scanner against the XML parser: the same rows, on whole and on damaged sheets. */
class TwoReadersOneSheetTest {

  private static final String[] CELLS = {
    "<c r=\"%c%d\"><v>%d.25</v></c>",
    "<c r=\"%c%d\" s=\"2\"><v>-1%d</v></c>",
    "<c r=\"%c%d\" t=\"s\"><v>%d</v></c>",
    "<c r=\"%c%d\" t=\"str\"><f>A1&amp;B1</f><v>切缘 &lt;%d&gt;</v></c>",
    "<c r=\"%c%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内%d</t></is></c>",
    "<c r=\"%c%d\" t=\"b\"><v>1</v></c><!-- %d -->",
    "<c r=\"%c%d\" s=\"%d\"/>",
    "<c r=\"%c%d\"><f t=\"shared\" ref=\"A1:B2\" si=\"%d\">1+1</f></c>",
    "<c r=\"%c%d\"><f>1+1</f></c>",
    "<c r=\"%c%d\"><v>1.%d0000000000000123E-7</v></c>"
  };

  @TempDir Path folder;

  @Test
  void wholeAndDamagedSheetsGiveTheSameRowsOrARefusal() throws IOException {
    Random random = new Random(20_261_124);
    int same = 0;
    for (int round = 0; round < 300; round++) {
      byte[] sheet = sheet(random).getBytes(StandardCharsets.UTF_8);
      if (round % 2 == 1) {
        sheet[random.nextInt(sheet.length)] = (byte) random.nextInt(128);
      }
      List<String> parsed = parsed(sheet);
      if (!parsed.contains("refused")) {
        assertThat(scanned(sheet)).isEqualTo(parsed);
        same++;
      } else {
        scanned(sheet);
      }
    }
    assertThat(same).isBetween(150, 300);
  }

  /** Found by damaging invented workbooks: a column was taken for the one of its first letter. */
  @Test
  void anAddressInSmallLettersIsTheSameCell() throws IOException {
    byte[] sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"Av1\"><v>1</v></c></row></sheetData></worksheet>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(parsed(sheet)).containsExactly("row 0 false", "47 0 NUMBER 1.0 0");
    assertThat(scanned(sheet)).isEqualTo(parsed(sheet));
  }

  private static String sheet(Random random) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet><sheetData>");
    // Longer than the scanner's buffer now and then, so that cells lie across its end.
    int rows = random.nextInt(20) == 0 ? 1500 : 3;
    for (int row = 1; row <= rows; row++) {
      xml.append("<row r=\"").append(row).append("\" hidden=\"").append(row % 2).append("\">");
      for (char column = 'A'; column < 'H'; column++) {
        int kind = random.nextInt(rows > 3 ? 5 : CELLS.length);
        xml.append(String.format(CELLS[kind], column, row, random.nextInt(9)));
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static List<String> parsed(byte[] sheet) {
    return rows(
        () -> new StaxRows(new PartXml("sheet", new ByteArrayInputStream(sheet)), Limits.DEFAULT));
  }

  private List<String> scanned(byte[] sheet) throws IOException {
    Path file =
        new RawXlsx().part("xl/worksheets/sheet1.xml", sheet).write(folder.resolve("a.xlsx"));
    try (ZipParts zip =
        new ZipParts(
            java.nio.channels.FileChannel.open(file, StandardOpenOption.READ), Limits.DEFAULT)) {
      return rows(() -> new FirstScannedRows("xl/worksheets/sheet1.xml", zip));
    }
  }

  private static List<String> rows(java.util.function.Supplier<RowReader> opened) {
    List<String> lines = new ArrayList<>();
    RawRow row = new RawRow(Limits.DEFAULT);
    try (RowReader reader = opened.get()) {
      while (reader.next(row)) {
        lines.add("row " + row.index() + " " + row.hidden());
        for (int i = 0; i < row.size(); i++) {
          lines.add(
              row.column(i)
                  + " "
                  + row.style(i)
                  + " "
                  + row.stored(i)
                  + " "
                  + switch (row.stored(i)) {
                    case NUMBER, SHARED -> row.number(i);
                    case NOTHING, TEXT, BOOLEAN, ERROR, DATE -> row.text(i);
                  }
                  + " "
                  + row.marks(i)
                  + (row.formula(i).equals(RawFormula.NONE) ? "" : " " + row.formula(i)));
        }
      }
    } catch (WorkbookRefused e) {
      lines.add("refused");
    }
    return lines;
  }
}
