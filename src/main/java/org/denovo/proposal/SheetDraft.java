package org.denovo.proposal;

import java.util.List;
import java.util.Objects;

/**
 * What is proposed for the sheets of one make.
 *
 * @param patient the column that holds the patients' numbers
 * @param columns every other column, in the order of the sheet
 * @param patients how many numbers are in the rows that were looked at
 * @param severalRows true if patients have several rows
 */
record SheetDraft(
    TableScan table,
    ColumnScan patient,
    List<ColumnDraft> columns,
    int patients,
    boolean severalRows) {

  SheetDraft {
    Objects.requireNonNull(patient, "patient");
    columns = List.copyOf(columns);
  }

  boolean hasMapped() {
    return columns.stream().anyMatch(ColumnDraft::isMapped);
  }
}
