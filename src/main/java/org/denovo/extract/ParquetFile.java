package org.denovo.extract;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;

/**
 * A flat Parquet file, written row by row: optional columns, dictionaries, no compression. The same
 * rows give the same bytes on every machine.
 */
final class ParquetFile implements AutoCloseable {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Rows are held in memory until so many make a group. */
  private static final int GROUP = 20_000;

  private final MessageType schema;
  private final Map<String, String> metadata;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private final List<ParquetColumn> columns;
  private long position;
  private long rows;
  private int inGroup;

  ParquetFile(Path file, MessageType schema, Map<String, String> metadata) {
    this.schema = schema;
    this.metadata = new TreeMap<>(metadata);
    this.columns = schema.getColumns().stream().map(ParquetColumn::new).toList();
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
      write(MAGIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the next row's cell of a column. */
  ParquetColumn column(int index) {
    return columns.get(index);
  }

  /** Ends a row; every column has had its cell. */
  void endRow() {
    rows++;
    inGroup++;
    if (inGroup == GROUP) {
      end();
    }
  }

  private void end() {
    RowGroup group = new RowGroup(new ArrayList<>(), 0, inGroup);
    try {
      for (ParquetColumn column : columns) {
        ParquetColumn.Chunk chunk = column.end();
        group.addToColumns(chunk.at(position));
        group.setTotal_byte_size(group.getTotal_byte_size() + chunk.bytes().length);
        write(chunk.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    groups.add(group);
    inGroup = 0;
  }

  /** Writes what is held and the footer. */
  @Override
  public void close() {
    if (inGroup > 0 || groups.isEmpty()) {
      end();
    }
    FileMetaData footer = new FileMetaData(1, elements(schema), rows, groups);
    footer.setCreated_by("denovo");
    metadata.forEach(
        (key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
    try (out) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Util.writeFileMetaData(footer, bytes);
      write(bytes.toByteArray());
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.size()).array());
      write(MAGIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema as the footer has it: the root, then the columns. */
  private static List<SchemaElement> elements(MessageType schema) {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
    for (ColumnDescriptor column : schema.getColumns()) {
      SchemaElement element =
          new SchemaElement(column.getPrimitiveType().getName())
              .setType(ParquetColumn.type(column))
              .setRepetition_type(FieldRepetitionType.OPTIONAL);
      LogicalTypeAnnotation means = column.getPrimitiveType().getLogicalTypeAnnotation();
      if (means instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation) {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      } else if (means instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
        element.setConverted_type(ConvertedType.DATE);
        element.setLogicalType(LogicalType.DATE(new DateType()));
      }
      elements.add(element);
    }
    return elements;
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
