package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One invented table in every format that is read; the same cells come out. */
class SameCellsInEveryFormatTest {

  /** Address, kind, text, format, formula, background, marks. */
  private static final List<String> EXPECTED =
      List.of(
          "A1 TEXT 病例登记表 []",
          "B1 TEXT 病例登记表 [MERGED]",
          "C1 TEXT 病例登记表 [MERGED]",
          "A2 TEXT 住院号 []",
          "B2 TEXT 确诊日期 []",
          "C2 TEXT ER(%) []",
          "D2 TEXT 备注\n（手术） []",
          "A4 TEXT 00123 []",
          "B4 DATE 2018-05-03 yyyy-mm-dd []",
          "C4 NUMBER 0.3 0% [PERCENT]",
          "D4 TEXT ＥＲ（＋）　切缘 []",
          "A5 TEXT 00123 [MERGED]",
          "B5 DATE 2019-11-30T14:05:09 yyyy-mm-dd hh:mm:ss []",
          "C5 NUMBER 6.918 []",
          "D5 BOOLEAN TRUE []",
          "A6 TEXT S-7 [STRUCK]",
          "B6 NUMBER 43223 []",
          "C6 NUMBER 90.5 =181/2 [FORMULA]",
          "D6 ERROR #DIV/0! =1/0 [FORMULA]",
          "A7 TEXT 𠮷 & <b> #FFFF00 [FILLED]",
          "B7 TEXT  2018年5月 =\" 2018年5月\" [FORMULA]",
          "C7 NUMBER -1500000 []",
          "D7 NUMBER 110101199001010000 []",
          "A8 TEXT 隐藏行 [HIDDEN]",
          "B8 BOOLEAN FALSE [HIDDEN]",
          "C8 NUMBER 3 0\"+\" [HIDDEN, DRESSED]",
          "D8 TEXT  =IF(D9=\"\",\"\",D9) [FORMULA, HIDDEN]");

  @TempDir Path folder;

  @Test
  void xlsx() throws IOException {
    Path file = write("table.xlsx", new XSSFWorkbook());
    assertThat(cells(file, "")).isEqualTo(EXPECTED);
  }

  @Test
  void xlsxThroughTheXmlParser() throws IOException {
    Path file = folder.resolve("table.xlsx");
    Files.move(write("plain.xlsx", new XSSFWorkbook()), file);
    Path unusual = folder.resolve("parsed.xlsx");
    Parts.rewrite(
        file,
        unusual,
        (name, text) ->
            name.startsWith("xl/worksheets/sheet")
                ? text.replace("<sheetData>", "<sheetData><!-- not what programs write -->")
                : text);
    assertThat(cells(unusual, "")).isEqualTo(EXPECTED);
  }

  @Test
  void strictXlsxInUtf16WithPrefixes() throws IOException {
    Path file = write("table.xlsx", new XSSFWorkbook());
    Path strict = folder.resolve("strict.xlsx");
    Parts.rewrite(file, strict, Parts::strict);
    assertThat(cells(strict, "")).isEqualTo(EXPECTED);
  }

  @Test
  void whatPoiReadsIsTheSame() throws IOException {
    for (String name : List.of("table.xlsx", "table.xls")) {
      Path file = write(name, name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook());
      List<String> ours = new ArrayList<>();
      for (SourceCell cell : read(file, "", "基本信息")) {
        if (!cell.has(Mark.MERGED)) {
          ours.add(
              cell.place().address()
                  + " "
                  + cell.kind()
                  + " "
                  + (Double.isNaN(cell.number()) ? cell.text() : cell.number())
                  + " ="
                  + cell.formula());
        }
      }
      assertThat(ours).isEqualTo(PoiCells.of(file, "基本信息"));
    }
  }

  @Test
  void xls() throws IOException {
    Path file = write("table.xls", new HSSFWorkbook());
    assertThat(cells(file, "")).isEqualTo(EXPECTED);
  }

  @Test
  void theXlsOfWps() throws IOException {
    Path file = write("table.et", new HSSFWorkbook());
    assertThat(cells(file, "")).isEqualTo(EXPECTED);
  }

  @Test
  void xlsxLockedByEitherKindOfEncryption() throws Exception {
    for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
      Path file = folder.resolve(mode + ".xlsx");
      lock(file, mode, "口令 1");
      assertThat(cells(file, "口令 1")).isEqualTo(EXPECTED);
      assertThat(facts(file, "口令 1").is(WorkbookFacts.Trait.ENCRYPTED)).isTrue();
    }
  }

  @Test
  void xlsLockedByAPassword() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    Path file;
    try {
      file = write("locked.xls", new HSSFWorkbook());
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(cells(file, "secret")).isEqualTo(EXPECTED);
    assertThat(facts(file, "secret").is(WorkbookFacts.Trait.ENCRYPTED)).isTrue();
  }

  @Test
  void csvHasTheTextsOfTheOthers() throws IOException {
    StringBuilder csv = new StringBuilder();
    for (int row = 1; row <= 8; row++) {
      for (char column = 'A'; column <= 'D'; column++) {
        csv.append(column == 'A' ? "" : ",")
            .append('"')
            .append(text("" + column + row))
            .append('"');
      }
      csv.append("\r\n");
    }
    Path file = folder.resolve("table.csv");
    Files.writeString(file, csv, StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    for (SourceCell cell : read(file, "", "")) {
      texts.add(cell.place().address() + " " + cell.text());
    }
    assertThat(texts)
        .isEqualTo(
            EXPECTED.stream()
                // A text file has no formulas, so an empty result is nothing.
                .filter(e -> !text(address(e)).isEmpty())
                .map(e -> address(e) + " " + text(address(e)))
                .toList());
  }

  private static String address(String expected) {
    return expected.substring(0, expected.indexOf(' '));
  }

  /** The text of a place in EXPECTED: between the kind and the format or marks. */
  private String text(String address) {
    return SameCellsInEveryFormatTest.this.texts().getOrDefault(address, "");
  }

  private java.util.Map<String, String> texts() {
    java.util.Map<String, String> texts = new java.util.HashMap<>();
    for (String line : EXPECTED) {
      int kind = line.indexOf(' ') + 1;
      int from = line.indexOf(' ', kind) + 1;
      String rest = line.substring(from, line.lastIndexOf(" ["));
      for (String format :
          List.of(
              " yyyy-mm-dd hh:mm:ss",
              " yyyy-mm-dd",
              " 0%",
              " 0\"+\"",
              " #FFFF00",
              " =181/2",
              " =1/0",
              " =\" 2018年5月\"",
              " =IF(D9=\"\",\"\",D9)")) {
        rest = rest.endsWith(format) ? rest.substring(0, rest.length() - format.length()) : rest;
      }
      texts.put(address(line), rest);
    }
    return texts;
  }

  private List<String> cells(Path file, String password) {
    List<String> lines = new ArrayList<>();
    for (SourceCell cell : read(file, password, "基本信息")) {
      boolean counts = !Double.isNaN(cell.number());
      assertThat(counts).isEqualTo(List.of("NUMBER", "DATE").contains(cell.kind().name()));
      lines.add(
          cell.place().address()
              + " "
              + cell.kind()
              + " "
              + cell.text()
              + (cell.format().isEmpty() ? "" : " " + cell.format())
              + (cell.formula().isEmpty() ? "" : " =" + cell.formula())
              + (cell.fill().isEmpty() ? "" : " " + cell.fill())
              + " "
              + new TreeSet<>(cell.marks()));
    }
    return lines;
  }

  private static List<SourceCell> read(Path file, String password, String sheet) {
    List<SourceCell> cells = new ArrayList<>();
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password(password));
        Sheet.Rows rows = workbook.sheet(sheet).orElseThrow().rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        assertThat(row.workbook()).isEqualTo(file.getFileName().toString());
        assertThat(row.cells()).allMatch(cell -> cell.place().row() == row.index());
        cells.addAll(row.cells());
      }
    }
    return cells;
  }

  private static WorkbookFacts facts(Path file, String password) {
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password(password))) {
      return workbook.facts();
    }
  }

  private static Optional<char[]> password(String password) {
    return password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray());
  }

  private void lock(Path file, EncryptionMode mode, String password)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream clear = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      fill(book);
      book.write(clear);
    }
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(files)) {
        new ByteArrayInputStream(clear.toByteArray()).transferTo(out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
  }

  private Path write(String name, org.apache.poi.ss.usermodel.Workbook book) throws IOException {
    Path file = folder.resolve(name);
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      fill(book);
      book.write(out);
    }
    return file;
  }

  private static void fill(org.apache.poi.ss.usermodel.Workbook book) {
    org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet("基本信息");
    row(sheet, 0, "病例登记表");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    row(sheet, 1, "住院号", "确诊日期", "ER(%)", "备注\n（手术）");
    Row first = row(sheet, 3, "00123", LocalDate.of(2018, 5, 3), 0.3, "ＥＲ（＋）　切缘");
    first.getCell(1).setCellStyle(format(book, "yyyy-mm-dd"));
    first.getCell(2).setCellStyle(format(book, "0%"));
    Row second =
        row(sheet, 4, null, LocalDateTime.of(2019, 11, 30, 14, 5, 9), 6.9180000000000001, true);
    second.getCell(1).setCellStyle(format(book, "yyyy-mm-dd hh:mm:ss"));
    sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
    Row third = row(sheet, 5, "S-7", 43223, null, null);
    third.getCell(0).setCellStyle(struck(book));
    third.createCell(2).setCellFormula("181/2");
    third.createCell(3).setCellFormula("1/0");
    Row fourth = row(sheet, 6, "𠮷 & <b>", null, -1_500_000, 110101199001010000d);
    fourth.getCell(0).setCellStyle(filled(book));
    fourth.createCell(1).setCellFormula("\" 2018年5月\"");
    Row fifth = row(sheet, 7, "隐藏行", false, 3);
    fifth.getCell(2).setCellStyle(format(book, "0\"+\""));
    fifth.createCell(3).setCellFormula("IF(D9=\"\",\"\",D9)");
    fifth.setZeroHeight(true);
    // Formatting without values, far down, is no row.
    sheet.createRow(40_000).createCell(7).setCellStyle(filled(book));
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private static Row row(org.apache.poi.ss.usermodel.Sheet sheet, int index, Object... values) {
    Row row = sheet.createRow(index);
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      if (value != null) {
        Cell cell = row.createCell(column);
        if (value instanceof String text) {
          cell.setCellValue(text);
        } else if (value instanceof Boolean truth) {
          cell.setCellValue(truth);
        } else if (value instanceof LocalDate date) {
          cell.setCellValue(date);
        } else if (value instanceof LocalDateTime time) {
          cell.setCellValue(time);
        } else {
          cell.setCellValue(((Number) value).doubleValue());
        }
      }
    }
    return row;
  }

  private static CellStyle format(org.apache.poi.ss.usermodel.Workbook book, String code) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    return style;
  }

  private static CellStyle struck(org.apache.poi.ss.usermodel.Workbook book) {
    Font font = book.createFont();
    font.setStrikeout(true);
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    return style;
  }

  private static CellStyle filled(org.apache.poi.ss.usermodel.Workbook book) {
    CellStyle style = book.createCellStyle();
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
    return style;
  }
}
