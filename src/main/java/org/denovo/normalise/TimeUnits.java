package org.denovo.normalise;

import java.util.regex.Pattern;

/** Units of a length of time, and what a number is multiplied by from one to another. */
final class TimeUnits {

  /** A unit as a cell writes it. */
  static final Pattern WRITTEN =
      Pattern.compile("周?岁|个?月|年|周|天|日|years?|yrs?|months?|weeks?|days?");

  private static final double MONTHS_IN_A_YEAR = 12;

  /** As is usual in survival analysis. */
  private static final double DAYS_IN_A_MONTH = 30.44;

  private TimeUnits() {}

  /** True for the unit of a field of months or years. */
  static boolean are(String own) {
    return own.equals("mo") || own.equals("a");
  }

  /**
   * What a number is multiplied by to be in a field's unit.
   *
   * @param own the field's unit; 1 for one that is no time
   * @param written the unit in the cell, which counts first; empty if it writes none
   * @param given the unit of the column; empty for the field's own
   */
  static double factor(String own, String written, String given) {
    String unit = written.isEmpty() ? given : written;
    return !are(own) || unit.isEmpty() || months(unit) == months(own)
        ? 1
        : months(unit) / months(own);
  }

  private static double months(String unit) {
    return switch (unit) {
      case "天", "日", "day", "days" -> 1 / DAYS_IN_A_MONTH;
      case "周", "week", "weeks" -> 7 / DAYS_IN_A_MONTH;
      case "月", "个月", "mo", "month", "months" -> 1;
      default -> MONTHS_IN_A_YEAR;
    };
  }
}
