package org.denovo.source;

import java.util.Objects;
import java.util.Set;

/**
 * One cell as it is stored: its place, kind and value; never what a display format made of it.
 *
 * @param text the stored value as text: TEXT as typed (untrimmed), NUMBER in its shortest decimal
 *     form ({@code 0.3}, {@code 43223}), DATE as ISO ({@code 2018-05-03}, with {@code THH:mm:ss} if
 *     it has a time), BOOLEAN {@code TRUE} or {@code FALSE}, ERROR as the sheet shows it, BLANK
 *     empty
 * @param number the stored number of a NUMBER or DATE cell (a DATE keeps its serial), else NaN
 * @param format the number format, empty where there is none
 * @param formula the formula whose stored result the value is, without the equals sign and as it
 *     reads in this very cell; empty where there is none
 * @param fill the background colour as {@code #RRGGBB}, empty if there is none or it cannot be told
 */
public record SourceCell(
    Place place,
    Kind kind,
    String text,
    double number,
    String format,
    String formula,
    String fill,
    Set<Mark> marks) {

  public SourceCell {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(fill, "fill");
    marks = Set.copyOf(marks);
  }

  /** A cell without formula and colour. */
  public SourceCell(
      Place place, Kind kind, String text, double number, String format, Set<Mark> marks) {
    this(place, kind, text, number, format, "", "", marks);
  }

  /** A text cell without format or marks. */
  public static SourceCell text(Place place, String text) {
    return new SourceCell(place, Kind.TEXT, text, Double.NaN, "", Set.of());
  }

  /** A cell in which nothing stands. */
  public static SourceCell blank(Place place) {
    return new SourceCell(place, Kind.BLANK, "", Double.NaN, "", Set.of());
  }

  /** True if nothing stands in it, or only white space (the ideographic and no-break space too). */
  public boolean isBlank() {
    if (kind != Kind.TEXT) {
      return kind == Kind.BLANK;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** True if the mark is on it. */
  public boolean has(Mark mark) {
    return marks.contains(mark);
  }
}
