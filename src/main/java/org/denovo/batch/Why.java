package org.denovo.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Finding;
import org.denovo.cohort.Explanation;
import org.denovo.evidence.Evidence;
import org.denovo.evidence.Tracer;
import org.denovo.mapping.CentreMapping;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.store.Submission;

/**
 * Why a patient is where she is, in some cohorts.
 *
 * @param submission the workbook that is in force for her centre
 * @param mapping her centre's as it stands; none if it was taken away
 * @param isReadSo true if the workbook would be read the same way now
 * @param cohorts one for each cohort asked about
 * @param findings all that the rules found on her
 */
public record Why(
    PatientRecord patient,
    Submission submission,
    Optional<CentreMapping> mapping,
    boolean isReadSo,
    List<Explanation> cohorts,
    List<Finding> findings) {

  public Why {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(submission, "submission");
    Objects.requireNonNull(mapping, "mapping");
    cohorts = List.copyOf(cohorts);
    findings = List.copyOf(findings);
  }

  /** What the value of a variable rests on. */
  public Evidence of(Variable<?> variable) {
    return new Tracer(mapping).of(variable, patient);
  }

  /** What the values of some variables rest on, each once. */
  public List<Evidence> evidence(List<? extends Variable<?>> variables) {
    return new Tracer(mapping).all(variables, patient);
  }

  /** The same without what was looked at and decided nothing. */
  public List<Evidence> decisive(List<? extends Variable<?>> variables) {
    return new Tracer(mapping).decisive(variables, patient);
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
