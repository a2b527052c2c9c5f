package org.denovo.cohort;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criterion;
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
 * @param windowDays the days after time zero within which the exposure must happen to count in the
 *     designs that have a window; 243 is eight months (Duchesneau 2022)
 * @param designs the analysis designs that files are made for
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
    int windowDays,
    List<Endpoint> endpoints,
    List<Design> designs,
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
    endpoints = List.copyOf(endpoints);
    designs = List.copyOf(designs);
    Set<Decision> copy = EnumSet.noneOf(Decision.class);
    copy.addAll(needs);
    needs = Collections.unmodifiableSet(copy);
    Objects.requireNonNull(study, "study");
    if (population.isEmpty() || arms.size() < 2 || windowDays < 0) {
      throw new IllegalArgumentException(name);
    }
  }
}
