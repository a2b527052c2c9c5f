package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.denovo.record.PartialDate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code cohort.parquet}: the cohort's rows in columns. Codes are strings, in a dictionary where
 * that is shorter, or 32-bit integers where all are numbers; a partial date is the day that stands
 * for it; missing is null. The file's metadata has the labels of columns and codes as JSON under
 * {@code labels}.
 */
final class CohortParquet {

  private CohortParquet() {}

  static void write(Path file, CohortTables tables) {
    DataFile cohort = tables.files().get(0);
    List<Column> columns = cohort.columns();
    Path data = tables.directory().resolve(cohort.name());
    Type[] types = columns.stream().map(CohortParquet::type).toArray(Type[]::new);
    Map<String, String> metadata = Map.of("labels", Json.text(labels(columns)));
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(data);
        ParquetFile parquet =
            new ParquetFile(file, new MessageType(cohort.stem(), types), metadata)) {
      for (NamedCsvRecord row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          write(columns.get(i), row.getField(i), parquet.column(i));
        }
        parquet.endRow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Type type(Column column) {
    return switch (column.kind()) {
      case TEXT, CODES -> string(column);
      case CODE -> column.hasNumberCodes() ? whole(column) : string(column);
      case WHOLE -> whole(column);
      case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
    };
  }

  private static Type string(Column column) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(column.name());
  }

  private static Type whole(Column column) {
    return Types.optional(PrimitiveTypeName.INT32).named(column.name());
  }

  private static void write(Column column, String cell, ColumnWriter out) {
    if (cell.isEmpty()) {
      out.writeNull(0, 0);
      return;
    }
    switch (column.kind()) {
      case TEXT, CODES -> out.write(Binary.fromString(cell), 0, 1);
      case CODE -> {
        if (column.hasNumberCodes()) {
          out.write(Integer.parseInt(cell), 0, 1);
        } else {
          out.write(Binary.fromString(cell), 0, 1);
        }
      }
      case WHOLE -> out.write(Integer.parseInt(cell), 0, 1);
      case DECIMAL -> out.write(Double.parseDouble(cell), 0, 1);
      case DATE -> out.write(Math.toIntExact(PartialDate.parse(cell).imputed().toEpochDay()), 0, 1);
    }
  }

  private static ObjectNode labels(List<Column> columns) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (Column column : columns) {
      ObjectNode one = all.putObject(column.name());
      one.put("zh", column.title().zh()).put("en", column.title().en());
      if (!column.unit().isEmpty()) {
        one.put("unit", column.unit());
      }
      if (!column.levels().isEmpty()) {
        ObjectNode codes = one.putObject("codes");
        for (Column.Level level : column.levels()) {
          codes.putObject(level.code()).put("zh", level.title().zh()).put("en", level.title().en());
        }
      }
    }
    return all;
  }
}
