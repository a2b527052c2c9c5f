package org.denovo.intake;

import java.util.List;
import java.util.Objects;
import org.denovo.check.Finding;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;

/**
 * What a rule found, and of how many.
 *
 * @param first the first findings, as many as were asked for
 */
public record RuleTally(RuleCard card, RuleCount count, List<Finding> first) {

  public RuleTally {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(count, "count");
    first = List.copyOf(first);
  }
}
