package org.denovo.sample;

import java.util.Locale;
import org.denovo.record.PartialDate;

/** How a centre writes dates. */
enum Dates {
  CELL,
  ISO,
  DOT,
  SLASH,
  CHINESE,
  COMPACT,
  DAY_FIRST,
  WIDE;

  /** True if the centre sometimes knows only the month and writes only that. */
  boolean writesMonths() {
    return switch (this) {
      case ISO, DOT, CHINESE -> true;
      case CELL, SLASH, COMPACT, DAY_FIRST, WIDE -> false;
    };
  }

  /** A date, followed by 日 where a day was typed too much. */
  Cell write(PartialDate date, boolean debris) {
    Cell cell = write(date);
    boolean day = date.day() > 0 && (this == ISO || this == DOT);
    return debris && day ? Cell.text(cell.text() + "日") : cell;
  }

  Cell write(PartialDate date) {
    int y = date.year();
    int m = date.month();
    int d = date.day();
    if (d == 0) {
      return Cell.text(month(y, m));
    }
    return switch (this) {
      case CELL -> Cell.date(date.first());
      case ISO -> Cell.text(date.write());
      case DOT -> Cell.text(y + "." + m + "." + d);
      case SLASH -> Cell.text(y + "/" + m + "/" + d);
      case CHINESE -> Cell.text(y + "年" + m + "月" + d + "日");
      case COMPACT -> Cell.text(date.write().replace("-", ""));
      case DAY_FIRST -> Cell.text(String.format(Locale.ROOT, "%02d/%02d/%d", d, m, y));
      case WIDE -> Cell.text(wide(date.write()));
    };
  }

  /** 2018.1 and 2018.10 are the same number, so those months are always written in words. */
  private String month(int year, int month) {
    return switch (this) {
      case ISO -> String.format(Locale.ROOT, "%d-%02d", year, month);
      case DOT -> month % 9 == 1 ? year + "年" + month + "月" : year + "." + month;
      case CELL, SLASH, CHINESE, COMPACT, DAY_FIRST, WIDE -> year + "年" + month + "月";
    };
  }

  static String wide(String ascii) {
    StringBuilder wide = new StringBuilder();
    ascii.chars().forEach(c -> wide.append((char) (c > 32 && c < 127 ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
