package org.denovo.mapping;

import java.util.Objects;
import java.util.Optional;

/**
 * A column by its header, and what it means. A column that means several things is listed once for
 * each.
 *
 * @param header as the mapping file writes it: the parts of several header rows joined by {@code
 *     /}, with {@code #2} for the second column of the name
 * @param take which of a patient's rows counts, if the mapping says so
 */
public record ColumnMapping(String header, Meaning meaning, Optional<Take> take) {

  public ColumnMapping {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(take, "take");
  }
}
