package org.denovo.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.denovo.vocabulary.Text;

/**
 * How the registry's patients became the cohort's. It cannot be built unless it adds up.
 *
 * @param started the patients that were asked
 * @param steps the criteria in their order
 * @param arms the members of each arm, in the order of the definition
 * @param undecided those whose arm is not known: their number by the variable that was missing is
 *     in {@code undecidedMissing}
 */
public record Attrition(
    long started,
    List<Step> steps,
    Map<String, Long> arms,
    long undecided,
    Map<String, Long> undecidedMissing) {

  /**
   * One criterion.
   *
   * @param name short and stable, for files
   * @param asked how many came to it
   * @param met how many went on
   * @param notMet how many left because they do not fulfil it
   * @param notKnown how many left because it could not be judged
   * @param missing of these, how many lacked each variable, or how many were blocked from each
   *     decision; one patient may lack several
   */
  public record Step(
      String name,
      Text says,
      long asked,
      long met,
      long notMet,
      long notKnown,
      Map<String, Long> missing) {

    public Step {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(says, "says");
      missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
      if (asked != met + notMet + notKnown) {
        throw new IllegalArgumentException(
            name + ": " + asked + " asked, " + met + " + " + notMet + " + " + notKnown);
      }
    }
  }

  public Attrition {
    steps = List.copyOf(steps);
    arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    undecidedMissing = Collections.unmodifiableMap(new LinkedHashMap<>(undecidedMissing));
    long left = started;
    for (Step step : steps) {
      if (step.asked() != left) {
        throw new IllegalArgumentException(step.name() + ": " + step.asked() + " of " + left);
      }
      left = step.met();
    }
    long inArms = arms.values().stream().mapToLong(Long::longValue).sum();
    if (left != inArms + undecided) {
      throw new IllegalArgumentException(left + " eligible, " + inArms + " + " + undecided);
    }
  }

  /** The patients who fulfil every criterion, with an arm or without. */
  public long eligible() {
    return steps.isEmpty() ? started : steps.get(steps.size() - 1).met();
  }

  /** Those whom an unresolved error keeps out, though they fulfil every criterion. */
  public long blocked() {
    return steps.stream()
        .filter(step -> step.name().equals(Selection.NOTHING_BLOCKED))
        .mapToLong(Step::notKnown)
        .sum();
  }

  /** The members of the cohort: those with an arm. */
  public long members() {
    return arms.values().stream().mapToLong(Long::longValue).sum();
  }
}
