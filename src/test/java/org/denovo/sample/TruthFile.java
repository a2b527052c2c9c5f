package org.denovo.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.record.Field;
import org.denovo.record.Fields;

/**
 * {@code truth.csv}: what the cells of each patient state. A field holds the text of its value or
 * an absence in angle brackets; an empty field is not asserted.
 */
public final class TruthFile {

  private TruthFile() {}

  /** What is true of one patient, by field; fields that are not asserted are not in the map. */
  public record Row(String centre, String patient, Map<Field<?>, String> states) {

    public Row {
      states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }
  }

  /** Reads the file. */
  public static List<Row> read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(TruthFile::row).toList();
    }
  }

  private static Row row(NamedCsvRecord csv) {
    Map<Field<?>, String> states = new LinkedHashMap<>();
    for (Field<?> field : Fields.all()) {
      String text = csv.getField(field.name());
      if (!text.isEmpty()) {
        states.put(field, text);
      }
    }
    return new Row(csv.getField("centre"), csv.getField("patient_no"), states);
  }

  static String write(List<Row> rows) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    List<String> header = new ArrayList<>(List.of("centre", "patient_no"));
    Fields.all().forEach(field -> header.add(field.name()));
    csv.writeRecord(header);
    for (Row row : rows) {
      List<String> values = new ArrayList<>(List.of(row.centre(), row.patient()));
      Fields.all().forEach(field -> values.add(row.states().getOrDefault(field, "")));
      csv.writeRecord(values);
    }
    return text.toString();
  }
}
