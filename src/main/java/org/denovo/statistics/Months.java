package org.denovo.statistics;

/** Months and days: a month is a twelfth of the mean Julian year, 365.25 / 12 = 30.4375 days. */
public final class Months {

  /** Days in a month. */
  public static final double DAYS = 30.4375;

  private Months() {}

  /** Whole days of so many months; eight are 243 (Duchesneau 2022), so a half day is dropped. */
  public static int inDays(double months) {
    return (int) Math.ceil(months * DAYS - 0.5);
  }

  /** Months of so many days. */
  public static double ofDays(double days) {
    return days / DAYS;
  }
}
