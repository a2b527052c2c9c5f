package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * The part of a patient row that its mapping reads; each list has an entry for each mapped column.
 *
 * @param cells empty for a column that the row's sheet does not have
 * @param orders the cells that order the rows, where a column's {@code take} names one
 */
record CutRow(List<Optional<SourceCell>> cells, List<Optional<SourceCell>> orders) {

  /** Cuts a row of a sheet. */
  static CutRow of(Layout layout, SourceRow row) {
    int columns = layout.mapping().columns().size();
    List<Optional<SourceCell>> cells = new ArrayList<>(columns);
    List<Optional<SourceCell>> orders = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      cells.add(layout.has(i) ? Optional.of(layout.cell(row, i)) : Optional.empty());
      orders.add(layout.order(row, i));
    }
    return new CutRow(cells, orders);
  }
}
