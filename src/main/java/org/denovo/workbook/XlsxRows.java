package org.denovo.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/** One pass over the rows of a sheet in XML. */
final class XlsxRows extends RowsAhead {

  private final String name;
  private final boolean hidden;
  private final String part;
  private final XlsxParts book;
  private final SheetLayout layout;
  private final CellMaker maker;
  private final MergedCells merged;
  private final RowReader reader;
  private final RawRow raw;
  private final Map<Integer, First> groups = new HashMap<>();

  /** The first cell of a group that shares its formula. */
  private record First(String formula, int row, int column) {}

  /**
   * A pass.
   *
   * @param part what the sheet is called inside the file, for a refusal
   */
  XlsxRows(Sheet sheet, String part, XlsxParts book, SheetLayout layout, RowReader reader) {
    this.name = sheet.name();
    this.hidden = sheet.hidden();
    this.part = part;
    this.book = book;
    this.layout = layout;
    this.maker = new CellMaker(book.file(), name, book.date1904());
    this.merged = new MergedCells(layout, maker, hidden);
    this.reader = reader;
    this.raw = new RawRow(book.limits());
  }

  @Override
  Optional<SourceRow> following() {
    return reader.next(raw)
        ? Optional.of(new SourceRow(book.file(), name, raw.index(), cells()))
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
        throw Refusals.broken(part);
      }
    }
  }

  private void add(int i, List<SourceCell> cells) {
    int row = raw.index();
    int column = raw.column(i);
    Look look = book.styles().look(raw.style(i));
    int marks =
        raw.marks(i)
            | (raw.hidden() || hidden || layout.hidden(column) ? Marks.HIDDEN : 0)
            | (layout.commented(row, column) ? Marks.COMMENT : 0);
    String formula = (marks & Marks.FORMULA) == 0 ? "" : formula(i, row, column);
    String text = raw.text(i);
    switch (raw.stored(i)) {
      case NOTHING -> cells.add(maker.other(row, column, Kind.BLANK, "", look, formula, marks));
      case NUMBER -> cells.add(maker.number(row, column, raw.number(i), look, formula, marks));
      case SHARED -> shared((int) raw.number(i), row, column, look, formula, marks, cells);
      case TEXT -> cells.add(maker.other(row, column, Kind.TEXT, text, look, formula, marks));
      case BOOLEAN -> cells.add(maker.other(row, column, Kind.BOOLEAN, text, look, formula, marks));
      case ERROR -> cells.add(maker.other(row, column, Kind.ERROR, text, look, formula, marks));
      case DATE -> cells.add(maker.isoDate(row, column, text, look, formula, marks));
    }
  }

  private String formula(int i, int row, int column) {
    RawFormula written = raw.formula(i);
    if (written.group() == RawFormula.ALONE) {
      return written.text();
    }
    if (!written.text().isEmpty()) {
      groups.put(written.group(), new First(written.text(), row, column));
      return written.text();
    }
    First first = groups.get(written.group());
    return first == null
        ? ""
        : Formula.moved(first.formula(), row - first.row(), column - first.column());
  }

  private void shared(
      int index,
      int row,
      int column,
      Look look,
      String formula,
      int marks,
      List<SourceCell> cells) {
    SharedStrings shared = book.shared();
    if (index >= shared.size()) {
      throw Refusals.broken(part);
    }
    String text = shared.text(index);
    if (!text.isEmpty() || (marks & Marks.FORMULA) != 0) {
      int struck = shared.struck(index) ? Marks.STRUCK : 0;
      cells.add(maker.other(row, column, Kind.TEXT, text, look, formula, marks | struck));
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
