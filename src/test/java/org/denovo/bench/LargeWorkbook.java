package org.denovo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;

/**
 * Reads one large workbook as a night does, under the default limits: opened, every row accounted
 * for, every patient handed out. Run with a small heap, it proves that a legitimate workbook fits.
 */
public final class LargeWorkbook {

  private LargeWorkbook() {}

  /** Arguments: rows and a folder for the workbook. */
  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path file = folder.resolve(rows + ".xlsx");
    Path mappings = Files.createDirectories(folder.resolve("mappings-" + rows));
    if (!Files.exists(file)) {
      WorkbookGenerator.one(rows, file);
    }
    WorkbookGenerator.mapping(file, mappings);
    CentreMapping mapping = Mappings.read(folder, mappings, new Problems()).all().get(0);

    long begin = System.nanoTime();
    long patients = 0;
    long cells = 0;
    try (Workbook workbook = WorkbookFile.open(file, Limits.DEFAULT, Optional.empty())) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, file.getFileName().toString(), mapping);
      for (var each = mapped.patients(); each.hasNext(); ) {
        cells += each.next().cells().size();
        patients++;
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d patients, %d cells of %d MB packed in %.1f s, %.0f rows/s, heap at most %d of %d MB%n",
        patients,
        cells,
        Files.size(file) >> 20,
        seconds,
        patients / seconds,
        peak() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** The sum of each heap pool's peak: not less than what was ever used. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }
}
