package org.denovo.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/** What a test reads from a file: one line a cell. */
final class Seen {

  private Seen() {}

  static List<SourceRow> rows(Path file, Limits limits) {
    List<SourceRow> all = new ArrayList<>();
    try (Workbook workbook = WorkbookFile.open(file, limits, Optional.empty())) {
      for (Sheet sheet : workbook.sheets()) {
        all.addAll(rows(sheet));
      }
    }
    return all;
  }

  static List<SourceRow> rows(Sheet sheet) {
    List<SourceRow> all = new ArrayList<>();
    try (Sheet.Rows rows = sheet.rows()) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  /** {@code A1 TEXT 文字 [HIDDEN]}: the marks only if there are some. */
  static List<String> cells(Path file) {
    return rows(file, Limits.DEFAULT).stream()
        .flatMap(row -> row.cells().stream())
        .map(Seen::line)
        .toList();
  }

  static String line(SourceCell cell) {
    String marks = cell.marks().isEmpty() ? "" : " " + new java.util.TreeSet<>(cell.marks());
    return cell.place().address() + " " + cell.kind() + " " + cell.text() + marks;
  }
}
