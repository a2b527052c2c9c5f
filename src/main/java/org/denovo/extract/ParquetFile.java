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
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/**
 * A flat Parquet file, written row by row: optional columns, dictionaries, no compression. The same
 * rows give the same bytes on every machine.
 */
final class ParquetFile implements AutoCloseable {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Rows are held in memory until so many make a group. */
  private static final int GROUP = 50_000;

  private final MessageType schema;
  private final Map<String, String> metadata;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private final List<ParquetPages> pages = new ArrayList<>();
  private ColumnWriteStore store;
  private ColumnWriter[] columns;
  private long position;
  private long rows;
  private int inGroup;

  ParquetFile(Path file, MessageType schema, Map<String, String> metadata) {
    this.schema = schema;
    this.metadata = new TreeMap<>(metadata);
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
      write(MAGIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin();
  }

  /** Takes the next row's cell of a column: definition level 1 for a value, 0 for none. */
  ColumnWriter column(int index) {
    return columns[index];
  }

  /** Ends a row; every column has had its cell. */
  void endRow() {
    store.endRecord();
    rows++;
    inGroup++;
    if (inGroup == GROUP) {
      end();
      begin();
    }
  }

  private void begin() {
    pages.clear();
    store =
        ParquetProperties.builder()
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withStatisticsEnabled(false)
            .withSizeStatisticsEnabled(false)
            .build()
            .newColumnWriteStore(
                schema,
                descriptor -> {
                  ParquetPages own = new ParquetPages(descriptor);
                  pages.add(own);
                  return own;
                });
    columns = schema.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
    inGroup = 0;
  }

  private void end() {
    store.flush();
    RowGroup group = new RowGroup(new ArrayList<>(), 0, inGroup);
    for (ColumnDescriptor descriptor : schema.getColumns()) {
      ParquetPages own =
          pages.stream().filter(each -> each.isOf(descriptor)).findFirst().orElseThrow();
      group.addToColumns(own.chunk(position));
      group.setTotal_byte_size(group.getTotal_byte_size() + own.size());
      try {
        own.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      position += own.size();
    }
    store.close();
    groups.add(group);
  }

  /** Writes what is held and the footer. */
  @Override
  public void close() {
    if (inGroup > 0 || groups.isEmpty()) {
      end();
    }
    FileMetaData footer = new FileMetaData(1, ParquetPages.elements(schema), rows, groups);
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

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
