package org.denovo.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column by its header, and what it means. A column that means several things is listed once for
 * each.
 *
 * @param header as the mapping file writes it: the parts of several header rows joined by {@code
 *     /}, with {@code #2} for the second column of the name
 * @param take which of a patient's rows counts, if the mapping says so
 * @param examples what some cells should be read as; tried when the mapping is validated
 */
public record ColumnMapping(
    String header, Meaning meaning, Optional<Take> take, List<CellExample> examples) {

  public ColumnMapping {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(take, "take");
    examples = List.copyOf(examples);
  }
}
