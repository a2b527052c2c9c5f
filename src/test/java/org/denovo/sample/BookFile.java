package org.denovo.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes grids as the files that centres send. The same grids give the same cells, always. */
final class BookFile {

  private static final Instant WRITTEN = Instant.parse("2022-07-05T08:00:00Z");

  private BookFile() {}

  static byte[] write(Centre.Format format, List<Grid> grids) {
    try {
      return switch (format) {
        case XLSX -> xlsx(grids, false);
        case XLSX_1904 -> xlsx(grids, true);
        case XLSX_ENCRYPTED -> encrypted(xlsx(grids, false));
        case XLS -> xls(grids);
        case CSV_GB18030 -> csv(grids, Charset.forName("GB18030"), "");
        case CSV_UTF8_BOM -> csv(grids, StandardCharsets.UTF_8, "\uFEFF");
      };
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] csv(List<Grid> grids, Charset charset, String start) {
    return grids.get(0).rows().stream()
        .map(row -> row.stream().map(BookFile::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", start, "\r\n"))
        .getBytes(charset);
  }

  private static String quoted(Cell cell) {
    String text = cell.plain();
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static byte[] xls(List<Grid> grids) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill(book, grids);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] xlsx(List<Grid> grids, boolean from1904) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      if (from1904) {
        book.getCTWorkbook().getWorkbookPr().setDate1904(true);
      }
      book.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(WRITTEN)));
      book.getProperties().getCoreProperties().setModified(Optional.of(Date.from(WRITTEN)));
      fill(book, grids);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return sameTimes(bytes.toByteArray());
    }
  }

  /** The zip again, with one time for every entry. */
  private static byte[] sameTimes(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(LocalDate.of(2022, 7, 5).atTime(8, 0));
        out.putNextEntry(copy);
        in.transferTo(out);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] encrypted(byte[] xlsx) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(Centre.PASSWORD);
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(xlsx);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static void fill(Workbook book, List<Grid> grids) {
    CreationHelper helper = book.getCreationHelper();
    CellStyle dates = book.createCellStyle();
    dates.setDataFormat(helper.createDataFormat().getFormat("yyyy-mm-dd"));
    CellStyle percents = book.createCellStyle();
    percents.setDataFormat(helper.createDataFormat().getFormat("0%"));
    for (Grid grid : grids) {
      Sheet sheet = book.createSheet(grid.name());
      for (int r = 0; r < grid.rows().size(); r++) {
        List<Cell> cells = grid.rows().get(r);
        Row row = sheet.createRow(r);
        for (int c = 0; c < cells.size(); c++) {
          if (cells.get(c).kind() != Cell.Kind.BLANK) {
            put(row.createCell(c), cells.get(c), dates, percents);
          }
        }
      }
      for (Grid.Merge merge : grid.merges()) {
        sheet.addMergedRegion(
            new CellRangeAddress(
                merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn()));
      }
      grid.hiddenColumns().forEach(column -> sheet.setColumnHidden(column, true));
      notes(sheet, helper, grid.notes());
    }
  }

  private static void notes(
      Sheet sheet, CreationHelper helper, Map<Integer, Map<Integer, String>> notes) {
    notes.forEach(
        (row, byColumn) ->
            byColumn.forEach(
                (column, text) -> {
                  Comment comment =
                      sheet.createDrawingPatriarch().createCellComment(helper.createClientAnchor());
                  comment.setString(helper.createRichTextString(text));
                  sheet.getRow(row).getCell(column).setCellComment(comment);
                }));
  }

  private static void put(
      org.apache.poi.ss.usermodel.Cell target, Cell cell, CellStyle dates, CellStyle percents) {
    switch (cell.kind()) {
      case BLANK -> {}
      case TEXT -> target.setCellValue(cell.text());
      case NUMBER -> target.setCellValue(cell.number());
      case PERCENT -> {
        target.setCellValue(cell.number());
        target.setCellStyle(percents);
      }
      case DATE -> {
        target.setCellValue(LocalDate.parse(cell.text()));
        target.setCellStyle(dates);
      }
      case FORMULA -> {
        target.setCellFormula(cell.text());
        target.setCellValue(cell.number());
      }
      case ERROR -> target.setCellErrorValue(FormulaError.REF.getCode());
    }
  }
}
