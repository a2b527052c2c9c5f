package org.denovo.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A calendar date of which the day, or month and day, may be missing. A day is never invented: two
 * partial dates are compared by {@link #first} and {@link #last}.
 *
 * @param month 1 to 12, or 0 if only the year is known
 * @param day 1 to 31, or 0 if it is not known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

  /** How much of a date is known. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR;

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PartialDate {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("year " + year);
    }
    if (month == 0) {
      if (day != 0) {
        throw new IllegalArgumentException("a day without a month");
      }
    } else if (day == 0) {
      YearMonth.of(year, month);
    } else {
      LocalDate.of(year, month, day);
    }
  }

  /** A date known to the day. */
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** How much is known. */
  public Precision precision() {
    if (month == 0) {
      return Precision.YEAR;
    }
    return day == 0 ? Precision.MONTH : Precision.DAY;
  }

  /** The earliest day that it can be. */
  public LocalDate first() {
    return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
  }

  /** The latest day that it can be. */
  public LocalDate last() {
    return switch (precision()) {
      case DAY -> first();
      case MONTH -> YearMonth.of(year, month).atEndOfMonth();
      case YEAR -> LocalDate.of(year, 12, 31);
    };
  }

  /**
   * The day that an analysis may use: the 15th of a month, 1 July of a year, marked as imputed by
   * the precision kept beside it (domain convention for partial dates).
   */
  public LocalDate imputed() {
    return switch (precision()) {
      case DAY -> first();
      case MONTH -> LocalDate.of(year, month, 15);
      case YEAR -> LocalDate.of(year, 7, 1);
    };
  }

  /** {@code 2018-05-03}, {@code 2018-05} or {@code 2018}. */
  public String write() {
    // Every date of every patient passes here several times: a Formatter is too slow.
    StringBuilder text = new StringBuilder(10);
    text.append((char) ('0' + year / 1000)).append((char) ('0' + year / 100 % 10));
    twoDigits(text, year % 100);
    if (month > 0) {
      twoDigits(text.append('-'), month);
    }
    if (day > 0) {
      twoDigits(text.append('-'), day);
    }
    return text.toString();
  }

  private static void twoDigits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** Reads what {@link #write} wrote. */
  public static PartialDate parse(String text) {
    String[] parts = text.split("-");
    return new PartialDate(
        Integer.parseInt(parts[0]),
        parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }

  @Override
  public int compareTo(PartialDate other) {
    int byFirst = first().compareTo(other.first());
    return byFirst != 0 ? byFirst : last().compareTo(other.last());
  }
}
