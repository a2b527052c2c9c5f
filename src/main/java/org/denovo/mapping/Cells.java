package org.denovo.mapping;

import java.util.List;
import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/** Quick questions about cells; they are asked of every cell of every night. */
final class Cells {

  private Cells() {}

  /** True if something stands in the cell. */
  static boolean holds(SourceCell cell) {
    if (cell.kind() != Kind.TEXT) {
      return cell.kind() != Kind.BLANK;
    }
    String text = cell.text();
    // Most texts start with a plain character; only the odd ones need the whole look.
    if (!text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) < 0x80) {
      return true;
    }
    return !cell.isBlank();
  }

  /** The cell of a column, or a blank one at its place. */
  static SourceCell at(SourceRow row, int column) {
    List<SourceCell> cells = row.cells();
    int low = 0;
    int high = cells.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = cells.get(middle).place().column();
      if (there == column) {
        return cells.get(middle);
      }
      if (there < column) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return SourceCell.blank(new Place(row.workbook(), row.sheet(), row.index(), column));
  }
}
