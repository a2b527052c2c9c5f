package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * {@code registry/lineage.csv}: one row for each answer that has a cell, with the raw text and what
 * it became. It stays in the registry: dates are calendar dates. Of an identifier it says only
 * where it was read. The raw text and the names of file and sheet are made inert for spreadsheets.
 */
public final class LineageCsv implements AutoCloseable {

  private final CsvFile csv;
  private final BiFunction<PatientRecord, Field<?>, String> readBy;

  /**
   * Opens the file.
   *
   * @param readBy what normalised a patient's field: the field's or topic's name in the mapping
   */
  public LineageCsv(Path file, BiFunction<PatientRecord, Field<?>, String> readBy) {
    this.readBy = readBy;
    this.csv =
        new CsvFile(
            file,
            List.of(
                "patient_pid",
                "field",
                "value",
                "missing",
                "workbook",
                "sheet",
                "cell",
                "raw",
                "read_by",
                "remarks"));
  }

  /** The raw text of a cell, given what stands in the column {@code raw}. */
  public static String raw(String written) {
    return CsvFile.written(written);
  }

  /** Writes a patient's answers in the order of the fields. */
  public void accept(PatientRecord patient) {
    for (Field<?> field : Fields.all()) {
      patient.cell(field).ifPresent(cell -> csv.row(row(patient, field, cell)));
    }
  }

  private <T> List<String> row(PatientRecord patient, Field<T> field, SourceCell cell) {
    Answer<T> answer = patient.answer(field);
    boolean isIdentifier = field.type() instanceof FieldType.Identifier;
    return List.of(
        patient.key().pid(),
        field.name(),
        isIdentifier ? "" : answer.optional().map(field.type()::write).orElse(""),
        answer.missing(),
        CsvFile.inert(cell.place().workbook()),
        CsvFile.inert(cell.place().sheet()),
        cell.place().address(),
        isIdentifier ? "" : CsvFile.inert(cell.text()),
        readBy.apply(patient, field),
        answer.remarks().isEmpty()
            ? ""
            : answer.remarks().stream().map(Remark::code).collect(Collectors.joining(";")));
  }

  @Override
  public void close() {
    csv.close();
  }
}
