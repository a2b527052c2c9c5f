package org.denovo.mapping;

import java.util.List;
import java.util.Objects;

/**
 * All that a workbook says about one patient, joined over its sheets.
 *
 * @param number the centre's patient number, folded
 * @param cells one for each mapped column of the centre, blank ones included, in the mapping's
 *     order
 * @param rows how many source rows spoke of the patient
 */
public record MappedPatient(String number, List<MappedCell> cells, int rows) {

  public MappedPatient {
    Objects.requireNonNull(number, "number");
    cells = List.copyOf(cells);
  }
}
