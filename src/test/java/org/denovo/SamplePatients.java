package org.denovo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.normalise.Normaliser;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;

/** The patients of the sample registry, read from its workbooks without a database. */
public final class SamplePatients {

  private SamplePatients() {}

  /** By centre and number, in the order of the workbooks. */
  public static Map<String, PatientRecord> read(Path root) throws IOException {
    Problems problems = new Problems();
    Mappings mappings = Mappings.read(root, root.resolve("mappings"), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
    Map<String, PatientRecord> read = new LinkedHashMap<>();
    Map<String, Path> files = new TreeMap<>();
    try (var list = Files.list(root.resolve("sample-data/inbox"))) {
      list.forEach(f -> files.put(f.getFileName().toString(), f));
    }
    for (Path file : files.values()) {
      CentreMapping mapping = mappings.claiming(file.getFileName().toString()).get(0);
      Normaliser normaliser = new Normaliser(text -> "#" + text.hashCode());
      try (Workbook workbook =
          WorkbookFile.open(
              file, Limits.DEFAULT, mapping.password().flatMap(p -> p.read(Map.of())))) {
        var patients =
            MappedWorkbook.open(workbook, file.getFileName().toString(), mapping).patients();
        while (patients.hasNext()) {
          MappedPatient patient = patients.next();
          read.put(
              mapping.centre() + "/" + patient.number(),
              normaliser.normalise(
                  new PatientKey(mapping.centre(), patient.number(), "p" + read.size()), patient));
        }
      }
    }
    return read;
  }
}
