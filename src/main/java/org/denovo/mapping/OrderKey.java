package org.denovo.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * What a cell weighs when a patient's rows are ordered: a date as its day, a number as itself. It
 * is for comparing only and never becomes an answer.
 */
final class OrderKey {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:19|20)\\d\\d)\\D{1,2}(\\d{1,2})(?:\\D{1,2}(\\d{1,2})(?!\\d).*)?\\D?");
  private static final Pattern SHORT_CHINESE =
      Pattern.compile("(\\d\\d) ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号]?)?(?!\\d).*");
  private static final Pattern THREE =
      Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4}|\\d{1,2})(?!\\d).*");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:\\.0)?");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");

  /** Serial days of 1 January 1950 and of 1 January 2100: a bare number between them may be one. */
  private static final double FIRST_SERIAL = 18_264;

  private static final double LAST_SERIAL = 73_051;

  /** A year of two digits lies between 1980 and 2040, as where its answer is read. */
  private static final int LAST_OF_THIS_CENTURY = 40;

  private static final int FIRST_OF_LAST_CENTURY = 80;

  /** The serial of 1 January 1970 where days are counted from 1900. */
  private static final double EPOCH_SERIAL = 25_569;

  private OrderKey() {}

  /**
   * The key, or nothing if the cell is neither a number nor a date.
   *
   * @param dates true if the column is known to hold dates, so that a bare number is a serial day
   */
  static OptionalDouble of(SourceCell cell, Meaning.DateOrder order, boolean dates) {
    if (!Cells.holds(cell) || cell.kind() == Kind.ERROR || cell.kind() == Kind.BOOLEAN) {
      return OptionalDouble.empty();
    }
    String text = Words.fold(cell.text());
    OptionalDouble day = day(cell, order);
    if (day.isPresent() || !NUMBER.matcher(text).matches()) {
      return day;
    }
    double number = Double.parseDouble(text);
    boolean serial = dates && number >= FIRST_SERIAL && number <= LAST_SERIAL;
    return OptionalDouble.of(serial ? number - EPOCH_SERIAL : number);
  }

  /** True if the cell is written as a date. */
  static boolean isDate(SourceCell cell, Meaning.DateOrder order) {
    return Cells.holds(cell) && day(cell, order).isPresent();
  }

  private static OptionalDouble day(SourceCell cell, Meaning.DateOrder order) {
    String text = Words.fold(cell.text());
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return day(compact.group(1), compact.group(2), compact.group(3));
    }
    // A stored 2018.5 is a number; only a typed one is May 2018.
    if (cell.kind() == Kind.NUMBER) {
      return OptionalDouble.empty();
    }
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return day(first.group(1), first.group(2), first.group(3) == null ? "1" : first.group(3));
    }
    Matcher shortYear = SHORT_CHINESE.matcher(text);
    if (shortYear.matches()) {
      return day(
          shortYear.group(1),
          shortYear.group(2),
          shortYear.group(3) == null ? "1" : shortYear.group(3));
    }
    Matcher three = THREE.matcher(text);
    return three.matches() ? inOrder(order, three) : OptionalDouble.empty();
  }

  /**
   * Three short numbers; where no order is declared, if the calendar leaves one reading, or the
   * year first as Chinese usage has it (GB/T 7408) where the first number can be no month.
   */
  private static OptionalDouble inOrder(Meaning.DateOrder order, Matcher three) {
    String a = three.group(1);
    String b = three.group(3);
    String c = three.group(4);
    boolean yearFirst = !three.group(2).equals("/") && Integer.parseInt(a) > 12;
    return switch (order) {
      case DMY -> day(c, b, a);
      case MDY -> day(c, a, b);
      case YMD -> c.length() == 4 ? only(day(c, b, a), day(c, a, b)) : day(a, b, c);
      case UNDECLARED ->
          c.length() == 4
              ? only(day(c, b, a), day(c, a, b))
              : yearFirst && day(a, b, c).isPresent()
                  ? day(a, b, c)
                  : only(day(a, b, c), day(c, b, a), day(c, a, b));
    };
  }

  private static OptionalDouble only(OptionalDouble... readings) {
    double[] days =
        Arrays.stream(readings).flatMapToDouble(OptionalDouble::stream).distinct().toArray();
    return days.length == 1 ? OptionalDouble.of(days[0]) : OptionalDouble.empty();
  }

  private static OptionalDouble day(String yearDigits, String month, String day) {
    int year = Integer.parseInt(yearDigits);
    if (yearDigits.length() <= 2) {
      if (year > LAST_OF_THIS_CENTURY && year < FIRST_OF_LAST_CENTURY) {
        return OptionalDouble.empty();
      }
      year += year <= LAST_OF_THIS_CENTURY ? 2000 : 1900;
    }
    try {
      return OptionalDouble.of(
          LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)).toEpochDay());
    } catch (DateTimeException e) {
      // 2019-02-30 orders nothing; the checks report it where it is read.
      return OptionalDouble.empty();
    }
  }
}
