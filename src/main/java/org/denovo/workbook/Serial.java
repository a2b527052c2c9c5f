package org.denovo.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Day numbers of a spreadsheet, in the 1900 and the 1904 system, as ISO dates and back. */
final class Serial {

  private static final long EPOCH_1900 = LocalDate.of(1899, 12, 30).toEpochDay();
  private static final long EPOCH_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final int SECONDS = 86_400;
  private static final String[] SEEN = new String[80_000];

  private Serial() {}

  /**
   * The ISO date, with the time if there is one; empty if there is no such day: before the first
   * one, after 9999, or 29 February 1900, which the 1900 system counts and the calendar lacks.
   */
  static String iso(double serial, boolean date1904) {
    if (!(serial >= 0 && serial < 3_000_000)) {
      return "";
    }
    int day = (int) serial;
    int second = (int) Math.round((serial - day) * SECONDS);
    if (second == SECONDS) {
      day++;
      second = 0;
    }
    if (!date1904 && (day < 1 || day == 60)) {
      return "";
    }
    long epochDay = date1904 ? EPOCH_1904 + day : EPOCH_1900 + (day < 60 ? day + 1 : day);
    if (epochDay > LAST_DAY) {
      return "";
    }
    return second == 0 ? day(epochDay) : day(epochDay) + time(second);
  }

  /** The day number of an ISO date or date-time; NaN if it is none. */
  static double of(String iso, boolean date1904) {
    try {
      String local = iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso;
      LocalDateTime at =
          local.indexOf('T') < 0
              ? LocalDate.parse(local).atStartOfDay()
              : LocalDateTime.parse(local);
      long day = at.toLocalDate().toEpochDay() - (date1904 ? EPOCH_1904 : EPOCH_1900);
      boolean beforeLeapDay = !date1904 && day <= 60;
      return (beforeLeapDay ? day - 1 : day) + at.toLocalTime().toNanoOfDay() / (SECONDS * 1e9);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static String day(long epochDay) {
    int slot = (int) (epochDay - EPOCH_1900);
    if (slot >= SEEN.length) {
      return LocalDate.ofEpochDay(epochDay).toString();
    }
    // Threads may write a slot twice; the texts are equal.
    String seen = SEEN[slot];
    if (seen == null) {
      seen = LocalDate.ofEpochDay(epochDay).toString();
      SEEN[slot] = seen;
    }
    return seen;
  }

  private static String time(int second) {
    char[] text = {'T', '0', '0', ':', '0', '0', ':', '0', '0'};
    pair(text, 1, second / 3600);
    pair(text, 4, second / 60 % 60);
    pair(text, 7, second % 60);
    return new String(text);
  }

  private static void pair(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
