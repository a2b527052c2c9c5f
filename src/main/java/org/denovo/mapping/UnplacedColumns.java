package org.denovo.mapping;

import java.util.List;
import java.util.Objects;

/**
 * What does not fit between a sheet and its mapping: perhaps a column has another name now.
 *
 * @param entry the number of the sheet's entry in the mapping, from 0
 * @param missing mapped columns that the sheet lacks
 * @param unclaimed columns with data that the mapping does not know
 */
public record UnplacedColumns(
    int entry, String sheet, List<ColumnMapping> missing, List<Unclaimed> unclaimed) {

  /**
   * A column with data that is nobody's.
   *
   * @param header what a mapping would have to say to find it
   */
  public record Unclaimed(int column, String header) {}

  public UnplacedColumns {
    Objects.requireNonNull(sheet, "sheet");
    missing = List.copyOf(missing);
    unclaimed = List.copyOf(unclaimed);
  }
}
