package org.denovo.mapping;

import java.util.List;
import java.util.Objects;

/**
 * The header of a sheet that is read.
 *
 * @param sheet the sheet's name; empty for a text file
 * @param labels what stands over each column, as the sheet shows it, by the column's number; empty
 *     where nothing does
 */
public record SheetHeader(String sheet, List<String> labels) {

  public SheetHeader {
    Objects.requireNonNull(sheet, "sheet");
    labels = List.copyOf(labels);
  }
}
