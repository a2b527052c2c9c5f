package org.denovo.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a record lacks for a derived variable: the fields of which a single value could settle it.
 * They are found by trying, so that a variable need not say twice what it reads: a percentage is
 * not called missing where the word for the same receptor has settled the matter.
 */
final class Gaps {

  private static final double[] NUMBERS = {0, 0.5, 1, 1.5, 2.5, 3, 5, 7, 10, 13, 15, 25, 50, 90};
  private static final int[] DAYS = {-400, -30, 0, 30, 400};
  private static final LocalDate ANY_DAY = LocalDate.of(2018, 7, 1);

  /** By a field's index; what to try for a date depends on the record's own dates. */
  private static final List<List<?>> TRIALS =
      Fields.all().stream().<List<?>>map(field -> trials(field.type())).toList();

  private final Derived<?> variable;
  private final PatientRecord patient;

  private Gaps(Derived<?> variable, PatientRecord patient) {
    this.variable = variable;
    this.patient = patient;
  }

  /**
   * The fields of which one value would settle the variable, this way or that; else the known ones
   * without which it would be settled, because they contradict each other or are not precise
   * enough; else those that could settle it one way; else all that are open.
   */
  static List<Variable<?>> of(Derived<?> variable, PatientRecord patient) {
    return new Gaps(variable, patient).find();
  }

  private List<Variable<?>> find() {
    List<Variable<?>> open = new ArrayList<>();
    List<Variable<?>> oneWay = new ArrayList<>();
    List<Variable<?>> eitherWay = new ArrayList<>();
    List<Variable<?>> inTheWay = new ArrayList<>();
    boolean isOpen = !variable.of(patient).isKnown();
    for (Field<?> field : variable.fields()) {
      if (isOpen && patient.knows(field) && without(field).isKnown()) {
        inTheWay.add(field);
      }
      if (exact(patient.answer(field))) {
        continue;
      }
      open.add(field);
      int outcomes = outcomes(field).size();
      if (outcomes > 0) {
        oneWay.add(field);
      }
      if (outcomes > 1) {
        eitherWay.add(field);
      }
    }
    return Stream.of(eitherWay, inTheWay, oneWay, open)
        .filter(fields -> !fields.isEmpty())
        .findFirst()
        .map(List::copyOf)
        .orElse(List.of(variable));
  }

  private <T> Answer<?> without(Field<T> field) {
    return variable.of(patient.with(field, Answer.absent(Absence.UNKNOWN)));
  }

  /** The different exact outcomes that values of a field would lead to; two are enough. */
  private <T> Set<Answer<?>> outcomes(Field<T> field) {
    Set<Answer<?>> outcomes = new HashSet<>();
    for (T value : trials(field)) {
      Answer<?> then = variable.of(patient.with(field, Answer.known(value)));
      if (settled(then) && outcomes.add(then) && outcomes.size() > 1) {
        break;
      }
    }
    return outcomes;
  }

  private static boolean settled(Answer<?> answer) {
    return exact(answer)
        || answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_APPLICABLE;
  }

  private static boolean exact(Answer<?> answer) {
    if (!(answer instanceof Answer.Known<?> known) || answer.has(Remark.OPEN_LIST)) {
      return false;
    }
    if (known.value() instanceof Interval range) {
      return range.isExact();
    }
    return !(known.value() instanceof PartialDate date)
        || date.precision() == PartialDate.Precision.DAY;
  }

  /** Values of a field, enough to cross every limit that a variable draws. */
  @SuppressWarnings("unchecked") // the trials of a field are of the field's own type
  private <T> List<T> trials(Field<T> field) {
    return field.type() instanceof FieldType.Date
        ? (List<T>) days().stream().map(PartialDate::of).toList()
        : (List<T>) TRIALS.get(field.index());
  }

  private static <T> List<T> trials(FieldType<T> type) {
    List<String> written = new ArrayList<>();
    if (type instanceof FieldType.Code<?> code) {
      written.addAll(code.byCode().keySet());
    } else if (type instanceof FieldType.Codes<?> codes) {
      written.add("");
      written.addAll(codes.code().byCode().keySet());
    } else if (type instanceof FieldType.YesNo) {
      written.addAll(List.of("yes", "no"));
    } else if (type instanceof FieldType.Whole) {
      for (double number : NUMBERS) {
        written.add(Integer.toString((int) number));
      }
    } else if (type instanceof FieldType.Decimal || type instanceof FieldType.Range) {
      for (double number : NUMBERS) {
        written.add(Interval.number(number));
      }
    }
    return written.stream().map(type::parse).toList();
  }

  private Set<LocalDate> days() {
    Set<LocalDate> days = new LinkedHashSet<>();
    for (Variable<?> input : variable.inputs()) {
      if (input.of(patient) instanceof Answer.Known<?> known
          && known.value() instanceof PartialDate date) {
        for (int shift : DAYS) {
          days.add(date.first().plusDays(shift));
        }
      }
    }
    if (days.isEmpty()) {
      days.add(ANY_DAY);
    }
    return days;
  }
}
