package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.SheetMapping;
import org.denovo.mapping.Take;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Topic;

/**
 * From which column of which centre's sheets each field comes: {@code sources.csv}, beside the
 * codebook, whose {@code fields} it explains. No workbook is named. A profile without centres has
 * neither them nor their sheets, only how many centres have a header.
 */
public final class SourcesCsv {

  private static final List<String> BY_CENTRE =
      List.of("field", "center_pid", "sheet", "header", "read_as", "take");

  private static final List<String> WITHOUT = List.of("field", "header", "read_as", "n_centres");

  private SourcesCsv() {}

  /** Writes what the mappings say, in the order of the fields, then of the pseudonyms. */
  public static void write(
      Path file, List<CentreMapping> mappings, CentrePids centres, Profile profile) {
    boolean isByCentre = profile != Profile.SAFE_HARBOR;
    try (CsvFile csv = new CsvFile(file, isByCentre ? BY_CENTRE : WITHOUT)) {
      for (Field<?> field : Fields.all()) {
        if (!(field.type() instanceof FieldType.Identifier)) {
          (isByCentre ? byCentre(field, mappings, centres) : without(field, mappings))
              .forEach(csv::row);
        }
      }
    }
  }

  private static List<List<String>> byCentre(
      Field<?> field, List<CentreMapping> mappings, CentrePids centres) {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    for (CentreMapping mapping : mappings) {
      String pid = centres.of(mapping.centre());
      List<List<String>> own = new ArrayList<>();
      for (SheetMapping sheet : mapping.sheets()) {
        for (ColumnMapping column : columns(field, sheet)) {
          own.add(
              List.of(
                  field.name(),
                  pid,
                  CsvFile.inert(sheet.sheet()),
                  CsvFile.inert(column.header()),
                  readAs(column),
                  column.take().map(SourcesCsv::word).orElse("")));
        }
      }
      rows.put(pid, own);
    }
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static List<List<String>> without(Field<?> field, List<CentreMapping> mappings) {
    Map<List<String>, Long> headers = new LinkedHashMap<>();
    for (CentreMapping mapping : mappings) {
      mapping.sheets().stream()
          .flatMap(sheet -> columns(field, sheet).stream())
          .map(column -> List.of(CsvFile.inert(column.header()), readAs(column)))
          .distinct()
          .forEach(header -> headers.merge(header, 1L, Long::sum));
    }
    return headers.entrySet().stream()
        .map(
            header ->
                List.of(
                    field.name(),
                    header.getKey().get(0),
                    header.getKey().get(1),
                    Long.toString(header.getValue())))
        .sorted((a, b) -> a.get(1).compareTo(b.get(1)))
        .toList();
  }

  private static List<ColumnMapping> columns(Field<?> field, SheetMapping sheet) {
    return sheet.columns().stream()
        .filter(column -> column.meaning().fields().contains(field))
        .toList();
  }

  /** The field, or what the column is about where it speaks of several. */
  private static String readAs(ColumnMapping column) {
    return column
        .meaning()
        .field()
        .<String>map(Field::name)
        .orElseGet(() -> column.meaning().topic().map(Topic::code).orElseThrow());
  }

  private static String word(Take take) {
    return take.which().code() + take.by().map(by -> " by " + CsvFile.inert(by)).orElse("");
  }
}
