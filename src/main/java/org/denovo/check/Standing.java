package org.denovo.check;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/** Where a finding stands between the rule that made it and whoever settles it. */
public enum Standing {
  OPEN("未决", "open", true),
  SENT("已发出", "sent", true),
  /** Sent, and not answered in time; follows from the day and is not stored. */
  OVERDUE("逾期", "overdue", true),
  ANSWERED("已答复", "answered", true),
  /** Somebody looked and the record is right as it stands. */
  CONFIRMED("已确认", "confirmed", false),
  /** The centre need not answer, until a day; follows from the waivers and is not stored. */
  WAIVED("已豁免", "waived", false),
  /** The data changed and the rule finds nothing any more. */
  RESOLVED("已解决", "resolved", false),
  /** The rule is no more. */
  OBSOLETE("已作废", "obsolete", false);

  private final Text title;
  private final boolean unresolved;

  Standing(String zh, String en, boolean unresolved) {
    this.title = new Text(zh, en);
    this.unresolved = unresolved;
  }

  /** True while something has to be done about it, and an error blocks. */
  public boolean isUnresolved() {
    return unresolved;
  }

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The standing of that code. */
  public static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }
}
