package org.denovo.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.denovo.source.SourceCell;

/**
 * Fills merged regions while rows go by in rising order. A region's other cells become copies of
 * its first one, as the sheet shows them; a row in which nothing else stands than such copies stays
 * blank, so that a patient merged over two rows is not read twice.
 */
final class MergedCells {

  static final Comparator<SourceCell> BY_COLUMN =
      Comparator.comparingInt(cell -> cell.place().column());

  private final SheetLayout layout;
  private final CellMaker maker;
  private final boolean hiddenSheet;
  private final Deque<Region> ahead;
  private final List<Open> open = new ArrayList<>();

  /** A region whose first cell has been met. */
  private record Open(Region region, SourceCell first, int marks) {}

  MergedCells(SheetLayout layout, CellMaker maker, boolean hiddenSheet) {
    this.hiddenSheet = hiddenSheet;
    this.layout = layout;
    this.maker = maker;
    this.ahead = new ArrayDeque<>(layout.merged());
  }

  /** Fills one row's cells, which stand by rising column. */
  void fill(int row, boolean hiddenRow, List<SourceCell> cells) {
    if (ahead.isEmpty() && open.isEmpty()) {
      return;
    }
    open.removeIf(o -> o.region().lastRow() < row);
    while (!ahead.isEmpty() && ahead.peek().firstRow() <= row) {
      Region region = ahead.poll();
      if (region.firstRow() == row) {
        meet(region, cells);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    cells.removeIf(cell -> open.stream().anyMatch(o -> isCopy(o.region(), row, column(cell))));
    if (!cells.isEmpty()) {
      open.forEach(o -> copy(o, row, hiddenRow, cells));
      cells.sort(BY_COLUMN);
    }
  }

  private void meet(Region region, List<SourceCell> cells) {
    for (Iterator<SourceCell> i = cells.iterator(); i.hasNext(); ) {
      SourceCell cell = i.next();
      if (column(cell) == region.firstColumn()) {
        int carried = Marks.bits(cell.marks()) & ~(Marks.HIDDEN | Marks.COMMENT);
        open.add(new Open(region, cell, carried | Marks.MERGED));
        return;
      }
    }
  }

  private void copy(Open from, int row, boolean hiddenRow, List<SourceCell> cells) {
    for (int c = from.region().firstColumn(); c <= from.region().lastColumn(); c++) {
      if (isCopy(from.region(), row, c)) {
        int hidden = hiddenRow || hiddenSheet || layout.hidden(c) ? Marks.HIDDEN : 0;
        int comment = layout.commented(row, c) ? Marks.COMMENT : 0;
        cells.add(maker.filled(from.first(), row, c, from.marks() | hidden | comment));
      }
    }
  }

  private static boolean isCopy(Region region, int row, int column) {
    return region.covers(row, column)
        && (row != region.firstRow() || column != region.firstColumn());
  }

  private static int column(SourceCell cell) {
    return cell.place().column();
  }
}
