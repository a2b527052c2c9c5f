package org.denovo.check;

/**
 * How often a rule came out how: its outcomes with their denominator. Warnings are counted apart
 * from errors, because what is rare may be right; and what a bug kept from being judged is neither.
 *
 * @param passed judged, and nothing found
 * @param failed judged, and an error found
 * @param rare judged, and a warning or a note found, which may be confirmed
 * @param notApplicable not judged, because what it needs is not there
 * @param heldBack of those, how many because a value that it reads is itself in error
 * @param errors not judged, because the rule itself failed
 */
public record RuleCount(
    long passed, long failed, long rare, long notApplicable, long heldBack, long errors) {

  /** Nothing judged yet. */
  public static final RuleCount NONE = new RuleCount(0, 0, 0, 0, 0, 0);

  public RuleCount {
    if (passed < 0
        || failed < 0
        || rare < 0
        || heldBack < 0
        || notApplicable < heldBack
        || errors < 0) {
      throw new IllegalArgumentException(
          passed + ", " + failed + ", " + rare + ", " + notApplicable + ", " + errors);
    }
  }

  /** The counts of a rule whose findings all have the severity of its card. */
  public static RuleCount of(RuleCard rule, long judged, long broken, long notApplicable) {
    boolean isError = rule.severity() == Severity.ERROR;
    return new RuleCount(
        judged - broken, isError ? broken : 0, isError ? 0 : broken, notApplicable, 0, 0);
  }

  /** So many of one ending. */
  static RuleCount of(Ending ending, long n) {
    return switch (ending) {
      case PASSED -> new RuleCount(n, 0, 0, 0, 0, 0);
      case FAILED -> new RuleCount(0, n, 0, 0, 0, 0);
      case RARE -> new RuleCount(0, 0, n, 0, 0, 0);
      case NOT_APPLICABLE -> new RuleCount(0, 0, 0, n, 0, 0);
      case HELD_BACK -> new RuleCount(0, 0, 0, n, n, 0);
      case ERROR -> new RuleCount(0, 0, 0, 0, 0, n);
    };
  }

  /** The denominator: how often the rule could be judged. */
  public long judged() {
    return passed + failed + rare;
  }

  /** How often something was found. */
  public long broken() {
    return failed + rare;
  }

  /** The sum of two counts. */
  public RuleCount plus(RuleCount other) {
    return new RuleCount(
        passed + other.passed,
        failed + other.failed,
        rare + other.rare,
        notApplicable + other.notApplicable,
        heldBack + other.heldBack,
        errors + other.errors);
  }
}
