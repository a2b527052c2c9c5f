package org.denovo.expression;

import java.util.List;
import java.util.Objects;
import org.denovo.record.Variable;

/**
 * A criterion's verdict on one patient.
 *
 * @param missing the fields whose absence kept the verdict open, in the order of the criterion; a
 *     derived variable stands itself only where none of its fields would settle it; empty unless
 *     the verdict is not known
 */
public record Judgement(Verdict verdict, List<Variable<?>> missing) {

  /** The criterion is met. */
  public static final Judgement MET = new Judgement(Verdict.MET, List.of());

  /** The criterion is not met. */
  public static final Judgement NOT_MET = new Judgement(Verdict.NOT_MET, List.of());

  public Judgement {
    Objects.requireNonNull(verdict, "verdict");
    missing = List.copyOf(missing);
    if (verdict == Verdict.NOT_KNOWN == missing.isEmpty()) {
      throw new IllegalArgumentException("what is not known names what is missing");
    }
  }

  /** Not known, for want of these. */
  public static Judgement notKnown(List<Variable<?>> missing) {
    return new Judgement(Verdict.NOT_KNOWN, missing);
  }
}
