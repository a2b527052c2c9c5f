package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/** One pass over the rows of an .xlsx sheet. */
final class XlsxRows extends RowsAhead {

  private final XlsxSheet sheet;
  private final XlsxParts book;
  private final SheetLayout layout;
  private final CellMaker maker;
  private final MergedCells merged;
  private final RowReader reader;
  private final RawRow raw;

  XlsxRows(XlsxSheet sheet, XlsxParts book, SheetLayout layout, RowReader reader) {
    this.sheet = sheet;
    this.book = book;
    this.layout = layout;
    this.maker = new CellMaker(book.file(), sheet.name(), book.date1904());
    this.merged = new MergedCells(layout, maker, sheet.hidden());
    this.reader = reader;
    this.raw = new RawRow(book.zip().limits());
  }

  @Override
  Optional<SourceRow> following() {
    return reader.next(raw)
        ? Optional.of(new SourceRow(book.file(), sheet.name(), raw.index(), cells()))
        : Optional.empty();
  }

  private List<SourceCell> cells() {
    if (raw.size() == 0) {
      return List.of();
    }
    List<SourceCell> cells = new ArrayList<>(raw.size());
    boolean sorted = true;
    int last = -1;
    for (int i = 0; i < raw.size(); i++) {
      int before = cells.size();
      add(i, cells);
      if (cells.size() > before) {
        sorted &= raw.column(i) > last;
        last = raw.column(i);
      }
    }
    if (!sorted) {
      sort(cells);
    }
    merged.fill(raw.index(), raw.hidden(), cells);
    return cells;
  }

  private void sort(List<SourceCell> cells) {
    cells.sort(MergedCells.BY_COLUMN);
    for (int i = 1; i < cells.size(); i++) {
      if (cells.get(i).place().column() == cells.get(i - 1).place().column()) {
        throw Refusals.broken(sheet.part());
      }
    }
  }

  private void add(int i, List<SourceCell> cells) {
    int row = raw.index();
    int column = raw.column(i);
    Look look = book.styles().look(raw.style(i));
    int marks =
        raw.marks(i)
            | (raw.hidden() || sheet.hidden() || layout.hidden(column) ? Marks.HIDDEN : 0)
            | (layout.commented(row, column) ? Marks.COMMENT : 0);
    switch (raw.stored(i)) {
      case NOTHING -> cells.add(maker.other(row, column, Kind.BLANK, "", look, marks));
      case NUMBER -> cells.add(maker.number(row, column, raw.number(i), look, marks));
      case SHARED -> shared((int) raw.number(i), row, column, look, marks, cells);
      case TEXT -> cells.add(maker.other(row, column, Kind.TEXT, raw.text(i), look, marks));
      case BOOLEAN -> cells.add(maker.other(row, column, Kind.BOOLEAN, raw.text(i), look, marks));
      case ERROR -> cells.add(maker.other(row, column, Kind.ERROR, raw.text(i), look, marks));
      case DATE -> cells.add(maker.isoDate(row, column, raw.text(i), look, marks));
    }
  }

  private void shared(
      int index, int row, int column, Look look, int marks, List<SourceCell> cells) {
    SharedStrings shared = book.shared();
    if (index >= shared.size()) {
      throw Refusals.broken(sheet.part());
    }
    String text = shared.text(index);
    if (!text.isEmpty() || (marks & Marks.FORMULA) != 0) {
      int struck = shared.struck(index) ? Marks.STRUCK : 0;
      cells.add(maker.other(row, column, Kind.TEXT, text, look, marks | struck));
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
