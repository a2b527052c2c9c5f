package org.denovo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.denovo.derive.Bounds;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Treatment;
import org.denovo.derive.Truth;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.record.Variable;

/** One patient as a rule sees it: the record, the derived variables and the rules' parameters. */
public final class Case {

  private final PatientRecord patient;
  private final DerivedVariables derived;
  private final RuleParameters parameters;
  private final List<Field<?>> noted;

  /** A patient, to be judged under these parameters. */
  public Case(PatientRecord patient, DerivedVariables derived, RuleParameters parameters) {
    this.patient = Objects.requireNonNull(patient, "patient");
    this.derived = Objects.requireNonNull(derived, "derived");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    List<Field<?>> found = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      Answer<?> answer = patient.answer(field);
      if (answer instanceof Answer.Unreadable<?> || !answer.remarks().isEmpty()) {
        found.add(field);
      }
    }
    this.noted = List.copyOf(found);
  }

  /** The record. */
  public PatientRecord patient() {
    return patient;
  }

  /** The derived variables. */
  public DerivedVariables derived() {
    return derived;
  }

  /** The numbers that rules compare with. */
  public RuleParameters parameters() {
    return parameters;
  }

  /** The fields whose cell was not understood or gave rise to a remark; in most patients none. */
  public List<Field<?>> noted() {
    return noted;
  }

  /** The value of a field or derived variable. */
  public <T> Optional<T> value(Variable<T> variable) {
    return variable.of(patient).optional();
  }

  /** The value of a field that the rule was given. */
  public <T> T get(Field<T> field) {
    return patient.value(field).orElseThrow();
  }

  /** True if the field has a value. */
  public boolean knows(Field<?> field) {
    return patient.knows(field);
  }

  /** True if the value is known to be one of these. */
  @SafeVarargs
  public final <T> boolean is(Variable<T> variable, T... values) {
    Optional<T> value = value(variable);
    for (T one : values) {
      if (value.isPresent() && value.get().equals(one)) {
        return true;
      }
    }
    return false;
  }

  /** True if the set is known and holds one of these. */
  @SafeVarargs
  public final <T> boolean holds(Field<Set<T>> field, T... values) {
    Optional<Set<T>> set = patient.value(field);
    for (T one : values) {
      if (set.isPresent() && set.get().contains(one)) {
        return true;
      }
    }
    return false;
  }

  /** True if the answer carries one of the remarks. */
  public boolean remarked(Field<?> field, Remark... remarks) {
    Set<Remark> noticed = patient.answer(field).remarks();
    if (!noticed.isEmpty()) {
      for (Remark remark : remarks) {
        if (noticed.contains(remark)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The truth of a yes or no question. */
  public Truth truth(Variable<Boolean> question) {
    return Truth.of(value(question));
  }

  /** True if the primary was operated on. */
  public Truth operated() {
    return Treatment.operated(patient);
  }

  /** Days from one date to another; empty if either is not known. */
  public Optional<Interval> days(Field<PartialDate> from, Field<PartialDate> to) {
    return Bounds.days(patient.value(from), patient.value(to));
  }

  /** True if the first date lies before the second. */
  public Truth before(Field<PartialDate> first, Field<PartialDate> second) {
    return days(first, second).map(gap -> Bounds.atLeast(gap, 1)).orElse(Truth.UNKNOWN);
  }

  /** True if the date is more than so many days before the other. */
  public Truth before(Field<PartialDate> first, Field<PartialDate> second, int margin) {
    return days(first, second).map(gap -> Bounds.atLeast(gap, margin + 1)).orElse(Truth.UNKNOWN);
  }

  /**
   * True if a value should be there and is not. A text that nobody understood is another rule's
   * matter, and so is a column that the centre does not have.
   */
  public Truth missing(Field<?> field) {
    Answer<?> answer = patient.answer(field);
    if (answer instanceof Answer.Absent<?> absent) {
      return absent.why() == Absence.NOT_COLLECTED
          ? Truth.UNKNOWN
          : Truth.of(absent.why() != Absence.NOT_APPLICABLE);
    }
    return answer.isKnown() ? Truth.NO : Truth.UNKNOWN;
  }

  /** True if the centre has a column for the field. */
  public boolean asked(Field<?> field) {
    return !(patient.answer(field) instanceof Answer.Absent<?> absent
        && absent.why() == Absence.NOT_COLLECTED);
  }

  /** True if all of several fields that can stand for each other are missing. */
  public Truth missingAll(Field<?>... fields) {
    Truth all = Truth.UNKNOWN;
    for (Field<?> field : fields) {
      if (patient.answer(field) instanceof Answer.Unreadable<?>) {
        return Truth.UNKNOWN;
      }
      Truth one = missing(field);
      if (one == Truth.NO) {
        return Truth.NO;
      }
      all = all == Truth.UNKNOWN ? one : all;
    }
    return all;
  }

  /** True if a value that no registry can do without is not there, column or no column. */
  public Truth missingEssential(Field<?> field) {
    return asked(field) ? missing(field) : Truth.YES;
  }
}
