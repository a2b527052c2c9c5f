package org.denovo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.sample.LargeCentre;

/**
 * Writes thirty-three workbooks of invented patients with any number of rows in all, and the
 * mappings that read them. One row at a time is in memory; the same seed gives the same files.
 */
public final class WorkbookGenerator {

  private static final long SEED = 2128;

  private WorkbookGenerator() {}

  /** Arguments: the number of rows, and the folder for {@code inbox} and {@code mappings}. */
  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    Path inbox = Files.createDirectories(Path.of(arguments[1], "inbox"));
    Path mappings = Files.createDirectories(Path.of(arguments[1], "mappings"));
    List<LargeCentre> centres = LargeCentre.centres(SEED);
    long weights = centres.stream().mapToInt(LargeCentre::weight).sum();
    long passed = 0;
    for (LargeCentre centre : centres) {
      // Rounded on the running sum, so that the rows of all centres are exactly those asked for.
      long from = rows * passed / weights;
      passed += centre.weight();
      long to = rows * passed / weights;
      Files.writeString(mappings.resolve(centre.mappingFile()), centre.mapping());
      write(centre, to - from, inbox.resolve(centre.file()));
    }
  }

  /** One workbook of a centre with any number of rows. */
  public static void one(long rows, Path file) throws IOException {
    write(LargeCentre.centres(SEED).get(0), rows, file);
  }

  /** The mapping that reads such a workbook, whatever its name. */
  static void mapping(Path workbook, Path mappings) throws IOException {
    LargeCentre centre = LargeCentre.centres(SEED).get(0);
    Files.writeString(
        mappings.resolve(centre.mappingFile()),
        centre
            .mapping()
            .replaceFirst("(?m)^workbooks: .*$", "workbooks: \"" + workbook.getFileName() + "\""));
  }

  private static void write(LargeCentre centre, long rows, Path file) throws IOException {
    try (StreamedXlsx sheet = new StreamedXlsx(file, centre.sheet())) {
      sheet.startRow();
      centre.header().forEach(sheet::text);
      for (long row = 0; row < rows; row++) {
        sheet.startRow();
        centre.next(sheet);
      }
    }
  }
}
