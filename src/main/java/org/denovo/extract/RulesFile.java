package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.check.RuleCount;

/** Reads back what {@link RulesCsv} wrote. */
public final class RulesFile {

  private RulesFile() {}

  /** How each rule came out, all centres together, by its id. */
  public static Map<String, RuleCount> read(Path file) {
    Map<String, RuleCount> counts = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        counts.merge(row.getField("rule_id"), count(row), RuleCount::plus);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }

  private static RuleCount count(NamedCsvRecord row) {
    return new RuleCount(
        number(row, "passed"),
        number(row, "failed"),
        number(row, "rare"),
        number(row, "not_applicable"),
        number(row, "held_back"),
        number(row, "error"));
  }

  private static long number(NamedCsvRecord row, String column) {
    return Long.parseLong(row.getField(column));
  }
}
