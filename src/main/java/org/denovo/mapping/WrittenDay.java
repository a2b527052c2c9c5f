package org.denovo.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A full date as it is mostly written, read without a pattern because every cell is asked. */
final class WrittenDay {

  /** What is no full date. */
  static final long NONE = Long.MIN_VALUE;

  private WrittenDay() {}

  /** The day since 1970 of {@code 2018-05-03}, {@code 2018/5/3}, {@code 2018年5月3日}; else none. */
  static long of(String written) {
    String text = written.strip();
    int length = text.length();
    if (length < 8 || length > 11 || text.charAt(0) != '1' && text.charAt(0) != '2') {
      return NONE;
    }
    int year = number(text, 0, 4);
    int second = end(text, 5);
    int third = second < length ? end(text, second + 1) : length;
    if (year < 1900 || year > 2099 || second >= length || third == second + 1) {
      return NONE;
    }
    char one = text.charAt(4);
    char two = text.charAt(second);
    boolean signs =
        one == '年'
            ? two == '月' && third == length - 1 && text.charAt(third) == '日'
            : (one == '-' || one == '/' || one == '.') && two == one && third == length;
    int month = number(text, 5, second);
    int day = number(text, second + 1, third);
    try {
      return signs && month > 0 && day > 0 ? LocalDate.of(year, month, day).toEpochDay() : NONE;
    } catch (DateTimeException e) {
      // 2019-02-30 is no day; the checks report it where it is read.
      return NONE;
    }
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The number that the digits make; -1 if there are none, too many, or anything else. */
  private static int number(String text, int from, int to) {
    if (to <= from || to - from > 4) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
