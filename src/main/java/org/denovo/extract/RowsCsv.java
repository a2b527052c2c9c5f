package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.denovo.mapping.RowKind;
import org.denovo.mapping.RowNumbers;
import org.denovo.mapping.SheetLedger;

/**
 * {@code quality/rows.csv}: what became of the rows of every sheet. A sheet has a line {@code seen}
 * and one for each kind of row it has; the kinds add up to what was seen. The rows are counted from
 * 1 and named as ranges {@code 3..5, 7}, the first of them if there are many.
 */
public final class RowsCsv implements AutoCloseable {

  private final CsvFile csv;

  /** Opens the file. */
  public RowsCsv(Path file) {
    this.csv =
        new CsvFile(
            file,
            List.of(
                "centre", "workbook", "sheet", "kind", "kind_en", "kind_zh", "rows", "first_rows"));
  }

  /** Writes the account of one sheet. */
  public void accept(String centre, String workbook, SheetLedger sheet) {
    row(centre, workbook, sheet, List.of("seen", "rows seen", "总行数"), sheet.seen(), "");
    for (Map.Entry<RowKind, RowNumbers> rows : sheet.rows().entrySet()) {
      RowKind kind = rows.getKey();
      RowNumbers numbers = rows.getValue();
      List<String> names = List.of(kind.code(), kind.title().en(), kind.title().zh());
      row(centre, workbook, sheet, names, numbers.count(), numbers.text());
    }
  }

  private void row(
      String centre,
      String workbook,
      SheetLedger sheet,
      List<String> kind,
      int rows,
      String firstRows) {
    csv.row(
        List.of(
            centre,
            CsvFile.inert(workbook),
            CsvFile.inert(sheet.sheet()),
            kind.get(0),
            kind.get(1),
            kind.get(2),
            Integer.toString(rows),
            firstRows));
  }

  @Override
  public void close() {
    csv.close();
  }
}
