package org.denovo.mapping;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How one sheet, or several of the same make, is read.
 *
 * @param sheet the name or a glob; empty for the first visible sheet
 * @param headerRows how many rows the header has; empty if it is to be found
 * @param patient the header of the patient-number column
 * @param ignore headers or globs of columns that are seen and never kept
 * @param legendRows how many rows under the header explain codes
 * @param totalRows the sheet's own labels of rows that are no patient's, besides the usual ones
 */
public record SheetMapping(
    String sheet,
    OptionalInt headerRows,
    String patient,
    List<ColumnMapping> columns,
    List<String> ignore,
    int legendRows,
    List<String> totalRows) {

  public SheetMapping {
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(headerRows, "headerRows");
    Objects.requireNonNull(patient, "patient");
    columns = List.copyOf(columns);
    ignore = List.copyOf(ignore);
    totalRows = List.copyOf(totalRows);
  }
}
