package org.denovo.source;

import java.util.List;

/**
 * The cells of one row in which something stands, by rising column.
 *
 * @param index the row counted from 0
 */
public record SourceRow(String workbook, String sheet, int index, List<SourceCell> cells) {

  public SourceRow {
    cells = List.copyOf(cells);
  }

  /** The cell in a column counted from 0; a blank one where nothing stands. */
  public SourceCell at(int column) {
    int low = 0;
    int high = cells.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = cells.get(middle).place().column();
      if (found == column) {
        return cells.get(middle);
      }
      low = found < column ? middle + 1 : low;
      high = found > column ? middle - 1 : high;
    }
    return SourceCell.blank(new Place(workbook, sheet, index, column));
  }

  /** True if nothing but white space stands in it. */
  public boolean isBlank() {
    return cells.stream().allMatch(SourceCell::isBlank);
  }
}
