package org.denovo.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;

/**
 * How the cells of one field were read over many patients. Texts of identifiers are never kept.
 *
 * @param known how many have a value
 * @param implied how many of these follow from another field's cell
 * @param absent how many have none, by reason
 * @param unreadable how many cells were not understood
 * @param values for a field with codes: what was written and what it was read as, most frequent
 *     first
 * @param texts what was written and not understood, most frequent first
 * @param range for numbers and dates: the least and the greatest value
 */
public record FieldTally(
    Field<?> field,
    long known,
    long implied,
    Map<Absence, Long> absent,
    long unreadable,
    List<Read> values,
    List<Read> texts,
    Optional<Range> range) {

  /**
   * A text and how often it stands there.
   *
   * @param value what it was read as; empty if it was not understood
   */
  public record Read(String text, String value, long count) {}

  /** The least and the greatest value, as files write them. */
  public record Range(String least, String greatest) {}

  public FieldTally {
    Objects.requireNonNull(field, "field");
    absent = Map.copyOf(absent);
    values = List.copyOf(values);
    texts = List.copyOf(texts);
    Objects.requireNonNull(range, "range");
  }

  /** True if a patient has anything else than a column that the centre does not have. */
  boolean isCollected() {
    return known + unreadable > 0
        || absent.keySet().stream().anyMatch(why -> why != Absence.NOT_COLLECTED);
  }

  /** Counts patients. */
  static final class Counter<T> {

    /** More different texts than a column with codes has; what is beyond is counted only. */
    private static final int MOST = 1_000;

    /** As much of a text as a person needs to give it a word. */
    private static final int LONGEST = 200;

    private record Written(String text, String value) {}

    private final Field<T> field;
    private final Map<Absence, Long> absent = new EnumMap<>(Absence.class);
    private final Map<Written, Long> values = new HashMap<>();
    private final Map<Written, Long> texts = new HashMap<>();
    private long known;
    private long implied;
    private long unreadable;
    private Comparable<?> least;
    private Comparable<?> greatest;

    Counter(Field<T> field) {
      this.field = field;
    }

    void add(PatientRecord patient) {
      Answer<T> answer = patient.answer(field);
      String text = patient.cell(field).map(cell -> cut(cell.text().strip())).orElse("");
      if (answer instanceof Answer.Known<T> value) {
        known++;
        if (answer.has(Remark.IMPLIED)) {
          implied++;
        } else if (hasCodes()) {
          count(values, new Written(text, field.type().write(value.value())));
        }
        stretch(value.value());
      } else if (answer instanceof Answer.Absent<T> reason) {
        absent.merge(reason.why(), 1L, Long::sum);
      } else {
        unreadable++;
        if (!(field.type() instanceof FieldType.Identifier)) {
          count(texts, new Written(text, ""));
        }
      }
    }

    private boolean hasCodes() {
      return field.type() instanceof FieldType.Code<?>
          || field.type() instanceof FieldType.Codes<?>
          || field.type() instanceof FieldType.YesNo;
    }

    private boolean hasOrder() {
      return !hasCodes() && !(field.type() instanceof FieldType.Identifier);
    }

    private static void count(Map<Written, Long> counts, Written written) {
      if (counts.size() < MOST || counts.containsKey(written)) {
        counts.merge(written, 1L, Long::sum);
      }
    }

    private void stretch(T value) {
      if (hasOrder() && value instanceof Comparable<?> one) {
        least = least == null || order(one, least) < 0 ? one : least;
        greatest = greatest == null || order(one, greatest) > 0 ? one : greatest;
      }
    }

    @SuppressWarnings("unchecked") // both are values of the one field
    private static int order(Comparable<?> one, Comparable<?> other) {
      return ((Comparable<Object>) one).compareTo(other);
    }

    FieldTally tally() {
      return new FieldTally(
          field,
          known,
          implied,
          absent,
          unreadable,
          frequent(values),
          frequent(texts),
          least == null ? Optional.empty() : Optional.of(new Range(write(least), write(greatest))));
    }

    @SuppressWarnings("unchecked") // only values of the field are kept
    private String write(Comparable<?> value) {
      return field.type().write((T) value);
    }

    private static List<Read> frequent(Map<Written, Long> counts) {
      List<Read> reads = new ArrayList<>();
      counts.forEach((written, n) -> reads.add(new Read(written.text(), written.value(), n)));
      reads.sort(
          Comparator.comparingLong(Read::count)
              .reversed()
              .thenComparing(Read::text)
              .thenComparing(Read::value));
      return reads;
    }

    /** Never between the two halves of a character. */
    private static String cut(String text) {
      if (text.length() <= LONGEST) {
        return text;
      }
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      return text.substring(0, end);
    }
  }
}
