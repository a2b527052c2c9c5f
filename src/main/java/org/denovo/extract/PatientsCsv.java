package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientRecord;

/**
 * {@code registry/patients.csv}: every current patient with every field that the profile lets
 * leave. Days count from the date of diagnosis.
 */
public final class PatientsCsv implements AutoCloseable {

  private final CentrePids centres;
  private final List<Columns> columns;
  private final CsvFile csv;

  /** Opens the file. */
  public PatientsCsv(Path file, CentrePids centres, Profile profile) {
    this.centres = profile.centres(centres);
    this.columns =
        Fields.all().stream().flatMap(field -> Columns.of(field, profile).stream()).toList();
    List<String> header = new ArrayList<>(List.of("patient_pid", "center_pid"));
    columns.forEach(each -> header.addAll(each.names()));
    this.csv = new CsvFile(file, header);
  }

  /** Writes a patient. */
  public void accept(PatientRecord patient) {
    List<String> row = new ArrayList<>();
    row.add(patient.key().pid());
    row.add(centres.of(patient.key().centre()));
    Answer<PartialDate> zero = patient.answer(Fields.DATE_DX);
    columns.forEach(each -> each.write(each.variable().of(patient), zero, row));
    csv.row(row);
  }

  @Override
  public void close() {
    csv.close();
  }
}
