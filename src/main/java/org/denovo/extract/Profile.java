package org.denovo.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.denovo.vocabulary.Text;

/**
 * What of a patient leaves the registry. Identifiers leave under none of them, and all are
 * de-identified personal data, not anonymous.
 */
public enum Profile {
  /** Days from time zero instead of dates, no birth date; the default. */
  STANDARD("距时间零点的天数，不含日期与出生日期", "days from time zero, no date and no birth date"),
  /** With calendar dates: a limited data set (45 CFR 164.514(e)), under an agreement. */
  LIMITED("含日历日期的受限数据集", "a limited data set with calendar dates"),
  /**
   * No date but the year of diagnosis, nobody's age above 90, no centre (45 CFR 164.514(b)(2)(i):
   * ages over 89 are one category, and no place smaller than a state is named).
   */
  SAFE_HARBOR("不含日期与中心，90岁及以上合并", "no date, no centre, ages of 90 and over as one");

  /** The oldest age that safe harbour lets stand; who is older is of {@code OLDEST + 1}. */
  static final int OLDEST = 89;

  private final Text title;

  Profile(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The code in job files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it lets leave. */
  public Text title() {
    return title;
  }

  /** All codes, in their order. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Profile::code).toList();
  }

  /**
   * The profile of a code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Profile of(String code) {
    return Arrays.stream(values())
        .filter(profile -> profile.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  /** Whether dates leave as dates. */
  boolean hasDates() {
    return this == LIMITED;
  }

  /** Whether old ages are one. */
  boolean poolsOldAges() {
    return this == SAFE_HARBOR;
  }

  /** The pseudonyms of centres as they may leave. */
  CentrePids centres(CentrePids own) {
    return this == SAFE_HARBOR ? new CentrePids(centre -> "") : own;
  }
}
