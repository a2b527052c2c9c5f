package org.denovo.workbook;

import org.denovo.workbook.RawRow.Stored;

/** What a cell's type and text mean: the one place for both readers of a sheet. */
final class StoredValue {

  private StoredValue() {}

  /** Adds a cell whose value element holds this text, undone from XML but not from Excel. */
  static void add(
      RawRow row, int column, int style, String type, String text, int marks, String part) {
    switch (type) {
      case "", "n" -> number(row, column, style, text, marks);
      case "s" -> shared(row, column, style, text, marks, part);
      case "b" -> {
        boolean known = text.equals("1") || text.equals("0");
        boolean isTrue = PartXml.isTrue(text);
        if (known || isTrue || text.equals("false")) {
          row.text(column, style, Stored.BOOLEAN, isTrue ? "TRUE" : "FALSE", marks);
        } else {
          text(row, column, style, text, marks);
        }
      }
      case "e" -> row.text(column, style, Stored.ERROR, text, marks);
      case "d" -> {
        if (text.isEmpty()) {
          text(row, column, style, text, marks);
        } else {
          row.text(column, style, Stored.DATE, text, marks);
        }
      }
      default -> text(row, column, style, Escapes.undo(text), marks);
    }
  }

  /** Adds a text; an empty one only as the result of a formula. */
  static void text(RawRow row, int column, int style, String text, int marks) {
    if (text.isEmpty() && (marks & Marks.FORMULA) == 0) {
      row.pass(column);
    } else {
      row.text(column, style, Stored.TEXT, text, marks);
    }
  }

  /** A cell without type; a formula without a stored result stays as nothing, but stays. */
  static void number(RawRow row, int column, int style, String text, int marks) {
    if (!text.isEmpty()) {
      double number = parse(text.strip());
      if (Double.isNaN(number)) {
        row.text(column, style, Stored.TEXT, text, marks);
      } else {
        row.number(column, style, number, marks);
      }
    } else if ((marks & Marks.FORMULA) != 0) {
      row.text(column, style, Stored.NOTHING, "", marks);
    } else {
      row.pass(column);
    }
  }

  private static void shared(
      RawRow row, int column, int style, String text, int marks, String part) {
    if (text.isEmpty()) {
      row.pass(column);
      return;
    }
    int index = CellRef.rowNumber(text.strip()) + 1;
    if (index < 0 || index == 0 && !text.strip().equals("0")) {
      throw Refusals.broken(part);
    }
    row.shared(column, style, index, marks);
  }

  /** The number; NaN if the text is none, or one that no double can hold. */
  static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Double.parseDouble also takes "NaN", "0x1p3" and "1d".
      if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
