package org.denovo.expression;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;

/**
 * A criterion as it was written and as it judges.
 *
 * @param text the CEL text
 * @param reads the variables that it names, in the order of the text
 */
public record Criterion(
    String text, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge) {

  public Criterion {
    Objects.requireNonNull(text, "text");
    reads = List.copyOf(reads);
    Objects.requireNonNull(judge, "judge");
  }

  /** The verdict on a patient. */
  public Judgement of(PatientRecord patient) {
    return judge.apply(patient);
  }
}
