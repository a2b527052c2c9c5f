package org.denovo.store;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/**
 * Some patients of a submission, as {@link RecordBlockWriter} wrote them. What patients share is
 * read once; a patient is put together when she is asked for.
 */
final class RecordBlock {

  /** What a cell of a field said, wherever it stands in its column. */
  private record Entry<T>(
      Field<T> field,
      Answer<T> answer,
      String sheet,
      int column,
      Kind kind,
      String text,
      double number,
      String format,
      String formula,
      Set<Mark> marks) {

    void put(PatientRecord.Builder patient, String workbook, int row) {
      patient.put(
          field,
          answer,
          kind == null
              ? null
              : new SourceCell(
                  new Place(workbook, sheet, row, column),
                  kind,
                  text,
                  number,
                  format,
                  formula,
                  "",
                  marks));
    }
  }

  private final String workbook;
  private final Compact.In in;
  private final String[] names;
  private final Entry<?>[] entries;
  private final int[] starts;

  private RecordBlock(String workbook, Compact.In in) {
    this.workbook = workbook;
    this.in = in;
    this.names = new String[in.number()];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.text();
    }
    this.entries = new Entry<?>[in.number()];
    Map<String, Field<?>> fields = new HashMap<>();
    for (int i = 0; i < entries.length; i++) {
      Field<?> field = fields.computeIfAbsent(names[in.number()], RecordBlock::field);
      entries[i] = entry(field);
    }
    this.starts = new int[in.number()];
    for (int i = 0; i < starts.length; i++) {
      int length = in.number();
      starts[i] = in.position();
      in.position(starts[i] + length);
    }
  }

  /** The patients that the bytes hold. */
  static RecordBlock read(String workbook, byte[] bytes) {
    return new RecordBlock(workbook, Compact.In.inflated(bytes));
  }

  private static Field<?> field(String name) {
    return Fields.named(name).orElseThrow(() -> new IllegalStateException("field " + name));
  }

  private <T> Entry<T> entry(Field<T> field) {
    int shape = in.number();
    int kind = shape & RecordBlockWriter.ANSWER;
    String said = kind == RecordBlockWriter.UNREADABLE ? "" : names[in.number()];
    Set<Remark> remarks = Set.of();
    if ((shape & RecordBlockWriter.REMARKS) != 0) {
      remarks = EnumSet.noneOf(Remark.class);
      for (int left = in.number(); left > 0; left--) {
        remarks.add(Remark.valueOf(names[in.number()]));
      }
    }
    Answer<T> answer =
        switch (kind) {
          case RecordBlockWriter.KNOWN -> new Answer.Known<>(field.type().parse(said), remarks);
          case RecordBlockWriter.ABSENT ->
              new Answer.Absent<>(Absence.valueOf(said.toUpperCase(Locale.ROOT)), remarks);
          default -> new Answer.Unreadable<>(remarks);
        };
    if ((shape & RecordBlockWriter.CELL) == 0) {
      return new Entry<>(field, answer, "", 0, null, "", Double.NaN, "", "", Set.of());
    }
    String sheet = names[in.number()];
    int column = in.number();
    Kind cell = Kind.valueOf(names[in.number()]);
    String text = names[in.number()];
    double number = (shape & RecordBlockWriter.NUMBER) != 0 ? in.real() : Double.NaN;
    Set<Mark> marks = Set.of();
    if ((shape & RecordBlockWriter.MARKS) != 0) {
      EnumSet<Mark> all = EnumSet.noneOf(Mark.class);
      for (int left = in.number(); left > 0; left--) {
        all.add(Mark.valueOf(names[in.number()]));
      }
      marks = Set.copyOf(all);
    }
    boolean lineage = (shape & RecordBlockWriter.LINEAGE) != 0;
    String format = lineage ? names[in.number()] : "";
    String formula = lineage ? names[in.number()] : "";
    return new Entry<>(field, answer, sheet, column, cell, text, number, format, formula, marks);
  }

  /** How many patients there are. */
  int size() {
    return starts.length;
  }

  /** A patient, counted from 0. */
  PatientRecord get(int index) {
    in.position(starts[index]);
    PatientRecord.Builder patient =
        PatientRecord.of(new PatientKey(names[in.number()], in.text(), in.text()));
    int row = 0;
    for (int left = in.number(); left > 0; left--) {
      int cell = in.number();
      if ((cell & 1) != 0) {
        row = in.number();
      }
      entries[cell >>> 1].put(patient, workbook, row);
    }
    return patient.build();
  }
}
