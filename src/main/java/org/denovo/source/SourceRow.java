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
    for (SourceCell cell : cells) {
      if (cell.place().column() == column) {
        return cell;
      }
    }
    return SourceCell.blank(new Place(workbook, sheet, index, column));
  }

  /** True if nothing but white space stands in it. */
  public boolean isBlank() {
    return cells.stream().allMatch(SourceCell::isBlank);
  }
}
