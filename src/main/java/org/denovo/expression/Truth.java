package org.denovo.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/** A part of a criterion that is met, not met or not known: Kleene's strong three-valued logic. */
sealed interface Truth
    permits Truth.Always, Truth.And, Truth.Or, Truth.Not, Truth.Same, Truth.If, Question {

  /** The verdict on a patient. */
  Verdict of(PatientRecord patient);

  /** Adds the variables that keep the verdict open; asked only of a verdict that is not known. */
  void missing(PatientRecord patient, Set<Variable<?>> into);

  /** It in words. */
  Text says();

  /** Its contrary in words. */
  default Text denied() {
    return new Text("并非（{0}）", "not ({0})").with(says());
  }

  /** Why it comes out as it does. */
  Reason reason(PatientRecord patient);

  /** True if its words need brackets within a longer sentence. */
  default boolean isLong() {
    return false;
  }

  /** {@code true} or {@code false} as written. */
  record Always(Verdict verdict) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      return verdict;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {}

    @Override
    public Reason reason(PatientRecord patient) {
      return new Reason(says(), verdict, List.of(), List.of());
    }

    @Override
    public Text says() {
      return verdict == Verdict.MET ? new Text("恒真", "always") : new Text("恒假", "never");
    }
  }

  /** All of several. */
  record And(List<Truth> parts) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      Verdict all = Verdict.MET;
      for (Truth part : parts) {
        Verdict one = part.of(patient);
        if (one == Verdict.NOT_MET) {
          return one;
        }
        all = one == Verdict.NOT_KNOWN ? one : all;
      }
      return all;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      open(parts, patient, into);
    }

    @Override
    public Reason reason(PatientRecord patient) {
      return because(this, patient, parts);
    }

    @Override
    public Text says() {
      return joined(parts, "，且", ", and ");
    }

    @Override
    public boolean isLong() {
      return true;
    }
  }

  /** One of several. */
  record Or(List<Truth> parts) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      Verdict any = Verdict.NOT_MET;
      for (Truth part : parts) {
        Verdict one = part.of(patient);
        if (one == Verdict.MET) {
          return one;
        }
        any = one == Verdict.NOT_KNOWN ? one : any;
      }
      return any;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      open(parts, patient, into);
    }

    @Override
    public Reason reason(PatientRecord patient) {
      return because(this, patient, parts);
    }

    @Override
    public Text says() {
      return joined(parts, "，或", ", or ");
    }

    @Override
    public boolean isLong() {
      return true;
    }
  }

  /** The contrary. */
  record Not(Truth part) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      return switch (part.of(patient)) {
        case MET -> Verdict.NOT_MET;
        case NOT_MET -> Verdict.MET;
        case NOT_KNOWN -> Verdict.NOT_KNOWN;
      };
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      part.missing(patient, into);
    }

    /** What is denied stays in the tree as it was written, unless it is one question. */
    @Override
    public Reason reason(PatientRecord patient) {
      Reason denied = part.reason(patient);
      return denied.parts().isEmpty()
          ? new Reason(says(), of(patient), denied.reads(), List.of())
          : because(this, patient, List.of(part));
    }

    @Override
    public Text says() {
      return part.denied();
    }

    @Override
    public Text denied() {
      return part.says();
    }
  }

  /** Both alike: both met or both not met. */
  record Same(Truth left, Truth right) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      Verdict one = left.of(patient);
      Verdict two = right.of(patient);
      if (one == Verdict.NOT_KNOWN || two == Verdict.NOT_KNOWN) {
        return Verdict.NOT_KNOWN;
      }
      return one == two ? Verdict.MET : Verdict.NOT_MET;
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      open(List.of(left, right), patient, into);
    }

    @Override
    public Reason reason(PatientRecord patient) {
      return because(this, patient, List.of(left, right));
    }

    @Override
    public Text says() {
      return new Text("（{0}）与（{1}）一致", "({0}) agrees with ({1})").with(left.says(), right.says());
    }
  }

  /** One of two, as a condition decides; decided without it if both say the same. */
  record If(Truth condition, Truth then, Truth otherwise) implements Truth {

    @Override
    public Verdict of(PatientRecord patient) {
      return switch (condition.of(patient)) {
        case MET -> then.of(patient);
        case NOT_MET -> otherwise.of(patient);
        case NOT_KNOWN -> {
          Verdict one = then.of(patient);
          yield one == otherwise.of(patient) ? one : Verdict.NOT_KNOWN;
        }
      };
    }

    @Override
    public void missing(PatientRecord patient, Set<Variable<?>> into) {
      switch (condition.of(patient)) {
        case MET -> then.missing(patient, into);
        case NOT_MET -> otherwise.missing(patient, into);
        case NOT_KNOWN -> open(List.of(condition, then, otherwise), patient, into);
      }
    }

    @Override
    public Reason reason(PatientRecord patient) {
      return because(this, patient, List.of(condition, then, otherwise));
    }

    @Override
    public Text says() {
      return new Text("如{0}，则{1}，否则{2}", "if {0}, then {1}, else {2}")
          .with(condition.says(), then.says(), otherwise.says());
    }

    @Override
    public boolean isLong() {
      return true;
    }
  }

  private static Reason because(Truth whole, PatientRecord patient, List<Truth> parts) {
    return new Reason(
        whole.says(),
        whole.of(patient),
        List.of(),
        parts.stream().map(part -> part.reason(patient)).toList());
  }

  private static void open(List<Truth> parts, PatientRecord patient, Set<Variable<?>> into) {
    for (Truth part : parts) {
      if (part.of(patient) == Verdict.NOT_KNOWN) {
        part.missing(patient, into);
      }
    }
  }

  private static Text joined(List<Truth> parts, String zh, String en) {
    List<Text> says =
        parts.stream()
            .map(part -> part.isLong() ? new Text("（{0}）", "({0})").with(part.says()) : part.says())
            .toList();
    return new Text(
        says.stream().map(Text::zh).collect(Collectors.joining(zh)),
        says.stream().map(Text::en).collect(Collectors.joining(en)));
  }
}
