package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.vocabulary.Text;

/**
 * A file of data for analysts, written row by row. It knows its columns and how wide they came out,
 * so that every other format can be made from it.
 */
final class DataFile implements AutoCloseable {

  private final String stem;
  private final Text rowIs;
  private final List<Column> columns;
  private final CsvFile csv;

  /**
   * Opens {@code <stem>.csv}.
   *
   * @param rowIs what one row is
   */
  DataFile(Path directory, String stem, Text rowIs, List<Column> columns) {
    this.stem = stem;
    this.rowIs = rowIs;
    this.columns = List.copyOf(columns);
    this.csv =
        new CsvFile(directory.resolve(stem + ".csv"), columns.stream().map(Column::name).toList());
  }

  /** Writes a row; a cell that is missing is an empty string. */
  void row(List<String> cells) {
    csv.row(cells);
  }

  /** The file's name without its ending; it is also the name of the table in every package. */
  String stem() {
    return stem;
  }

  String name() {
    return stem + ".csv";
  }

  /** What one row is, in both languages. */
  Text rowIs() {
    return rowIs;
  }

  List<Column> columns() {
    return columns;
  }

  /** The bytes of a column's longest cell in UTF-8, at least 1. */
  int width(int column) {
    return Math.max(1, csv.longest(column));
  }

  /** How many of a column's cells are not empty. */
  long filled(int column) {
    return csv.filled(column);
  }

  /** The rows so far, without the header. */
  long rows() {
    return csv.rows();
  }

  @Override
  public void close() {
    csv.close();
  }
}
