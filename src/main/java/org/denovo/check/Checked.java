package org.denovo.check;

import java.util.List;
import java.util.Objects;
import org.denovo.record.PatientRecord;

/**
 * A patient after all rules.
 *
 * @param endings by the rule's position in the checker's list: how it came out
 * @param errors the rules that failed on the patient
 */
public record Checked(
    PatientRecord patient, List<Finding> findings, List<Ending> endings, List<RuleError> errors) {

  public Checked {
    Objects.requireNonNull(patient, "patient");
    findings = List.copyOf(findings);
    endings = List.copyOf(endings);
    errors = List.copyOf(errors);
    long bugs = endings.stream().filter(ending -> ending == Ending.ERROR).count();
    if (bugs != errors.size()) {
      throw new IllegalArgumentException(bugs + " rules failed, " + errors.size() + " named");
    }
  }
}
