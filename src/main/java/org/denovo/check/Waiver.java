package org.denovo.check;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/**
 * What a centre need not answer: the findings of one rule, until a day. They stay findings, count
 * as failed and are shown as a known limitation; they ask nothing of the centre and block nothing.
 *
 * @param by who allows it
 * @param until the last day on which it holds
 */
public record Waiver(String ruleId, String centre, String by, String why, LocalDate until) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_WHY = 1_000;

  public Waiver {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(until, "until");
    by = by.strip();
    why = why.strip();
    if (by.isEmpty() || by.length() > LONGEST_NAME || why.isEmpty() || why.length() > LONGEST_WHY) {
      throw new IllegalArgumentException("a waiver names who allows it, and why");
    }
  }

  /** True if it holds on a day. */
  public boolean holds(LocalDate today) {
    return !today.isAfter(until);
  }

  /** Why a rule may not be waived; nothing if it may. */
  public static Optional<Text> refusal(RuleCard rule) {
    return rule.mayConfirm(rule.severity())
        ? Optional.empty()
        : Optional.of(
            new Text("{0}的错误不可能属实，不可豁免", "an error of {0} cannot be so: it is not waived")
                .with(rule.id()));
  }
}
