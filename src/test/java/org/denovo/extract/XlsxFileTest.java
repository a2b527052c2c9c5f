package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {

  @TempDir Path directory;

  @Test
  void aTextIsATextWhateverItStartsWith() throws IOException {
    Path file =
        write("=1+1", "+86", "-3", "@x", "007", "<b> & \"c\"", "_x000D_", " 切缘𠮷 ", "a\nb", "");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      List<XSSFCell> cells =
          IntStream.range(0, 9).mapToObj(i -> book.getSheetAt(0).getRow(1).getCell(i)).toList();
      assertThat(cells).allMatch(cell -> cell.getCellType() == CellType.STRING);
      assertThat(cells.stream().map(XSSFCell::getStringCellValue))
          .containsExactly(
              "=1+1", "+86", "-3", "@x", "007", "<b> & \"c\"", "_x000D_", " 切缘𠮷 ", "a b");
      assertThat(cells.stream().map(cell -> cell.getCellStyle().getQuotePrefixed()))
          .containsExactly(true, true, true, true, false, false, false, false, false);
      assertThat(book.getSheetAt(0).getRow(1).getCell(9)).isNull();
      assertThat(book.getSheetAt(0).getPaneInformation().getHorizontalSplitTopRow())
          .isEqualTo((short) 1);
    }
  }

  @Test
  void aNumberIsANumber() throws IOException {
    Path file = directory.resolve("n.xlsx");
    try (XlsxFile xlsx = new XlsxFile(file, List.of("n"))) {
      xlsx.sheet(
          List.of("a"),
          rows -> {
            rows.begin();
            rows.cell(0, xlsx.number("-12.25"));
            rows.end();
          });
    }
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      assertThat(book.getSheet("n").getRow(1).getCell(0).getNumericCellValue()).isEqualTo(-12.25);
    }
  }

  @Test
  void columnsAreLetteredPastZ() throws IOException {
    String[] cells = IntStream.range(0, 705).mapToObj(i -> "c" + i).toArray(String[]::new);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(write(cells)))) {
      for (int i = 0; i < cells.length; i++) {
        assertThat(book.getSheetAt(0).getRow(1).getCell(i).getStringCellValue()).isEqualTo("c" + i);
      }
    }
  }

  @Test
  void noPartHasATime() throws IOException {
    try (ZipFile zip = new ZipFile(write("a").toFile())) {
      assertThat(zip.stream())
          .hasSize(7)
          .allMatch(entry -> entry.getTimeLocal().toString().equals("1980-01-01T00:00"));
      try (InputStream first = zip.getInputStream(zip.entries().nextElement())) {
        assertThat(new String(first.readAllBytes())).contains("<Types").doesNotContain("docProps");
      }
    }
  }

  private Path write(String... cells) {
    Path file = directory.resolve("a.xlsx");
    try (XlsxFile xlsx = new XlsxFile(file, List.of("a & b"))) {
      xlsx.sheet(
          IntStream.range(0, cells.length).mapToObj(i -> "h" + i).toList(),
          rows -> {
            rows.begin();
            for (int i = 0; i < cells.length; i++) {
              if (!cells[i].isEmpty()) {
                rows.cell(i, xlsx.text(cells[i]));
              }
            }
            rows.end();
          });
    }
    return file;
  }
}
