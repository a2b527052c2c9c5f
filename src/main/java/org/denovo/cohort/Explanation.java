package org.denovo.cohort;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.expression.Judgement;
import org.denovo.expression.Reason;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * Why a patient is where a cohort puts her: every step and every arm is judged, also those behind
 * the step at which she left. The membership is the one that the cohort's files are made by.
 *
 * @param steps all of them in their order, the cohort's own three at the end
 * @param arms in the order of the definition
 * @param timeZero the variable from whose date times count
 * @param start the date itself, if it is known at least to the month
 */
public record Explanation(
    CohortDefinition definition,
    Membership membership,
    List<Judged> steps,
    List<Judged> arms,
    Variable<PartialDate> timeZero,
    Optional<PartialDate> start) {

  /** A step or an arm with its verdict. */
  public record Judged(String name, Text says, Judgement judgement, Reason reason) {

    public Judged {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(says, "says");
      Objects.requireNonNull(judgement, "judgement");
      Objects.requireNonNull(reason, "reason");
    }
  }

  public Explanation {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(membership, "membership");
    steps = List.copyOf(steps);
    arms = List.copyOf(arms);
    Objects.requireNonNull(timeZero, "timeZero");
    Objects.requireNonNull(start, "start");
  }
}
