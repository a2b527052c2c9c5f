package org.denovo.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that POI writes for a test, in the old format and the new. */
final class Books {

  private Books() {}

  static Workbook xls() {
    return new HSSFWorkbook();
  }

  static Workbook xlsx() {
    return new XSSFWorkbook();
  }

  /** The same content in both formats. */
  static List<Path> both(Path folder, Consumer<Workbook> filling) throws IOException {
    return List.of(
        write(folder.resolve("a.xlsx"), xlsx(), filling),
        write(folder.resolve("a.xls"), xls(), filling));
  }

  static Path write(Path file, Workbook empty, Consumer<Workbook> filling) throws IOException {
    try (Workbook book = empty;
        OutputStream out = Files.newOutputStream(file)) {
      filling.accept(book);
      book.write(out);
    }
    return file;
  }
}
