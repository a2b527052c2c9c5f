package org.denovo.check;

import java.util.Objects;

/**
 * A rule that failed on a patient, so that nobody knows whether it holds.
 *
 * @param pid the patient's pseudonym
 * @param what the exception's class and the place that threw it; never a patient's value
 */
public record RuleError(String ruleId, String pid, String what) {

  public RuleError {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(pid, "pid");
    Objects.requireNonNull(what, "what");
  }
}
