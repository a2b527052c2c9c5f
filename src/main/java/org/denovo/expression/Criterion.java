package org.denovo.expression;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * A criterion as it was written, as it judges, and as people read it.
 *
 * @param text the CEL text
 * @param reads the variables that it names, in the order of the text
 * @param says the criterion in words, made from the same tree that judges
 */
public record Criterion(
    String text, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge, Text says) {

  public Criterion {
    Objects.requireNonNull(text, "text");
    reads = List.copyOf(reads);
    Objects.requireNonNull(judge, "judge");
    Objects.requireNonNull(says, "says");
  }

  /** A criterion that says of itself only how it was written. */
  public Criterion(String text, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge) {
    this(text, reads, judge, Text.same(text));
  }

  /** The verdict on a patient. */
  public Judgement of(PatientRecord patient) {
    return judge.apply(patient);
  }
}
