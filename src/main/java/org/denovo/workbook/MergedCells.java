package org.denovo.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.denovo.source.SourceCell;

/**
 * Fills merged regions while rows go by in rising order. A region's other cells become copies of
 * its first one, as the sheet shows them; a row in which nothing else stands than such copies stays
 * blank, so that a patient merged over two rows is not read twice. Where another value is stored
 * under a region, the copy is marked, and the row does not stay blank.
 */
final class MergedCells {

  static final Comparator<SourceCell> BY_COLUMN =
      Comparator.comparingInt(cell -> cell.place().column());

  private final SheetLayout layout;
  private final CellMaker maker;
  private final boolean hiddenSheet;
  private final Deque<Region> ahead;
  private final List<Open> open = new ArrayList<>();

  /** A region that has begun, with its first cell if something stands in it. */
  private record Open(Region region, Optional<SourceCell> first, int marks) {}

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
    BitSet covering = uncover(row, cells);
    if (!cells.isEmpty() || !covering.isEmpty()) {
      open.forEach(o -> copy(o, row, hiddenRow, covering, cells));
      cells.sort(BY_COLUMN);
    }
  }

  private void meet(Region region, List<SourceCell> cells) {
    Optional<SourceCell> first =
        cells.stream().filter(cell -> column(cell) == region.firstColumn()).findFirst();
    int carried =
        first.map(cell -> Marks.bits(cell.marks()) & ~(Marks.HIDDEN | Marks.COMMENT)).orElse(0);
    open.add(new Open(region, first, carried | Marks.MERGED));
  }

  /**
   * Takes away what is stored under the regions; gives the columns where that was another value.
   */
  private BitSet uncover(int row, List<SourceCell> cells) {
    BitSet covering = new BitSet();
    for (Iterator<SourceCell> i = cells.iterator(); i.hasNext(); ) {
      SourceCell cell = i.next();
      for (Open o : open) {
        if (isCopy(o.region(), row, column(cell))) {
          i.remove();
          if (!cell.isBlank() && !o.first().map(first -> same(first, cell)).orElse(false)) {
            covering.set(column(cell));
          }
          break;
        }
      }
    }
    return covering;
  }

  private static boolean same(SourceCell one, SourceCell other) {
    return one.kind() == other.kind() && one.text().equals(other.text());
  }

  private void copy(
      Open from, int row, boolean hiddenRow, BitSet covering, List<SourceCell> cells) {
    for (int c = from.region().firstColumn(); c <= from.region().lastColumn(); c++) {
      if (isCopy(from.region(), row, c) && (from.first().isPresent() || covering.get(c))) {
        int hidden = hiddenRow || hiddenSheet || layout.hidden(c) ? Marks.HIDDEN : 0;
        int comment = layout.commented(row, c) ? Marks.COMMENT : 0;
        int marks = from.marks() | hidden | comment | (covering.get(c) ? Marks.COVERING : 0);
        cells.add(
            from.first().isPresent()
                ? maker.filled(from.first().get(), row, c, marks)
                : maker.hollow(row, c, marks));
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
