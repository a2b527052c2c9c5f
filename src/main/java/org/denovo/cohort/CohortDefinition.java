package org.denovo.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.denovo.check.Decision;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criterion;
import org.denovo.record.Derived;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * A cohort as a value: who, compared how, from when, until what.
 *
 * @param name the file's name without its ending, for example {@code surgical-vs-nonsurgical}
 * @param source the study or convention that it follows
 * @param population the criteria in their order; at least one, and none that a patient of whom
 *     nothing is known would meet
 * @param timeZero the date from which times count
 * @param arms the compared groups in their order, at least two
 * @param exposure what the designs compare, and from which day on
 * @param designs the analysis designs that files are made for
 * @param adjustment what the designs take account of
 * @param sensitivity the same comparison with other choices
 * @param needs what must not be blocked by an unresolved error of a patient who enters
 * @param study what is known of the study behind it; selects nobody
 */
public record CohortDefinition(
    String name,
    String version,
    Text title,
    String source,
    Parameters parameters,
    List<Step> population,
    Variable<PartialDate> timeZero,
    List<Arm> arms,
    Exposure exposure,
    List<Endpoint> endpoints,
    List<Design> designs,
    Adjustment adjustment,
    Optional<Sensitivity> sensitivity,
    Set<Decision> needs,
    Study study)
    implements Cohort {

  /** A criterion of the population with its sentence. */
  public record Step(String name, Text says, Criterion criterion) {}

  /** A compared group. */
  public record Arm(String name, Text title, Criterion criterion) {}

  public CohortDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(parameters, "parameters");
    population = List.copyOf(population);
    Objects.requireNonNull(timeZero, "timeZero");
    arms = List.copyOf(arms);
    Objects.requireNonNull(exposure, "exposure");
    endpoints = List.copyOf(endpoints);
    designs = List.copyOf(designs);
    Objects.requireNonNull(adjustment, "adjustment");
    Objects.requireNonNull(sensitivity, "sensitivity");
    Set<Decision> copy = EnumSet.noneOf(Decision.class);
    copy.addAll(needs);
    needs = Collections.unmodifiableSet(copy);
    Objects.requireNonNull(study, "study");
    if (population.isEmpty() || arms.size() < 2) {
      throw new IllegalArgumentException(name);
    }
  }

  /** True if covariates stand beside the exposure in one of its designs. */
  public boolean isAdjusted() {
    return adjustment.isModelled()
        && designs.stream()
            .anyMatch(design -> design instanceof Landmark || design instanceof TimeVarying);
  }

  /** The variables that say who is in, in which group and when. */
  Set<Variable<?>> selecting() {
    Set<Variable<?>> reads = new LinkedHashSet<>();
    population.forEach(step -> reads.addAll(step.criterion().reads()));
    arms.forEach(arm -> reads.addAll(arm.criterion().reads()));
    reads.addAll(exposure.where().reads());
    reads.addAll(exposure.dates());
    reads.add(timeZero);
    return reads;
  }

  /** All variables that it asks of a patient: those that select, and its outcomes. */
  public List<Variable<?>> reads() {
    Set<Variable<?>> reads = selecting();
    reads.addAll(Course.reads(endpoints));
    return List.copyOf(reads);
  }

  /** The rules by which these variables are derived. */
  static Set<String> rules(Collection<Variable<?>> variables) {
    Set<String> rules = new TreeSet<>();
    variables.forEach(variable -> addRules(variable, rules));
    return rules;
  }

  private static void addRules(Variable<?> variable, Set<String> rules) {
    if (variable instanceof Derived<?> derived) {
      rules.add(derived.name() + " " + derived.rule());
      derived.inputs().forEach(input -> addRules(input, rules));
    }
  }

  /** The same with one criterion more. */
  CohortDefinition asking(Step step) {
    List<Step> steps = new ArrayList<>(population);
    steps.add(step);
    return with(steps, exposure, endpoints, designs, sensitivity);
  }

  /** The same with another exposure. */
  CohortDefinition exposed(Exposure other) {
    return with(population, other, endpoints, designs, sensitivity);
  }

  /** The same patients, compared so and no further. */
  CohortDefinition compared(List<Endpoint> some, List<Design> how) {
    return with(population, exposure, some, how, Optional.empty());
  }

  /** The same with a grid. */
  CohortDefinition varied(Sensitivity grid) {
    return with(population, exposure, endpoints, designs, Optional.of(grid));
  }

  private CohortDefinition with(
      List<Step> steps,
      Exposure exposed,
      List<Endpoint> some,
      List<Design> how,
      Optional<Sensitivity> grid) {
    return new CohortDefinition(
        name,
        version,
        title,
        source,
        parameters,
        steps,
        timeZero,
        arms,
        exposed,
        some,
        how,
        adjustment,
        grid,
        needs,
        study);
  }
}
