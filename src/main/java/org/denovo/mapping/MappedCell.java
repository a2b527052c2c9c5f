package org.denovo.mapping;

import java.util.Objects;
import org.denovo.source.SourceCell;

/**
 * A patient's cell with its column's meaning.
 *
 * @param severalRows true if further rows of the patient answered differently and the mapping does
 *     not say which counts
 */
public record MappedCell(Meaning meaning, SourceCell cell, boolean severalRows) {

  public MappedCell {
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(cell, "cell");
  }
}
