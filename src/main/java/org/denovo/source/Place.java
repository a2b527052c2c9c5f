package org.denovo.source;

import java.util.Objects;

/**
 * Where a cell stands: workbook file name, sheet name, row and column counted from 0.
 *
 * @param workbook the file's name, without folders
 * @param sheet the sheet's name; empty for a text file
 */
public record Place(String workbook, String sheet, int row, int column) {

  public Place {
    Objects.requireNonNull(workbook, "workbook");
    Objects.requireNonNull(sheet, "sheet");
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("row " + row + ", column " + column);
    }
  }

  /** The address as a spreadsheet shows it, for example {@code B12}. */
  public String address() {
    return columnName(column) + (row + 1);
  }

  /** The letters of a column counted from 0: {@code A}, {@code Z}, {@code AA}. */
  public static String columnName(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** {@code workbook!sheet!B12}, the way in which every report names a cell. */
  @Override
  public String toString() {
    return sheet.isEmpty() ? workbook + "!" + address() : workbook + "!" + sheet + "!" + address();
  }
}
