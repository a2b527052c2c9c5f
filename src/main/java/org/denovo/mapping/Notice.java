package org.denovo.mapping;

import java.util.Objects;
import java.util.Optional;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/**
 * Something that was noticed about a workbook as a whole, a sheet or a column, rather than about a
 * patient. The sentence names headers, sheets and places, never what stands in a patient's cell.
 *
 * @param sheet the sheet's name; empty for a text file
 * @param place the first cell concerned, if there is one
 * @param count how many cells, rows or columns are concerned
 */
public record Notice(
    Kind kind, String workbook, String sheet, Optional<Place> place, int count, Text says) {

  /** The kinds of notice, each with the rule under which findings report it. */
  public enum Kind {
    MISSING_COLUMN("FIL-03"),
    AMBIGUOUS_COLUMN("FIL-04"),
    UNMAPPED_COLUMN("FIL-05"),
    HIDDEN_DATA("FIL-06"),
    FORMULA_ERROR("FIL-07"),
    SHEET_AT_LIMIT("FIL-08"),
    REPEATED_HEADER("FIL-13"),
    COMMENT_OR_FORMAT("FIL-14"),
    ENCODING_DAMAGE("FIL-16"),
    UNREAD_SHEET(""),
    MISSING_SHEET(""),
    ROW_WITHOUT_PATIENT(""),
    PATIENT_NOT_IN_FIRST_SHEET("");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /** The id of the rule, if there is one. */
    public Optional<String> rule() {
      return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
    }
  }

  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(workbook, "workbook");
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(says, "says");
    if (count < 1) {
      throw new IllegalArgumentException("count " + count);
    }
  }
}
