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

  /** The kinds of notice; each is reported under a rule on files. */
  public enum Kind {
    MISSING_COLUMN,
    AMBIGUOUS_COLUMN,
    UNMAPPED_COLUMN,
    HIDDEN_DATA,
    FORMULA_ERROR,
    SHEET_AT_LIMIT,
    REPEATED_HEADER,
    COMMENT_OR_FORMAT,
    ENCODING_DAMAGE,
    UNREAD_SHEET,
    MISSING_SHEET,
    ROW_WITHOUT_PATIENT,
    PATIENT_NOT_IN_FIRST_SHEET
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
