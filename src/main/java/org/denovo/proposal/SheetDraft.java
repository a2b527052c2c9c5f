package org.denovo.proposal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is proposed for the sheets of one make.
 *
 * @param patient the column that holds the patients' numbers
 * @param patientIs what those are by their look, if they are more than numbers of the hospital's
 * @param columns every other column, in the order of the sheet
 * @param patients how many numbers are in the rows that were looked at
 * @param severalRows true if patients have several rows
 */
record SheetDraft(
    TableScan table,
    ColumnScan patient,
    Optional<Target> patientIs,
    List<ColumnDraft> columns,
    int patients,
    boolean severalRows) {

  SheetDraft {
    Objects.requireNonNull(patient, "patient");
    columns = List.copyOf(columns);
  }

  /** True if what joins the sheets is a number of the state's, which tells who somebody is. */
  boolean isByIdentityNumber() {
    return patientIs.filter(target -> target.name().equals("national_id")).isPresent();
  }

  boolean hasMapped() {
    return columns.stream().anyMatch(ColumnDraft::isMapped);
  }
}
