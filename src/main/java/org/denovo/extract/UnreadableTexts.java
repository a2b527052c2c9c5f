package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;

/**
 * The texts that nobody understood, by field and centre, most frequent first: {@code
 * quality/unreadable.csv}. It keeps a bounded number of different texts of each field and centre;
 * what is beyond is counted in a row without a text. Texts are cut to a bounded length and made
 * inert for spreadsheets; those of identifiers are counted, never kept.
 */
public final class UnreadableTexts {

  /** As much of a text as a person needs to give it a word. */
  private static final int LONGEST = 200;

  private record Where(String field, String centre) {}

  /**
   * A text of a field and centre, and how often it stands there.
   *
   * @param raw the text as written, cut; empty for the rest that was not kept
   */
  public record Line(String field, String centre, String raw, long n) {}

  private final int most;
  private final Map<Where, Map<String, Long>> texts =
      new TreeMap<>(Comparator.comparing(Where::field).thenComparing(Where::centre));

  /**
   * Keeps so many different texts of each field and centre.
   *
   * @param most at least one
   */
  public UnreadableTexts(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most " + most);
    }
    this.most = most;
  }

  /** Counts a patient's cells that were not understood. */
  public void add(PatientRecord patient) {
    for (Field<?> field : Fields.all()) {
      if (patient.answer(field) instanceof Answer.Unreadable<?>) {
        String raw = patient.cell(field).map(cell -> cell.text()).orElse("");
        boolean isIdentifier = field.type() instanceof FieldType.Identifier;
        count(new Where(field.name(), patient.key().centre()), isIdentifier ? "" : cut(raw));
      }
    }
  }

  /** Writes one row for each text, field and centre. */
  public void write(Path file) {
    try (CsvFile csv = new CsvFile(file, List.of("field", "centre", "raw", "n"))) {
      for (Line line : lines()) {
        csv.row(
            List.of(
                line.field(), line.centre(), CsvFile.inert(line.raw()), Long.toString(line.n())));
      }
    }
  }

  /** The most frequent texts, no more than so many. */
  public List<Line> top(int most) {
    return lines().stream().limit(most).toList();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    texts.forEach(
        (where, counts) ->
            counts.forEach((raw, n) -> lines.add(new Line(where.field(), where.centre(), raw, n))));
    lines.sort(Comparator.comparingLong(Line::n).reversed()); // stable: ties stay in order
    return lines;
  }

  private void count(Where where, String raw) {
    Map<String, Long> counts = texts.computeIfAbsent(where, w -> new TreeMap<>());
    boolean isKept = counts.containsKey(raw) || counts.size() < most;
    counts.merge(isKept ? raw : "", 1L, Long::sum);
  }

  /** Never between the two halves of a character. */
  private static String cut(String raw) {
    if (raw.length() <= LONGEST) {
      return raw;
    }
    int end = Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return raw.substring(0, end);
  }
}
