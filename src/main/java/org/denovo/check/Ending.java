package org.denovo.check;

/** How a rule ended on one patient, for counting. */
public enum Ending {
  /** It holds. */
  PASSED,
  /** An error was found. */
  FAILED,
  /** A warning or a note was found, which may be right. */
  RARE,
  /** What the rule needs is not there. */
  NOT_APPLICABLE,
  /** A value that it reads is itself in error, so that one mistake gives one finding. */
  HELD_BACK,
  /** The rule failed: a bug, and never a pass. */
  ERROR;

  static Ending of(Outcome outcome) {
    if (outcome instanceof Outcome.Broken wrong) {
      return wrong.hits().stream().anyMatch(hit -> hit.severity() == Severity.ERROR)
          ? FAILED
          : RARE;
    }
    if (outcome instanceof Outcome.Threw) {
      return ERROR;
    }
    if (outcome instanceof Outcome.HeldBack) {
      return HELD_BACK;
    }
    return outcome instanceof Outcome.Holds ? PASSED : NOT_APPLICABLE;
  }
}
