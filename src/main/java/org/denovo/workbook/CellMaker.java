package org.denovo.workbook;

import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/** Makes the cells of one sheet from stored values, the same for every file format. */
final class CellMaker {

  private final String workbook;
  private final String sheet;
  private final boolean date1904;

  CellMaker(String workbook, String sheet, boolean date1904) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.date1904 = date1904;
  }

  SourceCell number(int row, int column, double number, Look look, String formula, int marks) {
    String iso = look.date() ? Serial.iso(number, date1904) : "";
    int shown = marks | look.disguise().marks(number);
    return iso.isEmpty()
        ? make(row, column, Kind.NUMBER, Decimal.shortest(number), number, look, formula, shown)
        : make(row, column, Kind.DATE, iso, number, look, formula, marks);
  }

  /**
   * A date that the file stores as ISO text; a time of day alone is a number, other text is text.
   */
  SourceCell isoDate(int row, int column, String text, Look look, String formula, int marks) {
    double serial = Serial.of(text, date1904);
    String iso = Serial.iso(serial, date1904);
    if (iso.isEmpty() && serial >= 0 && serial < 1) {
      return make(row, column, Kind.NUMBER, Decimal.shortest(serial), serial, look, formula, marks);
    }
    return iso.isEmpty()
        ? other(row, column, Kind.TEXT, text, look, formula, marks)
        : make(row, column, Kind.DATE, iso, serial, look, formula, marks);
  }

  SourceCell other(
      int row, int column, Kind kind, String text, Look look, String formula, int marks) {
    int shown = kind == Kind.TEXT ? marks | look.disguise().textMarks() : marks;
    return make(row, column, kind, text, Double.NaN, look, formula, shown);
  }

  /** A copy of a merged region's first cell at another place. */
  SourceCell filled(SourceCell first, int row, int column, int marks) {
    return new SourceCell(
        new Place(workbook, sheet, row, column),
        first.kind(),
        first.text(),
        first.number(),
        first.format(),
        first.formula(),
        first.fill(),
        Marks.of(marks));
  }

  /** A cell in which nothing stands but which has something to say. */
  SourceCell hollow(int row, int column, int marks) {
    return new SourceCell(
        new Place(workbook, sheet, row, column), Kind.BLANK, "", Double.NaN, "", Marks.of(marks));
  }

  private SourceCell make(
      int row,
      int column,
      Kind kind,
      String text,
      double number,
      Look look,
      String formula,
      int marks) {
    return new SourceCell(
        new Place(workbook, sheet, row, column),
        kind,
        text,
        number,
        look.format(),
        formula,
        look.fill(),
        Marks.of(marks | look.marks() | (date1904 && mayBeSerial(kind) ? Marks.FROM_1904 : 0)));
  }

  /** A date cell is already a date; a number or a text may be the number of a day. */
  private static boolean mayBeSerial(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.TEXT;
  }
}
