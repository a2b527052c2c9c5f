package org.denovo.proposal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Patients;
import org.denovo.normalise.Normaliser;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;

/** The records that a mapping makes of a workbook, as a night would make them. */
final class DraftedReading {

  private DraftedReading() {}

  /** By patient number. */
  static Map<String, PatientRecord> patients(Path file, CentreMapping mapping) {
    Map<String, PatientRecord> records = new LinkedHashMap<>();
    Normaliser normaliser = new Normaliser(text -> "hash of " + text);
    Optional<char[]> password = mapping.password().flatMap(p -> p.read(Map.of()));
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, password)) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, file.getFileName().toString(), mapping);
      try (Patients patients = mapped.patients()) {
        while (patients.hasNext()) {
          MappedPatient patient = patients.next();
          PatientKey key = new PatientKey(mapping.centre(), patient.number(), "");
          records.put(patient.number(), normaliser.normalise(key, patient));
        }
      }
    }
    return records;
  }
}
