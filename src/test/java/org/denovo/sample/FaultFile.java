package org.denovo.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code faults.csv}: each seeded fault, where it stands, and the rule that must find it. */
public final class FaultFile {

  private FaultFile() {}

  /**
   * A seeded fault.
   *
   * @param patient the centre's own number; empty for a fault of a sheet
   * @param sheet empty for a text file
   * @param cells the cell in which it stands
   * @param field empty for a fault of a sheet
   * @param also further rules that may find something because of it, separated by semicolons
   */
  public record Row(
      String centre,
      String patient,
      String workbook,
      String sheet,
      String cells,
      String field,
      String kind,
      String rule,
      String note,
      String also) {

    /** The further rules, one by one. */
    public List<String> alsoRules() {
      return Arrays.stream(also.split(";")).filter(rule -> !rule.isEmpty()).toList();
    }
  }

  /** Reads the file. */
  public static List<Row> read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream()
          .map(
              row ->
                  new Row(
                      row.getField("centre"),
                      row.getField("patient_no"),
                      row.getField("workbook"),
                      row.getField("sheet"),
                      row.getField("cells"),
                      row.getField("field"),
                      row.getField("kind"),
                      row.getField("rule_id"),
                      row.getField("note"),
                      row.getField("also")))
          .toList();
    }
  }

  static String write(List<Row> rows) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(
        "centre",
        "patient_no",
        "workbook",
        "sheet",
        "cells",
        "field",
        "kind",
        "rule_id",
        "note",
        "also");
    for (Row row : rows) {
      csv.writeRecord(
          row.centre(),
          row.patient(),
          row.workbook(),
          row.sheet(),
          row.cells(),
          row.field(),
          row.kind(),
          row.rule(),
          row.note(),
          row.also());
    }
    return text.toString();
  }
}
