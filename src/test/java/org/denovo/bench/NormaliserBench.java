package org.denovo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Patients;
import org.denovo.normalise.Normaliser;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.source.SourceCell;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;

/**
 * What it costs to normalise a row: processor time of the thread, warm, each round with a
 * normaliser that has seen nothing and again with one that has seen all; and how many cells repeat
 * a text that their column had before.
 */
public final class NormaliserBench {

  private NormaliserBench() {}

  /** Arguments: rows, rounds and a folder for the workbook. */
  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<MappedPatient> patients = patients(rows, Path.of(arguments[2]));
    long cells = patients.stream().mapToLong(patient -> patient.cells().size()).sum();
    double[] first = new double[rounds];
    double[] again = new double[rounds];
    normalise(new Normaliser(text -> text), patients);
    for (int round = 0; round < rounds; round++) {
      Normaliser normaliser = new Normaliser(text -> text);
      first[round] = normalise(normaliser, patients);
      again[round] = normalise(normaliser, patients);
    }
    System.out.printf(
        Locale.ROOT,
        "%d rows, %d cells, %.1f %% of them repeat a text of their column%n",
        patients.size(),
        cells,
        100.0 * (cells - distinct(patients)) / cells);
    System.out.printf(
        Locale.ROOT,
        "µs a row: %.1f with nothing seen before, %.1f with everything seen%n",
        median(first) / patients.size(),
        median(again) / patients.size());
  }

  private static List<MappedPatient> patients(int rows, Path folder) throws IOException {
    Path file = folder.resolve(rows + ".xlsx");
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    if (!Files.exists(file)) {
      WorkbookGenerator.one(rows, file);
    }
    WorkbookGenerator.mapping(file, mappings);
    Problems problems = new Problems();
    CentreMapping mapping = Mappings.read(folder, mappings, problems).all().get(0);
    List<MappedPatient> all = new ArrayList<>();
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty());
        Patients patients =
            MappedWorkbook.open(workbook, file.getFileName().toString(), mapping).patients()) {
      patients.forEachRemaining(all::add);
    }
    return all;
  }

  /** Microseconds of the thread. */
  private static double normalise(Normaliser normaliser, List<MappedPatient> patients) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long known = 0;
    for (MappedPatient patient : patients) {
      PatientKey key = new PatientKey("bench", patient.number(), patient.number());
      known += normaliser.normalise(key, patient).answer(Fields.T_CAT).isKnown() ? 1 : 0;
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (known == 0) {
      throw new IllegalStateException("no T category was read; the bench measures nothing");
    }
    return (end - start) / 1e3;
  }

  private static long distinct(List<MappedPatient> patients) {
    Map<Meaning, Set<List<Object>>> seen = new IdentityHashMap<>();
    for (MappedPatient patient : patients) {
      for (MappedCell mapped : patient.cells()) {
        SourceCell cell = mapped.cell();
        seen.computeIfAbsent(mapped.meaning(), meaning -> new HashSet<>())
            .add(List.of(cell.kind(), cell.text(), cell.format()));
      }
    }
    return seen.values().stream().mapToLong(Set::size).sum();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
