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
 * @param reason why it comes out as it does, from the same tree that judges
 * @param says the criterion in words, made from the same tree that judges
 */
public record Criterion(
    String text,
    List<Variable<?>> reads,
    Function<PatientRecord, Judgement> judge,
    Function<PatientRecord, Reason> reason,
    Text says) {

  public Criterion {
    Objects.requireNonNull(text, "text");
    reads = List.copyOf(reads);
    Objects.requireNonNull(judge, "judge");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(says, "says");
  }

  /** A criterion that is one question, without parts. */
  public Criterion(
      String text, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge, Text says) {
    this(
        text,
        reads,
        judge,
        patient -> new Reason(says, judge.apply(patient).verdict(), reads, List.of()),
        says);
  }

  /** A criterion that says of itself only how it was written. */
  public Criterion(String text, List<Variable<?>> reads, Function<PatientRecord, Judgement> judge) {
    this(text, reads, judge, Text.same(text));
  }

  /** The verdict on a patient. */
  public Judgement of(PatientRecord patient) {
    return judge.apply(patient);
  }

  /** Why the verdict on a patient is what it is. */
  public Reason why(PatientRecord patient) {
    return reason.apply(patient);
  }
}
