package org.denovo.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;

/**
 * Something that was noticed about a workbook as a whole, a sheet or a column, rather than about a
 * patient. The sentence names headers, sheets and places, never what stands in a patient's cell; of
 * a comment it says the text, so notices go to reports and never to a log.
 *
 * @param sheet the sheet's name; empty for a text file
 * @param places the first cells concerned, no more than {@link #MOST_PLACES}
 * @param count how many cells, rows or columns are concerned
 */
public record Notice(
    Kind kind, String workbook, String sheet, List<Place> places, int count, Text says) {

  /** So many cells are named. */
  public static final int MOST_PLACES = 20;

  /** The kinds of notice; each is reported under a rule on files. */
  public enum Kind {
    MISSING_COLUMN,
    AMBIGUOUS_COLUMN,
    UNMAPPED_COLUMN,
    /** A header that is the mapping's but for marks and punctuation. */
    HEADER_DRIFT,
    HIDDEN_DATA,
    FORMULA_ERROR,
    SHEET_AT_LIMIT,
    /** Stored numbers or dates beside texts of the same. */
    MIXED_TYPES,
    /** Patient numbers of which only the first 15 digits were kept. */
    CUT_NUMBER,
    /** Rows that rise by a constant step. */
    SERIES,
    REPEATED_HEADER,
    /** The extension says another format than the content. */
    WRONG_EXTENSION,
    /** A filter lets only some rows be seen. */
    FILTERED,
    /** Stored results that the program which wrote the file did not calculate. */
    NOT_CALCULATED,
    /** Stored results that come from another workbook. */
    LINKED_RESULT,
    /** Values of a column that is no date's, which the spreadsheet turned into dates. */
    TURNED_INTO_DATE,
    /** Identity numbers of which only the first 15 digits were kept. */
    CUT_IDENTITY,
    COMMENT,
    STRUCK_THROUGH,
    COLOURED,
    /** A number format or colour that hides or changes what is stored. */
    SHOWN_OTHERWISE,
    /** Macros, pictures, links, connections and the like. */
    CARRIED,
    /** A protection that does not stop reading. */
    PROTECTED,
    /** Formats far below the last row with data. */
    INFLATED_SHEET,
    ENCODING_DAMAGE,
    UNREAD_SHEET,
    MISSING_SHEET,
    ROW_WITHOUT_PATIENT,
    PATIENT_NOT_IN_FIRST_SHEET,
    /** The sheet explains codes for which the mapping has no table. */
    LEGEND_NOT_USED,
    /** Answers of several rows that stand in one merged cell. */
    MERGED_DATA,
    /** What a merged cell hides. */
    UNDER_MERGED
  }

  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(workbook, "workbook");
    Objects.requireNonNull(sheet, "sheet");
    places = List.copyOf(places.size() > MOST_PLACES ? places.subList(0, MOST_PLACES) : places);
    Objects.requireNonNull(says, "says");
    if (count < 1) {
      throw new IllegalArgumentException("count " + count);
    }
  }

  /** A notice about one cell, or about none. */
  public Notice(
      Kind kind, String workbook, String sheet, Optional<Place> place, int count, Text says) {
    this(kind, workbook, sheet, place.map(List::of).orElse(List.of()), count, says);
  }

  /** The first cell concerned, if there is one. */
  public Optional<Place> place() {
    return places.stream().findFirst();
  }
}
