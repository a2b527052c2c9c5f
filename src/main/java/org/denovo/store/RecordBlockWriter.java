package org.denovo.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;

/**
 * Patients as one piece of bytes: every answer with its remarks, its cell and that cell's text. Of
 * an identifier's cell only the place is kept.
 *
 * <p>Three lists in compact numbers: the texts, each once; the entries, which are what a cell of a
 * field said, each once, by the numbers of its texts; the patients, each the numbers of her
 * entries, with a row where it is another than before. Fields, remarks and kinds are texts too, so
 * that their lists may grow. The whole is compressed.
 */
final class RecordBlockWriter {

  static final int KNOWN = 0;
  static final int ABSENT = 1;
  static final int UNREADABLE = 2;

  /** The part of an entry's shape that says what the answer is; the rest are flags. */
  static final int ANSWER = 0x03;

  static final int REMARKS = 0x04;
  static final int CELL = 0x08;
  static final int NUMBER = 0x10;
  static final int MARKS = 0x20;

  /** The number format and the formula of the cell follow. */
  static final int LINEAGE = 0x40;

  private static final int MOST = 100;

  /** Patients with long texts fill a block earlier, so that the database takes it. */
  private static final int LARGE = 500_000;

  /** What a cell of a field said, wherever it stands in its column. */
  private record Entry(
      Field<?> field,
      Answer<?> answer,
      String sheet,
      int column,
      Kind kind,
      String text,
      double number,
      String format,
      String formula,
      Set<Mark> marks) {

    static Entry of(Field<?> field, Answer<?> answer, SourceCell cell) {
      if (cell == null) {
        return new Entry(field, answer, "", 0, null, "", Double.NaN, "", "", Set.of());
      }
      boolean identifier = field.type() instanceof FieldType.Identifier;
      boolean lineage = !identifier && isWorthKeeping(cell);
      return new Entry(
          field,
          answer,
          cell.place().sheet(),
          cell.place().column(),
          cell.kind(),
          identifier ? "" : cell.text(),
          identifier ? Double.NaN : cell.number(),
          lineage ? cell.format() : "",
          lineage ? cell.formula() : "",
          cell.marks());
    }

    /**
     * Where the value came from, and what was shown instead of it, cannot be told from the value.
     */
    private static boolean isWorthKeeping(SourceCell cell) {
      return !cell.formula().isEmpty() || cell.has(Mark.DRESSED) || cell.has(Mark.UNSEEN);
    }

    @Override
    public int hashCode() {
      // The answer follows from the text nearly always.
      return field.index() + 31 * (column + 31 * text.hashCode());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry
          && field == entry.field
          && column == entry.column
          && kind == entry.kind
          && text.equals(entry.text)
          && (answer == entry.answer || answer.equals(entry.answer))
          && sheet.equals(entry.sheet)
          && Double.compare(number, entry.number) == 0
          && (marks == entry.marks || marks.equals(entry.marks))
          && format.equals(entry.format)
          && formula.equals(entry.formula);
    }
  }

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Compact.Out names = new Compact.Out();
  private final Map<Entry, Integer> known = new HashMap<>();
  private final Compact.Out entries = new Compact.Out();
  private final Compact.Out patients = new Compact.Out();
  private final Compact.Out one = new Compact.Out();
  private int count;

  /** Adds a patient. */
  void add(PatientRecord patient) {
    one.clear();
    int fields = 0;
    int row = 0;
    for (Field<?> field : Fields.all()) {
      Answer<?> answer = patient.answer(field);
      SourceCell cell = patient.cell(field).orElse(null);
      if (cell == null
          && answer instanceof Answer.Absent<?> absent
          && absent.why() == Absence.NOT_COLLECTED) {
        continue;
      }
      fields++;
      int entry = entry(Entry.of(field, answer, cell));
      if (cell == null || cell.place().row() == row) {
        one.number(entry << 1);
      } else {
        row = cell.place().row();
        one.number(entry << 1 | 1);
        one.number(row);
      }
    }
    Compact.Out head = new Compact.Out();
    head.number(number(patient.key().centre()));
    head.text(patient.key().number());
    head.text(patient.key().pid());
    head.number(fields);
    patients.number(head.length() + one.length());
    patients.all(head);
    patients.all(one);
    count++;
  }

  /** True if no more patients should be added. */
  boolean isFull() {
    return count == MOST || names.length() + entries.length() + patients.length() > LARGE;
  }

  /** How many patients were added. */
  int count() {
    return count;
  }

  byte[] bytes() {
    Compact.Out all = new Compact.Out();
    all.number(numbers.size());
    all.all(names);
    all.number(known.size());
    all.all(entries);
    all.number(count);
    all.all(patients);
    return all.deflated();
  }

  private int number(String text) {
    Integer number = numbers.get(text);
    if (number == null) {
      number = numbers.size();
      numbers.put(text, number);
      names.text(text);
    }
    return number;
  }

  private int entry(Entry entry) {
    Integer number = known.get(entry);
    if (number == null) {
      number = known.size();
      known.put(entry, number);
      write(entry, entry.field(), entry.answer());
    }
    return number;
  }

  @SuppressWarnings("unchecked") // an answer is of its field's own type
  private <T> void write(Entry entry, Field<T> field, Answer<?> answer) {
    entries.number(number(field.name()));
    int shape =
        (answer.remarks().isEmpty() ? 0 : REMARKS)
            | (entry.kind() == null ? 0 : CELL)
            | (Double.isNaN(entry.number()) ? 0 : NUMBER)
            | (entry.marks().isEmpty() ? 0 : MARKS)
            | (entry.format().isEmpty() && entry.formula().isEmpty() ? 0 : LINEAGE);
    if (answer instanceof Answer.Known<?> value) {
      entries.number(shape | KNOWN);
      entries.number(number(field.type().write((T) value.value())));
    } else if (answer instanceof Answer.Absent<?> absent) {
      entries.number(shape | ABSENT);
      entries.number(number(absent.why().code()));
    } else {
      entries.number(shape | UNREADABLE);
    }
    if ((shape & REMARKS) != 0) {
      entries.number(answer.remarks().size());
      for (Remark remark : answer.remarks()) {
        entries.number(number(remark.name()));
      }
    }
    if ((shape & CELL) != 0) {
      writeCell(entry, shape);
    }
  }

  private void writeCell(Entry entry, int shape) {
    entries.number(number(entry.sheet()));
    entries.number(entry.column());
    entries.number(number(entry.kind().name()));
    entries.number(number(entry.text()));
    if ((shape & NUMBER) != 0) {
      entries.real(entry.number());
    }
    if ((shape & MARKS) != 0) {
      entries.number(entry.marks().size());
      for (Mark mark : entry.marks().stream().sorted().toList()) {
        entries.number(number(mark.name()));
      }
    }
    if ((shape & LINEAGE) != 0) {
      entries.number(number(entry.format()));
      entries.number(number(entry.formula()));
    }
  }
}
