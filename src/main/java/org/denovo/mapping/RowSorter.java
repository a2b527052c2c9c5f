package org.denovo.mapping;

import java.util.List;
import java.util.Optional;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/** Says of each row of a sheet, in order, what it is. Two passes give the same answers. */
final class RowSorter {

  /** What a row can be. */
  enum What {
    BLANK,
    HEADER,
    REPEATED_HEADER,
    LEGEND,
    TOTAL,
    PATIENT,
    WITHOUT_PATIENT,
    /** The header of a second table, whose columns stand elsewhere; nothing from it on is read. */
    OTHER_HEADER,
    OTHER_TABLE
  }

  /**
   * A row's kind.
   *
   * @param number the patient's number, empty if the row is no patient's
   */
  record Sorted(What what, String number) {}

  private final Layout layout;
  private final List<String> labels;
  private boolean otherTable;

  RowSorter(Layout layout) {
    this.layout = layout;
    this.labels = layout.mapping().totalRows().stream().map(Words::fold).toList();
  }

  /** What the row is, and whose. */
  Sorted sort(SourceRow row) {
    Optional<SourceCell> first = row.cells().stream().filter(Cells::holds).findFirst();
    if (first.isEmpty()) {
      return new Sorted(What.BLANK, "");
    }
    Header header = layout.header();
    if (row.index() <= header.last()) {
      return new Sorted(What.HEADER, "");
    }
    if (row.index() <= header.last() + layout.mapping().legendRows()) {
      return new Sorted(What.LEGEND, "");
    }
    if (otherTable) {
      return new Sorted(What.OTHER_TABLE, "");
    }
    boolean text = first.get().kind() == Kind.TEXT;
    if (text && header.says(first.get().text()) && header.repeatedBy(row)) {
      otherTable = !header.sameColumns(row);
      return new Sorted(otherTable ? What.OTHER_HEADER : What.REPEATED_HEADER, "");
    }
    if (text && isLabel(first.get().text())) {
      return new Sorted(What.TOTAL, "");
    }
    return PatientNumber.of(Cells.at(row, layout.patient()))
        .map(number -> new Sorted(What.PATIENT, number))
        .orElse(new Sorted(What.WITHOUT_PATIENT, ""));
  }

  /** True if the text starts with a label; a Latin label only as a whole word. */
  private boolean isLabel(String text) {
    String folded = Words.fold(text);
    String bare = folded.replace(" ", "");
    for (String label : labels) {
      if (label.chars().allMatch(c -> c < 0x80)) {
        boolean word =
            folded.length() == label.length()
                || folded.length() > label.length()
                    && !Character.isLetterOrDigit(folded.charAt(label.length()));
        if (word && folded.startsWith(label)) {
          return true;
        }
      } else if (bare.startsWith(label)) {
        return true;
      }
    }
    return false;
  }
}
