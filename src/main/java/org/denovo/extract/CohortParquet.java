package org.denovo.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    try (CsvCells cells = new CsvCells(data);
        ParquetFile parquet =
            new ParquetFile(file, new MessageType(cohort.stem(), types), metadata)) {
      List<Distinct> distinct = columns.stream().map(column -> new Distinct()).toList();
      while (cells.next()) {
        for (int i = 0; i < types.length; i++) {
          ParquetColumn out = parquet.column(i);
          if (cells.isEmpty(i)) {
            out.add(ParquetColumn.NONE);
          } else {
            int number = distinct.get(i).of(cells, i);
            if (number == out.values()) {
              out.value(plain(columns.get(i), cells, i));
            }
            out.add(number);
          }
        }
        parquet.endRow();
      }
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

  /** A cell in the format's plain encoding. */
  private static byte[] plain(Column column, CsvCells cells, int cell) {
    return switch (column.kind()) {
      case TEXT, CODES -> string(cells.bytes(cell));
      case CODE -> column.hasNumberCodes() ? whole(cells.text(cell)) : string(cells.bytes(cell));
      case WHOLE -> whole(cells.text(cell));
      case DECIMAL -> bytes(Double.BYTES).putDouble(Double.parseDouble(cells.text(cell))).array();
      case DATE -> whole(PartialDate.parse(cells.text(cell)).imputed().toEpochDay());
    };
  }

  private static byte[] string(byte[] text) {
    return bytes(Integer.BYTES + text.length).putInt(text.length).put(text).array();
  }

  private static byte[] whole(String text) {
    return whole(Integer.parseInt(text));
  }

  private static byte[] whole(long number) {
    return bytes(Integer.BYTES).putInt(Math.toIntExact(number)).array();
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
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
