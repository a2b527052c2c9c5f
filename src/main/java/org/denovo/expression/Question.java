package org.denovo.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denovo.record.Answer;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/** A part of a criterion that asks the patient's record something. */
sealed interface Question extends Truth {

  /** The variables that it asks, in the order of the text. */
  List<Variable<?>> reads();

  @Override
  default Reason reason(PatientRecord patient) {
    return new Reason(says(), of(patient), reads(), List.of());
  }

  /** A yes-or-no variable. */
  record Flag(Variable<?> variable) implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      if (variable.of(patient) instanceof Answer.Known<?> known) {
        return Boolean.TRUE.equals(known.value()) ? Verdict.MET : Verdict.NOT_MET;
      }
      return Verdict.NOT_KNOWN;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      into.add(variable);
    }

    @Override
    public List<Variable<?>> reads() {
      return List.of(variable);
    }

    @Override
    public Text says() {
      return new Text("{0}：是", "{0}: yes").with(variable.title());
    }

    @Override
    public Text denied() {
      return new Text("{0}：否", "{0}: no").with(variable.title());
    }
  }

  /** Whether a variable has a value; always decided. */
  record Has(Variable<?> variable) implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      return variable.of(patient).isKnown() ? Verdict.MET : Verdict.NOT_MET;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {}

    @Override
    public List<Variable<?>> reads() {
      return List.of(variable);
    }

    @Override
    public Text says() {
      return new Text("{0}：已知", "{0}: known").with(variable.title());
    }

    @Override
    public Text denied() {
      return new Text("{0}：未知", "{0}: not known").with(variable.title());
    }
  }

  /** A coded variable has one of some codes. */
  record IsOneOf(Variable<?> variable, Set<?> codes, Text names) implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      if (variable.of(patient) instanceof Answer.Known<?> known) {
        return codes.contains(known.value()) ? Verdict.MET : Verdict.NOT_MET;
      }
      return Verdict.NOT_KNOWN;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      into.add(variable);
    }

    @Override
    public List<Variable<?>> reads() {
      return List.of(variable);
    }

    @Override
    public Text says() {
      return new Text("{0}为{1}", "{0} is {1}").with(variable.title(), names);
    }

    @Override
    public Text denied() {
      return new Text("{0}不为{1}", "{0} is not {1}").with(variable.title(), names);
    }
  }

  /** Two coded variables of one list have the same code. */
  record SameCode(Variable<?> left, Variable<?> right) implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      if (left.of(patient) instanceof Answer.Known<?> one
          && right.of(patient) instanceof Answer.Known<?> two) {
        return one.value().equals(two.value()) ? Verdict.MET : Verdict.NOT_MET;
      }
      return Verdict.NOT_KNOWN;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      for (Variable<?> variable : List.of(left, right)) {
        if (!variable.of(patient).isKnown()) {
          into.add(variable);
        }
      }
    }

    @Override
    public List<Variable<?>> reads() {
      return List.of(left, right);
    }

    @Override
    public Text says() {
      return new Text("{0}与{1}相同", "{0} is the same as {1}").with(left.title(), right.title());
    }

    @Override
    public Text denied() {
      return new Text("{0}与{1}不同", "{0} differs from {1}").with(left.title(), right.title());
    }
  }

  /**
   * A set of codes holds all of some codes, and nothing else if it is to be exactly these. Of a
   * list that the centre left open (等) a code that is not named is not known, never absent.
   */
  record Holds(Variable<?> variable, Set<?> codes, boolean exactly, Text names)
      implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      if (!(variable.of(patient) instanceof Answer.Known<?> known
          && known.value() instanceof Set<?> held)) {
        return Verdict.NOT_KNOWN;
      }
      boolean more = exactly && !codes.containsAll(held);
      boolean less = !held.containsAll(codes);
      if (more || less && !known.has(Remark.OPEN_LIST)) {
        return Verdict.NOT_MET;
      }
      boolean open = known.has(Remark.OPEN_LIST) && (less || exactly);
      return open ? Verdict.NOT_KNOWN : Verdict.MET;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      into.add(variable);
    }

    @Override
    public List<Variable<?>> reads() {
      return List.of(variable);
    }

    @Override
    public Text says() {
      Text form =
          exactly
              ? new Text("{0}恰为{1}", "{0}: exactly {1}")
              : new Text("{0}包括{1}", "{0}: including {1}");
      return form.with(variable.title(), names);
    }

    @Override
    public Text denied() {
      Text form =
          exactly
              ? new Text("{0}不恰为{1}", "{0}: not exactly {1}")
              : new Text("{0}不包括{1}", "{0}: not including {1}");
      return form.with(variable.title(), names);
    }
  }

  /** A comparison of two numbers or dates. */
  record Compare(Span.Order order, Quantity left, Quantity right, boolean dates)
      implements Question {

    @Override
    public Verdict of(PatientRecord patient) {
      return left.of(patient).compare(order, right.of(patient));
    }

    /** A value that is not there is to blame before one that is there but not exact. */
    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      List<Quantity.Read> readings = new ArrayList<>();
      left.readings(readings::add);
      right.readings(readings::add);
      boolean absent = readings.stream().anyMatch(r -> !r.variable().of(patient).isKnown());
      for (Quantity.Read reading : readings) {
        boolean blamed =
            absent ? !reading.variable().of(patient).isKnown() : !reading.of(patient).isExact();
        if (blamed) {
          into.add(reading.variable());
        }
      }
    }

    @Override
    public List<Variable<?>> reads() {
      Set<Variable<?>> reads = new LinkedHashSet<>();
      left.readings(reading -> reads.add(reading.variable()));
      right.readings(reading -> reads.add(reading.variable()));
      return List.copyOf(reads);
    }

    @Override
    public Text says() {
      return says(order);
    }

    @Override
    public Text denied() {
      return says(order.opposite());
    }

    private Text says(Span.Order as) {
      return (dates ? as.ofDates() : as.ofNumbers()).with(left.says(), right.says());
    }
  }
}
