package org.denovo.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.source.Place;

/** The text of a formula as it reads in another cell of a group that shares it. */
final class Formula {

  /**
   * What is passed over as a whole (texts, quoted sheet names, brackets, names, functions,
   * numbers), or a reference: cell, whole columns, whole rows.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|\\[[^]]*]"
              + "|(?<c>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})(?![\\p{L}\\p{N}_.(!])"
              + "|(?<r>\\$?[0-9]{1,7}:\\$?[0-9]{1,7})(?![\\p{L}\\p{N}_.])"
              + "|(?<a>\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7})(?![\\p{L}\\p{N}_.(!])"
              + "|[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*|[0-9][0-9.]*(?:[Ee][+-]?[0-9]+)?");

  private static final Pattern PART = Pattern.compile("(\\$?)([A-Za-z]{1,3})|(\\$?)([0-9]{1,7})");

  private static final Pattern R1C1 =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'"
              + "|(?<r>\\bR(?:\\[(?<ri>-?[0-9]{1,7})]|(?<rn>[0-9]{1,7}))?"
              + "C(?:\\[(?<ci>-?[0-9]{1,5})]|(?<cn>[0-9]{1,5}))?(?![\\p{L}\\p{N}_.(\\[]))"
              + "|[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*");

  private Formula() {}

  /** The formula as written with numbered rows and columns, {@code R[-1]C*2}, for one cell. */
  static String fromR1C1(String formula, int row, int column) {
    Matcher token = R1C1.matcher(formula);
    StringBuilder plain = new StringBuilder(formula.length());
    while (token.find()) {
      boolean reference = token.group("r") != null;
      String text = reference ? place(token, row, column) : token.group();
      token.appendReplacement(plain, Matcher.quoteReplacement(text));
    }
    return token.appendTail(plain).toString();
  }

  private static String place(Matcher token, int row, int column) {
    int toRow = moved(token.group("ri"), token.group("rn"), row);
    int toColumn = moved(token.group("ci"), token.group("cn"), column);
    if (toRow < 0 || toColumn < 0) {
      return "#REF!";
    }
    return (token.group("cn") == null ? "" : "$")
        + Place.columnName(toColumn)
        + (token.group("rn") == null ? "" : "$")
        + (toRow + 1);
  }

  /** Where an offset or a number, counted from 1, leads to; without either the place itself. */
  private static int moved(String offset, String number, int from) {
    if (number != null) {
      return CellRef.rowNumber(number);
    }
    return offset == null ? from : from + Integer.parseInt(offset);
  }

  /** The formula moved down and to the right; references with a dollar sign stay. */
  static String moved(String formula, int rows, int columns) {
    if (rows == 0 && columns == 0) {
      return formula;
    }
    Matcher token = TOKEN.matcher(formula);
    StringBuilder moved = new StringBuilder(formula.length() + 8);
    while (token.find()) {
      boolean reference =
          token.group("a") != null || token.group("c") != null || token.group("r") != null;
      String text = reference ? reference(token.group(), rows, columns) : token.group();
      token.appendReplacement(moved, Matcher.quoteReplacement(text));
    }
    return token.appendTail(moved).toString();
  }

  private static String reference(String written, int rows, int columns) {
    Matcher part = PART.matcher(written);
    StringBuilder moved = new StringBuilder();
    while (part.find()) {
      boolean column = part.group(2) != null;
      boolean fixed = !(column ? part.group(1) : part.group(3)).isEmpty();
      int at = column ? CellRef.column(part.group(2)) : CellRef.rowNumber(part.group(4));
      int to = fixed ? at : at + (column ? columns : rows);
      if (to < 0) {
        return "#REF!";
      }
      String sign = fixed ? "\\$" : "";
      part.appendReplacement(moved, sign + (column ? Place.columnName(to) : to + 1));
    }
    return part.appendTail(moved).toString();
  }
}
