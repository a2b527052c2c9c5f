package org.denovo.check;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.denovo.record.PatientRecord;

/**
 * A patient after all rules.
 *
 * @param judged by the rule's position in the checker's list: it could be judged
 * @param broken by the rule's position: it is broken
 */
public record Checked(PatientRecord patient, List<Finding> findings, BitSet judged, BitSet broken) {

  public Checked {
    Objects.requireNonNull(patient, "patient");
    findings = List.copyOf(findings);
    judged = (BitSet) judged.clone();
    broken = (BitSet) broken.clone();
    BitSet unjudged = (BitSet) broken.clone();
    unjudged.andNot(judged);
    if (!unjudged.isEmpty()) {
      throw new IllegalArgumentException("broken but not judged: " + unjudged);
    }
  }

  @Override
  public BitSet judged() {
    return (BitSet) judged.clone();
  }

  @Override
  public BitSet broken() {
    return (BitSet) broken.clone();
  }
}
