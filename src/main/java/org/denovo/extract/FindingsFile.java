package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.denovo.vocabulary.Text;

/** Reads back what {@link FindingsCsv} wrote, one finding after another. */
public final class FindingsFile {

  private FindingsFile() {}

  /**
   * A finding as the file tells it.
   *
   * @param patient the pseudonym; empty for a finding about a file or a centre
   * @param values all that stands in its line
   */
  public record Row(
      String id,
      String state,
      String centre,
      String patient,
      String rule,
      String severity,
      List<String> cells,
      Text says,
      String firstSeen,
      String lastSeen,
      String sinceLast,
      List<String> blocks,
      List<String> values) {

    public Row {
      cells = List.copyOf(cells);
      blocks = List.copyOf(blocks);
      values = List.copyOf(values);
    }

    /** The finding's line, as it stands in the file. */
    public String line() {
      return CsvFile.line(values);
    }
  }

  /** The first line of the file. */
  public static String header() {
    return CsvFile.line(FindingsCsv.HEADER);
  }

  /** Hands each finding over, in the order of the file. */
  public static void read(Path file, Consumer<Row> receiver) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        receiver.accept(row(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(NamedCsvRecord row) {
    return new Row(
        row.getField("finding_id"),
        row.getField("state"),
        row.getField("centre"),
        row.getField("patient_pid"),
        row.getField("rule_id"),
        row.getField("severity"),
        parts(row.getField("cells")),
        new Text(row.getField("message_zh"), row.getField("message_en")),
        row.getField("first_seen"),
        row.getField("last_seen"),
        row.getField("since_last"),
        parts(row.getField("blocks")),
        row.getFields());
  }

  private static List<String> parts(String joined) {
    if (joined.indexOf(';') < 0) {
      return joined.isEmpty() ? List.of() : List.of(joined);
    }
    return Arrays.stream(joined.split(";")).distinct().toList();
  }
}
