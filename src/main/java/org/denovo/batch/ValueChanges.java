package org.denovo.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Place;

/**
 * Counts, field by field, the values that differ between two readings of the same patients. What is
 * kept grows with the different changes, up to a bound, never with the patients.
 */
final class ValueChanges {

  /** Different changes kept of a field; of more, only the numbers are. */
  private static final int MOST = 1_000;

  private static final int CELLS = 3;

  private record Change(String before, String now) {}

  private static final class Times {
    private final List<Place> cells = new ArrayList<>(CELLS);
    private long count;
  }

  private static final class Counter {
    private final Map<Change, Times> changes = new HashMap<>();
    private long changed;
    private long gained;
    private long lost;
    private long reasons;
  }

  private final Map<Field<?>, Counter> byField = new HashMap<>();

  /** Compares a patient as she stands in the registry with what would be read now. */
  void compare(PatientRecord before, PatientRecord now) {
    for (Field<?> field : Fields.all()) {
      compare(field, before, now);
    }
  }

  private <T> void compare(Field<T> field, PatientRecord before, PatientRecord now) {
    Answer<T> old = before.answer(field);
    Answer<T> young = now.answer(field);
    String was = shown(field, old);
    String is = shown(field, young);
    if (was.equals(is)) {
      return;
    }
    Counter counter = byField.computeIfAbsent(field, f -> new Counter());
    if (old.isKnown() && young.isKnown()) {
      counter.changed++;
    } else if (young.isKnown()) {
      counter.gained++;
    } else if (old.isKnown()) {
      counter.lost++;
    } else {
      counter.reasons++;
    }
    boolean isIdentifier = field.type() instanceof FieldType.Identifier;
    Change change = isIdentifier ? new Change("", "") : new Change(was, is);
    if (counter.changes.size() < MOST || counter.changes.containsKey(change)) {
      Times times = counter.changes.computeIfAbsent(change, c -> new Times());
      times.count++;
      if (times.cells.size() < CELLS) {
        now.cell(field)
            .or(() -> before.cell(field))
            .ifPresent(cell -> times.cells.add(cell.place()));
      }
    }
  }

  /** The value as files write it, or why there is none. */
  private static <T> String shown(Field<T> field, Answer<T> answer) {
    return answer
        .optional()
        .map(value -> field.type().write(value) + (answer.has(Remark.OPEN_LIST) ? ", …" : ""))
        .orElseGet(answer::missing);
  }

  /** The fields of which a value differs, in the registry's order. */
  List<Preview.FieldChange> fields() {
    List<Preview.FieldChange> fields = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      Counter counter = byField.get(field);
      if (counter != null) {
        fields.add(
            new Preview.FieldChange(
                field,
                counter.changed,
                counter.gained,
                counter.lost,
                counter.reasons,
                transitions(counter)));
      }
    }
    return fields;
  }

  private static List<Preview.Transition> transitions(Counter counter) {
    List<Preview.Transition> transitions = new ArrayList<>();
    counter.changes.forEach(
        (change, times) ->
            transitions.add(
                new Preview.Transition(change.before(), change.now(), times.count, times.cells)));
    transitions.sort(
        Comparator.comparingLong(Preview.Transition::count)
            .reversed()
            .thenComparing(Preview.Transition::before)
            .thenComparing(Preview.Transition::now));
    return transitions;
  }
}
