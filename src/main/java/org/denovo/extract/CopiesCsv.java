package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.denovo.vocabulary.Text;

/** {@code quality/queries/copies.csv}: the marked copy of each centre's workbook, or why none. */
public final class CopiesCsv {

  /**
   * A centre's copy.
   *
   * @param file empty if there is none
   */
  public record Row(String file, Text says) {}

  private CopiesCsv() {}

  /** Writes the copies, by centre. */
  public static void write(Path file, Map<String, Row> copies) {
    try (CsvFile csv = new CsvFile(file, List.of("centre", "copy", "message_en", "message_zh"))) {
      copies.forEach(
          (centre, copy) ->
              csv.row(List.of(centre, copy.file(), copy.says().en(), copy.says().zh())));
    }
  }
}
