package org.denovo.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.denovo.record.Field;

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

  /**
   * The columns by what they claim, in the file's order: a field that stands in several columns,
   * such as one for each visit, is one claim if the mapping says which of them to take.
   */
  List<List<Integer>> claims() {
    Map<Object, List<Integer>> claims = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Optional<Field<?>> field = columns.get(i).meaning().field();
      Object claim = field.isPresent() && columns.get(i).take().isPresent() ? field.get() : i;
      claims.computeIfAbsent(claim, c -> new ArrayList<>(1)).add(i);
    }
    return List.copyOf(claims.values());
  }
}
