package org.denovo.workbook;

import java.util.Optional;

/** A merged region, all edges counted from 0 and included. */
record Region(int firstRow, int firstColumn, int lastRow, int lastColumn) {

  /** A region as written, {@code B2:D12}; empty if it is none. */
  static Optional<Region> of(String reference) {
    int colon = reference.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String from = reference.substring(0, colon);
    String to = reference.substring(colon + 1);
    Region region =
        new Region(CellRef.row(from), CellRef.column(from), CellRef.row(to), CellRef.column(to));
    boolean whole =
        region.firstRow >= 0
            && region.firstColumn >= 0
            && region.lastRow >= region.firstRow
            && region.lastColumn >= region.firstColumn;
    return whole ? Optional.of(region) : Optional.empty();
  }

  long cells() {
    return (lastRow - firstRow + 1L) * (lastColumn - firstColumn + 1L);
  }

  boolean covers(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
