package org.denovo.normalise;

import static org.denovo.record.Fields.MET_SITES;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Consistency;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;

/**
 * Turns mapped patients into records. Never throws on data. It remembers the readings of texts that
 * it has seen, so each thread has its own.
 */
public final class Normaliser {

  /** Distinct texts remembered before the memory is emptied; a registry's columns have fewer. */
  private static final int REMEMBERED = 50_000;

  private final Readers readers;
  private final Map<Meaning, Column> columns = new IdentityHashMap<>();
  private int remembered;

  /** A normaliser that turns identifiers into hashes from the moment they are read. */
  public Normaliser(IdentifierHash hash) {
    this.readers = new Readers(hash);
  }

  /** The record of a patient: what the cells say, and what follows from it. */
  public PatientRecord normalise(PatientKey key, MappedPatient patient) {
    PatientRecord.Builder record = PatientRecord.of(key);
    int[] ranks = new int[Fields.all().size()];
    for (MappedCell mapped : patient.cells()) {
      Reading reading = reading(mapped);
      for (Field<?> field : reading.answers().keySet()) {
        enter(record, ranks, field, reading, mapped);
      }
    }
    if (ranks[MET_SITES.index()] == 0 && Completion.namesSites(record)) {
      // A note beside the stage gives way to a centre's own question about each site.
      record.put(MET_SITES, Answer.absent(Absence.BLANK), record.cell(MET_SITES));
    }
    new Identity(record).settle();
    return new Completion(record).complete();
  }

  /** What one cell says, blank for the fields of its meaning that it is silent about. */
  public Reading reading(MappedCell mapped) {
    SourceCell cell = mapped.cell();
    Column column = columns.get(mapped.meaning());
    if (column == null) {
      column = new Column(readers.of(mapped.meaning()), keeps(mapped.meaning()), new HashMap<>());
      columns.put(mapped.meaning(), column);
      remembered++;
    }
    if (!column.remembers()) {
      return column.read(cell, mapped.meaning());
    }
    Seen seen =
        new Seen(
            cell.kind(),
            cell.text(),
            cell.format(),
            cell.has(Mark.PERCENT),
            cell.has(Mark.FROM_1904),
            cell.has(Mark.FORMULA) && cell.text().isEmpty(),
            cell.place().sheet().isEmpty());
    Reading known = column.readings().get(seen);
    if (known == null) {
      if (remembered >= REMEMBERED) {
        columns.clear();
        remembered = 0;
      }
      known = column.read(cell, mapped.meaning());
      column.readings().put(seen, known);
      remembered++;
    }
    return known;
  }

  private static boolean keeps(Meaning meaning) {
    return meaning.fields().stream().noneMatch(f -> f.type() instanceof FieldType.Identifier);
  }

  private static <T> void enter(
      PatientRecord.Builder record,
      int[] ranks,
      Field<T> field,
      Reading reading,
      MappedCell mapped) {
    int rank = rank(mapped.meaning(), field);
    Answer<T> answer = reading.answer(field);
    if (mapped.severalRows() && !isBlank(answer)) {
      answer = answer.with(Remark.SEVERAL_ROWS);
    }
    if (mapped.cell().has(Mark.STRUCK) && !isBlank(answer)) {
      answer = answer.with(Remark.STRUCK_THROUGH);
    }
    Answer<T> before = record.answer(field);
    if (record.cell(field) == null) {
      record.put(field, answer, mapped.cell());
      ranks[field.index()] = rank;
    } else if (rank > ranks[field.index()]
        ? !isOpen(answer) || isOpen(before) && !isBlank(answer)
        : isOpen(before) && (answer.isKnown() || isBlank(before))) {
      record.put(field, doubted(answer, before), mapped.cell());
      ranks[field.index()] = rank;
    } else {
      record.put(field, doubted(before, answer), record.cell(field));
    }
  }

  /** How much a column is about a field: it asks for it, it is its topic, it mentions it. */
  private static int rank(Meaning meaning, Field<?> field) {
    if (!FirstLook.principal(meaning).contains(field)) {
      return 0;
    }
    return meaning.field().isPresent() ? 2 : 1;
  }

  /** The answer that was kept; with a remark if the one that was dropped contradicts it. */
  private static <T> Answer<T> doubted(Answer<T> kept, Answer<T> dropped) {
    boolean contradicts =
        dropped.isKnown()
            && !isOpen(kept)
            && !(kept.isKnown()
                && Consistency.holds(
                    kept.optional().orElseThrow(), dropped.optional().orElseThrow()));
    return contradicts ? kept.with(Remark.TWO_READINGS) : kept;
  }

  /** True for an answer that a known one elsewhere may replace. */
  private static boolean isOpen(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent
        && switch (absent.why()) {
          case BLANK, UNKNOWN, PENDING, NOT_COLLECTED -> true;
          case NOT_DONE, NOT_APPLICABLE -> false;
        };
  }

  private static boolean isBlank(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent
        && (absent.why() == Absence.BLANK || absent.why() == Absence.NOT_COLLECTED);
  }

  private record Column(CellReader reader, boolean remembers, Map<Seen, Reading> readings) {

    /** What the cell says; blank for the fields of the column that it is silent about. */
    Reading read(SourceCell cell, Meaning meaning) {
      return reader.read(cell, meaning).or(Reading.absent(meaning.fields(), Absence.BLANK));
    }
  }

  private record Seen(
      Kind kind,
      String text,
      String format,
      boolean percent,
      boolean from1904,
      boolean emptyResult,
      boolean inTextFile) {

    // Asked for each cell of a night. What Java makes for a record is slow under the client
    // compiler.
    @Override
    public boolean equals(Object other) {
      return other instanceof Seen that
          && text.equals(that.text)
          && kind == that.kind
          && format.equals(that.format)
          && percent == that.percent
          && from1904 == that.from1904
          && emptyResult == that.emptyResult
          && inTextFile == that.inTextFile;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * text.hashCode() + format.hashCode()) + kind.ordinal();
    }
  }
}
