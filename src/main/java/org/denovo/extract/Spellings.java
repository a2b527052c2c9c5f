package org.denovo.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;

/**
 * How coded fields are spelled, and which spellings no workbook of the last run had. Numbers, dates
 * and identifiers are no spellings, nor is a text of more than sixty characters. Of each field a
 * bounded number of different texts is kept.
 */
public final class Spellings {

  private static final int LONGEST = 60;

  /**
   * A spelling that is new.
   *
   * @param value what it was read as, in the codes of the field; empty if it has none
   * @param n in how many cells it stands
   */
  public record Line(Field<?> field, String raw, String value, long n, Set<String> centres) {

    public Line {
      centres = Set.copyOf(centres);
    }
  }

  private static final class Use {
    private final Set<String> centres = new TreeSet<>();
    private String value = "";
    private long n;
    private boolean known;
  }

  private final int most;
  private final Map<Field<?>, Map<String, Use>> uses =
      new TreeMap<>(Comparator.comparingInt(Field::index));

  /**
   * Keeps so many different texts of each field.
   *
   * @param most at least one
   */
  public Spellings(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most " + most);
    }
    this.most = most;
  }

  /**
   * Adds a present patient.
   *
   * @param wasThere true if the last run had the same workbook
   */
  public void add(PatientRecord patient, boolean wasThere) {
    each(
        patient,
        (field, raw, use) -> {
          use.n++;
          use.known |= wasThere;
          use.centres.add(patient.key().centre());
          use.value = value(patient, field);
        });
  }

  /** Adds a patient of a workbook that the last run had and this one replaced. */
  public void addFormer(PatientRecord patient) {
    each(patient, (field, raw, use) -> use.known = true);
  }

  private interface Receiver {
    void accept(Field<?> field, String raw, Use use);
  }

  private void each(PatientRecord patient, Receiver receiver) {
    for (Field<?> field : Fields.all()) {
      if (isWorded(field)) {
        String raw = patient.cell(field).map(cell -> cell.text().strip()).orElse("");
        if (!raw.isEmpty() && raw.length() <= LONGEST) {
          Map<String, Use> texts = uses.computeIfAbsent(field, f -> new HashMap<>());
          if (texts.containsKey(raw) || texts.size() < most) {
            receiver.accept(field, raw, texts.computeIfAbsent(raw, r -> new Use()));
          }
        }
      }
    }
  }

  private static boolean isWorded(Field<?> field) {
    return field.type() instanceof FieldType.Code<?>
        || field.type() instanceof FieldType.Codes<?>
        || field.type() instanceof FieldType.YesNo;
  }

  private static <T> String value(PatientRecord patient, Field<T> field) {
    Answer<T> answer = patient.answer(field);
    return answer.optional().map(field.type()::write).orElse(answer.missing());
  }

  /** The new ones in the order of fields, the most frequent of each first. */
  public List<Line> fresh() {
    return uses.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().entrySet().stream()
                    .filter(text -> !text.getValue().known)
                    .map(text -> line(field.getKey(), text.getKey(), text.getValue()))
                    .sorted(Comparator.comparingLong(Line::n).reversed().thenComparing(Line::raw)))
        .toList();
  }

  private static Line line(Field<?> field, String raw, Use use) {
    return new Line(field, raw, use.value, use.n, use.centres);
  }
}
