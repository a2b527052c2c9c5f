package org.denovo.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Reads a flat Parquet file of optional columns by the format's own pages, cells as CSV has them.
 */
final class ParquetCells {

  private final byte[] bytes;
  private final FileMetaData footer;

  private ParquetCells(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int length = buffer(bytes.length - 8).getInt();
    this.footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
  }

  /** The cells of each column in the order of the rows; missing is empty. */
  static Map<String, List<String>> of(Path file) throws IOException {
    ParquetCells cells = new ParquetCells(Files.readAllBytes(file));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    List<SchemaElement> elements = cells.footer.getSchema();
    for (int i = 1; i < elements.size(); i++) {
      List<String> column = new ArrayList<>();
      for (RowGroup group : cells.footer.getRow_groups()) {
        cells.chunk(group.getColumns().get(i - 1).getMeta_data(), elements.get(i), column);
      }
      columns.put(elements.get(i).getName(), column);
    }
    return columns;
  }

  private void chunk(ColumnMetaData chunk, SchemaElement element, List<String> cells)
      throws IOException {
    List<String> dictionary = new ArrayList<>();
    if (chunk.isSetDictionary_page_offset()) {
      ByteArrayInputStream in = at(chunk.getDictionary_page_offset());
      PageHeader page = Util.readPageHeader(in);
      ByteBuffer values = buffer(bytes.length - in.available());
      for (int i = 0; i < page.getDictionary_page_header().getNum_values(); i++) {
        dictionary.add(plain(values, element));
      }
    }
    long position = chunk.getData_page_offset();
    long end = cells.size() + chunk.getNum_values();
    while (cells.size() < end) {
      ByteArrayInputStream in = at(position);
      PageHeader page = Util.readPageHeader(in);
      int start = bytes.length - in.available();
      page(page, start, dictionary, element, cells);
      position = (long) start + page.getCompressed_page_size();
    }
  }

  private void page(
      PageHeader page,
      int start,
      List<String> dictionary,
      SchemaElement element,
      List<String> cells)
      throws IOException {
    int definitions = buffer(start).getInt();
    int[] known = new int[page.getData_page_header().getNum_values()];
    int values = start + 4 + definitions;
    RunLengthBitPackingHybridDecoder levels = decoder(1, start + 4, values);
    for (int i = 0; i < known.length; i++) {
      known[i] = levels.readInt();
    }
    if (page.getData_page_header().getEncoding() == Encoding.PLAIN) {
      ByteBuffer plain = buffer(values);
      for (int isKnown : known) {
        cells.add(isKnown == 1 ? plain(plain, element) : "");
      }
    } else {
      RunLengthBitPackingHybridDecoder indices =
          decoder(bytes[values], values + 1, start + page.getCompressed_page_size());
      for (int isKnown : known) {
        cells.add(isKnown == 1 ? dictionary.get(indices.readInt()) : "");
      }
    }
  }

  private RunLengthBitPackingHybridDecoder decoder(int width, int from, int to) {
    return new RunLengthBitPackingHybridDecoder(
        width, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, from, to - from).slice()));
  }

  private static String plain(ByteBuffer values, SchemaElement element) {
    return switch (element.getType()) {
      case INT32 -> {
        int number = values.getInt();
        yield element.getConverted_type() == ConvertedType.DATE
            ? LocalDate.ofEpochDay(number).toString()
            : Integer.toString(number);
      }
      case DOUBLE -> Numbers.text(values.getDouble(), 10);
      case BYTE_ARRAY -> {
        byte[] text = new byte[values.getInt()];
        values.get(text);
        yield new String(text, StandardCharsets.UTF_8);
      }
      case BOOLEAN, INT64, INT96, FLOAT, FIXED_LEN_BYTE_ARRAY ->
          throw new AssertionError(element.getType());
    };
  }

  private ByteArrayInputStream at(long position) {
    int from = Math.toIntExact(position);
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }

  private ByteBuffer buffer(int from) {
    return ByteBuffer.wrap(bytes, from, bytes.length - from).order(ByteOrder.LITTLE_ENDIAN);
  }
}
