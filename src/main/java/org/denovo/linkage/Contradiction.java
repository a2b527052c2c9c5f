package org.denovo.linkage;

import java.util.Objects;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;

/**
 * A field of which two records of one person hold values that cannot both be right.
 *
 * @param used the record whose value the person has
 */
public record Contradiction(Field<?> field, PatientRecord used, PatientRecord other) {

  public Contradiction {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(used, "used");
    Objects.requireNonNull(other, "other");
  }
}
