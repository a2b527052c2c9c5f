package org.denovo.check;

/** How often a rule could judge, and how it ended: its denominator. */
public record RuleCount(long judged, long broken, long notApplicable) {

  /** Nothing judged yet. */
  public static final RuleCount NONE = new RuleCount(0, 0, 0);

  public RuleCount {
    if (judged < 0 || broken < 0 || notApplicable < 0 || broken > judged) {
      throw new IllegalArgumentException(judged + ", " + broken + ", " + notApplicable);
    }
  }

  /** The sum of two counts. */
  public RuleCount plus(RuleCount other) {
    return new RuleCount(
        judged + other.judged, broken + other.broken, notApplicable + other.notApplicable);
  }
}
