package org.denovo.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.denovo.change.Comparability;
import org.denovo.extract.LineageCsv;

/** The cells of one patient in one run, by field. */
record Lineage(Map<String, Row> byField) {

  /** A field's cell and what it became. */
  record Row(String workbook, String place, String raw, String value) {

    Cause.Cell cell() {
      return new Cause.Cell(place, raw, value);
    }
  }

  /** Reads her records of {@code lineage.csv}. */
  static Lineage of(List<String> header, List<byte[]> records) {
    Map<String, Row> byField = new HashMap<>();
    for (byte[] record : records) {
      List<String> cells = Records.cells(record);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      String sheet = row.get("sheet");
      byField.put(
          row.get("field"),
          new Row(
              row.get("workbook"),
              row.get("workbook") + (sheet.isEmpty() ? "!" : "!" + sheet + "!") + row.get("cell"),
              LineageCsv.raw(row.get("raw")),
              row.get("value").isEmpty() ? "(" + row.get("missing") + ")" : row.get("value")));
    }
    return new Lineage(byField);
  }

  /** Some workbook of hers; empty if she has no cell. */
  String workbook() {
    return byField.values().stream().findFirst().map(Row::workbook).orElse("");
  }

  private Cause.Cell cell(String field) {
    return Optional.ofNullable(byField.get(field)).map(Row::cell).orElse(Cause.Cell.NONE);
  }

  /** Every field that has a cell here or there. */
  Set<String> fields(Lineage other) {
    Set<String> fields = new TreeSet<>(byField.keySet());
    fields.addAll(other.byField.keySet());
    return fields;
  }

  /**
   * What of these fields the centre wrote otherwise, or what is read otherwise: those of another
   * value, or if there are none those of another text.
   *
   * @param rewritten false if the workbook is the same, byte for byte
   */
  static List<Cause> between(
      Lineage before,
      Lineage now,
      Iterable<String> fields,
      boolean rewritten,
      List<Comparability.Made> reading) {
    List<Cause> values = new ArrayList<>();
    List<Cause> texts = new ArrayList<>();
    for (String field : fields) {
      Cause.Cell old = before.cell(field);
      Cause.Cell young = now.cell(field);
      boolean otherText = !old.raw().equals(young.raw());
      Cause cause =
          otherText && rewritten
              ? new Cause.Written(field, old, young)
              : new Cause.Read(field, old, young, reading);
      if (!old.value().equals(young.value())) {
        values.add(cause);
      } else if (otherText) {
        texts.add(cause);
      }
    }
    return values.isEmpty() ? texts : values;
  }
}
