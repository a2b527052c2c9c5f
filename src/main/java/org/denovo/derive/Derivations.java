package org.denovo.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/** The list of derived variables while the families put theirs in, each name once. */
final class Derivations {

  private static final FieldType.YesNo YES_NO = new FieldType.YesNo();
  static final FieldType.Range DAYS = new FieldType.Range("d", -36525, 36525);

  private final Map<String, Derived<?>> byName = new LinkedHashMap<>();

  Map<String, Derived<?>> byName() {
    return byName;
  }

  /** A question with yes, no or not known. */
  Derived<Boolean> truth(
      String name,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Truth> truth) {
    return answer(
        name, YES_NO, title, rule, source, inputs, patient -> truth.apply(patient).answer());
  }

  /** A code; empty is not known. */
  <E extends Enum<E> & Coded> Derived<E> code(
      String name,
      Class<E> list,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<E>> code) {
    return answer(
        name,
        FieldType.Code.of(list),
        title,
        rule,
        source,
        inputs,
        patient -> known(code.apply(patient)));
  }

  /** Days between two dates, as bounds where a date is less precise than a day. */
  Derived<Interval> days(
      String name,
      Text title,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<Interval>> days) {
    return answer(
        name, DAYS, title, "days", "registry", inputs, patient -> known(days.apply(patient)));
  }

  /** A count, as bounds. */
  Derived<Interval> count(
      String name,
      Text title,
      int most,
      String rule,
      List<Variable<?>> inputs,
      Function<PatientRecord, Optional<Interval>> count) {
    return answer(
        name,
        new FieldType.Range("", 0, most),
        title,
        rule,
        "registry",
        inputs,
        patient -> known(count.apply(patient)));
  }

  /** A variable that tells itself why it has no value. */
  <T> Derived<T> answer(
      String name,
      FieldType<T> type,
      Text title,
      String rule,
      String source,
      List<Variable<?>> inputs,
      Function<PatientRecord, Answer<T>> derive) {
    Derived<T> variable = new Derived<>(name, type, title, rule, 1, source, inputs, derive);
    if (byName.put(name, variable) != null) {
      throw new IllegalStateException(name + " stands twice");
    }
    return variable;
  }

  /** Some inputs and more. */
  static List<Variable<?>> with(List<? extends Variable<?>> some, Variable<?>... more) {
    List<Variable<?>> inputs = new ArrayList<>(List.of(more));
    inputs.addAll(some);
    return List.copyOf(inputs);
  }

  static <T> Answer<T> known(Optional<T> value) {
    return value.map(Answer::known).orElse(Answer.absent(Absence.UNKNOWN));
  }
}
