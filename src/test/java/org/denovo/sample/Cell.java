package org.denovo.sample;

import java.time.LocalDate;
import org.denovo.record.Interval;

/** What stands in one cell of a sample workbook; a formula has its cached value beside it. */
record Cell(Kind kind, String text, double number) {

  enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    PERCENT,
    DATE,
    FORMULA,
    ERROR
  }

  static final Cell BLANK = new Cell(Kind.BLANK, "", 0);

  static Cell text(String text) {
    return new Cell(Kind.TEXT, text, 0);
  }

  static Cell number(double number) {
    return new Cell(Kind.NUMBER, Interval.number(number), number);
  }

  /** A cell that shows 30% and holds 0.3. */
  static Cell percent(double percent) {
    return new Cell(Kind.PERCENT, Interval.number(percent) + "%", percent / 100);
  }

  static Cell date(LocalDate day) {
    return new Cell(Kind.DATE, day.toString(), 0);
  }

  static Cell formula(String formula, double cached) {
    return new Cell(Kind.FORMULA, formula, cached);
  }

  static Cell error() {
    return new Cell(Kind.ERROR, "#REF!", 0);
  }

  /** As a text file writes it. */
  String plain() {
    return kind == Kind.FORMULA ? Interval.number(number) : text;
  }
}
