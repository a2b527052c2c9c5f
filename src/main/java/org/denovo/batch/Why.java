package org.denovo.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.check.Standing;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Explanation;
import org.denovo.evidence.Evidence;
import org.denovo.evidence.Tracer;
import org.denovo.linkage.Decision;
import org.denovo.linkage.Person;
import org.denovo.mapping.CentreMapping;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.store.Submission;

/**
 * Why a patient is where she is, in some cohorts.
 *
 * @param submission the workbook that is in force for her centre
 * @param mappings of the centres from which her values come, as they stand; without those that were
 *     taken away
 * @param isReadSo true if every workbook of hers would be read the same way now
 * @param person whose record it is, if she has several
 * @param cohorts one for each cohort asked about
 * @param hindrances her unresolved errors in the run that published last
 * @param findings all that the rules found on her
 */
public record Why(
    PatientRecord patient,
    Submission submission,
    List<CentreMapping> mappings,
    boolean isReadSo,
    Optional<SamePerson> person,
    List<Explanation> cohorts,
    List<Hindrance> hindrances,
    List<Finding> findings) {

  /**
   * A person with several records.
   *
   * @param decisions what was decided of pairs of them, as it stands; the pairs without are certain
   */
  public record SamePerson(Person person, List<Decision> decisions) {

    public SamePerson {
      Objects.requireNonNull(person, "person");
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * An error that was unresolved in the run that published last.
   *
   * @param finding as it was found; none if it cannot be shown any more
   * @param now where it stands as things were noted since
   * @param mayConfirm true if somebody may confirm it as it is; else the data have to be corrected
   */
  public record Hindrance(
      Obstacle obstacle, Optional<Finding> finding, Standing now, boolean mayConfirm) {

    public Hindrance {
      Objects.requireNonNull(obstacle, "obstacle");
      Objects.requireNonNull(finding, "finding");
      Objects.requireNonNull(now, "now");
    }
  }

  public Why {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(submission, "submission");
    mappings = List.copyOf(mappings);
    Objects.requireNonNull(person, "person");
    cohorts = List.copyOf(cohorts);
    hindrances = List.copyOf(hindrances);
    findings = List.copyOf(findings);
  }

  /** What the value of a variable rests on. */
  public Evidence of(Variable<?> variable) {
    return tracer().of(variable, patient);
  }

  /** What the values of some variables rest on, each once. */
  public List<Evidence> evidence(List<? extends Variable<?>> variables) {
    return tracer().all(variables, patient);
  }

  /** The same without what was looked at and decided nothing. */
  public List<Evidence> decisive(List<? extends Variable<?>> variables) {
    return tracer().decisive(variables, patient);
  }

  private Tracer tracer() {
    return new Tracer(
        mappings,
        person
            .map(SamePerson::person)
            .filter(same -> same.record().key().equals(patient.key()))
            .map(Person::others)
            .orElse(Map.of()));
  }

  /** What keeps her out of a cohort. */
  public List<Hindrance> hindrances(CohortDefinition cohort) {
    return hindrances.stream().filter(each -> each.obstacle().blocks(cohort.needs())).toList();
  }

  /** The findings that are about a field on which one of the variables rests. */
  public List<Finding> findingsOn(List<? extends Variable<?>> variables) {
    Set<String> fields = new LinkedHashSet<>();
    variables.forEach(variable -> variable.fields().forEach(field -> fields.add(field.name())));
    return findings.stream()
        .filter(finding -> finding.fields().stream().anyMatch(fields::contains))
        .toList();
  }
}
