package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;

/**
 * How complete each field is at each centre: {@code quality/completeness.csv}. It grows with the
 * centres, not with the patients, and does not depend on their order.
 */
public final class Completeness {

  /** The states of an answer: a value, each absence, not understood. */
  private static final int STATES = Absence.values().length + 2;

  private static final int KNOWN = 0;
  private static final int UNREADABLE = STATES - 1;

  private final Map<String, long[][]> byCentre = new TreeMap<>();

  /** Counts a patient's answers. */
  public void add(PatientRecord patient) {
    long[][] counts =
        byCentre.computeIfAbsent(
            patient.key().centre(), centre -> new long[Fields.all().size()][STATES]);
    for (Field<?> field : Fields.all()) {
      counts[field.index()][state(patient.answer(field))]++;
    }
  }

  /** Writes one row for each field and centre. */
  public void write(Path file) {
    List<String> header =
        List.of(
            "field",
            "centre",
            "n",
            "known",
            "blank",
            "recorded_unknown",
            "not_done",
            "pending",
            "not_applicable",
            "not_collected",
            "unreadable");
    try (CsvFile csv = new CsvFile(file, header)) {
      for (Field<?> field : Fields.all()) {
        byCentre.forEach((centre, counts) -> csv.row(row(field, centre, counts[field.index()])));
      }
    }
  }

  /**
   * The share of a centre's patients whose value is known, 0 to 1; nothing if the centre does not
   * collect the field.
   */
  public Optional<Double> share(Field<?> field, String centre) {
    long[][] counts = byCentre.get(centre);
    if (counts == null) {
      return Optional.empty();
    }
    long n = 0;
    for (long count : counts[field.index()]) {
      n += count;
    }
    long notCollected = counts[field.index()][1 + Absence.NOT_COLLECTED.ordinal()];
    return n == notCollected
        ? Optional.empty()
        : Optional.of((double) counts[field.index()][KNOWN] / n);
  }

  private static List<String> row(Field<?> field, String centre, long[] counts) {
    long n = 0;
    for (long count : counts) {
      n += count;
    }
    List<String> row = new ArrayList<>();
    row.add(field.name());
    row.add(centre);
    row.add(Long.toString(n));
    for (long count : counts) {
      row.add(Long.toString(count));
    }
    return row;
  }

  /** In the order of the columns, which is that of {@link Absence}. */
  private static int state(Answer<?> answer) {
    if (answer instanceof Answer.Absent<?> absent) {
      return 1 + absent.why().ordinal();
    }
    return answer.isKnown() ? KNOWN : UNREADABLE;
  }
}
