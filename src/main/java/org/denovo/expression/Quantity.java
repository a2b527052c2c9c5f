package org.denovo.expression;

import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.record.Answer;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/** A number or a date within a criterion, as an interval. */
sealed interface Quantity {

  /** What is known of it. */
  Span of(PatientRecord patient);

  /** Each reading of the patient that it rests on. */
  void readings(Consumer<Read> each);

  /** It in words. */
  Text says();

  /** A number or a day that stands in the criterion itself. */
  record Exact(Span span, Text says) implements Quantity {

    @Override
    public Span of(PatientRecord patient) {
      return span;
    }

    @Override
    public void readings(Consumer<Read> each) {}
  }

  /** A variable, one of its bounds, or how many codes it holds. */
  record Read(Variable<?> variable, Function<Answer.Known<?>, Span> span, Text says)
      implements Quantity {

    @Override
    public Span of(PatientRecord patient) {
      return variable.of(patient) instanceof Answer.Known<?> known
          ? span.apply(known)
          : Span.NOT_KNOWN;
    }

    @Override
    public void readings(Consumer<Read> each) {
      each.accept(this);
    }
  }

  /** Two quantities put together. */
  record Pair(Quantity left, Quantity right, Join join) implements Quantity {

    @Override
    public Span of(PatientRecord patient) {
      Span one = left.of(patient);
      Span two = right.of(patient);
      return switch (join) {
        case SUM -> one.plus(two);
        case DIFFERENCE -> one.minus(two);
        case DAYS -> two.minus(one);
      };
    }

    @Override
    public void readings(Consumer<Read> each) {
      left.readings(each);
      right.readings(each);
    }

    @Override
    public Text says() {
      return join.says.with(left.says(), right.says());
    }
  }

  /** How two quantities are put together. */
  enum Join {
    SUM("{0}加{1}", "{0} plus {1}"),
    DIFFERENCE("{0}减{1}", "{0} minus {1}"),
    DAYS("从{0}到{1}的天数", "the days from {0} to {1}");

    private final Text says;

    Join(String zh, String en) {
      this.says = new Text(zh, en);
    }
  }
}
