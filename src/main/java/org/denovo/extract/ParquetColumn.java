package org.denovo.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * An optional column of a Parquet file, whose cells are numbers of values that it has been given. A
 * group of rows is one page, with a dictionary before it where that takes less room.
 */
final class ParquetColumn {

  /** The number of no value. */
  static final int NONE = -1;

  private static final int SLAB = 1 << 12;

  private final ColumnDescriptor descriptor;
  private final List<byte[]> values = new ArrayList<>();
  private int[] cells = new int[1024];
  private int rows;

  ParquetColumn(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** Takes a value as the plain encoding has it; the first one is number 0. */
  void value(byte[] plain) {
    values.add(plain);
  }

  /** How many values there are. */
  int values() {
    return values.size();
  }

  /** The next row's cell. */
  void add(int number) {
    if (rows == cells.length) {
      cells = Arrays.copyOf(cells, 2 * rows);
    }
    cells[rows++] = number;
  }

  /** The bytes of a group, and its entry in the footer. */
  record Chunk(byte[] bytes, ColumnMetaData meta) {

    /** The entry of a group that begins at a position of the file. */
    ColumnChunk at(long position) {
      meta.setData_page_offset(position + meta.getData_page_offset());
      if (meta.isSetDictionary_page_offset()) {
        meta.setDictionary_page_offset(position);
      }
      return new ColumnChunk(0).setMeta_data(meta);
    }
  }

  /** Ends a group of rows. */
  Chunk end() throws IOException {
    int[] places = new int[values.size()];
    Arrays.fill(places, NONE);
    List<byte[]> dictionary = new ArrayList<>();
    long plain = 0;
    long listed = 0;
    for (int row = 0; row < rows; row++) {
      int value = cells[row];
      if (value != NONE) {
        plain += values.get(value).length;
        if (places[value] == NONE) {
          places[value] = dictionary.size();
          dictionary.add(values.get(value));
          listed += values.get(value).length;
        }
      }
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1));
    boolean isListed = listed + (long) rows * width / 8 < plain;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (isListed) {
      dictionary(dictionary, bytes);
    }
    int offset = bytes.size();
    page(isListed, places, width, bytes);
    Encoding encoding = isListed ? Encoding.PLAIN_DICTIONARY : Encoding.PLAIN;
    ColumnMetaData meta =
        new ColumnMetaData(
            type(descriptor),
            List.of(encoding, Encoding.RLE),
            Arrays.asList(descriptor.getPath()),
            CompressionCodec.UNCOMPRESSED,
            rows,
            bytes.size(),
            bytes.size(),
            offset);
    if (isListed) {
      meta.setDictionary_page_offset(0);
    }
    rows = 0;
    return new Chunk(bytes.toByteArray(), meta);
  }

  private static void dictionary(List<byte[]> values, OutputStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] value : values) {
      all.write(value);
    }
    PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, all.size(), all.size());
    header.setDictionary_page_header(
        new DictionaryPageHeader(values.size(), Encoding.PLAIN_DICTIONARY));
    Util.writePageHeader(header, out);
    all.writeTo(out);
  }

  /** Which rows have a value, and the values or their places in the dictionary. */
  private void page(boolean isListed, int[] places, int width, OutputStream out)
      throws IOException {
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    try (RunLengthBitPackingHybridEncoder known = encoder(1);
        RunLengthBitPackingHybridEncoder listed = encoder(width)) {
      for (int row = 0; row < rows; row++) {
        int value = cells[row];
        known.writeInt(value == NONE ? 0 : 1);
        if (value != NONE) {
          if (isListed) {
            listed.writeInt(places[value]);
          } else {
            own.write(values.get(value));
          }
        }
      }
      known.toBytes().writeAllTo(levels);
      if (isListed) {
        own.write(width);
        listed.toBytes().writeAllTo(own);
      }
    }
    int size = Math.addExact(Integer.BYTES + levels.size(), own.size());
    PageHeader header = new PageHeader(PageType.DATA_PAGE, size, size);
    header.setData_page_header(
        new DataPageHeader(
            rows,
            isListed ? Encoding.PLAIN_DICTIONARY : Encoding.PLAIN,
            Encoding.RLE,
            Encoding.RLE));
    Util.writePageHeader(header, out);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(levels.size())
            .array());
    levels.writeTo(out);
    own.writeTo(out);
  }

  private static RunLengthBitPackingHybridEncoder encoder(int width) {
    return new RunLengthBitPackingHybridEncoder(
        width, SLAB, 16 * SLAB, HeapByteBufferAllocator.getInstance());
  }

  /** The column's type in the file. */
  static Type type(ColumnDescriptor column) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> Type.BYTE_ARRAY;
      case INT32 -> Type.INT32;
      case DOUBLE -> Type.DOUBLE;
      case BOOLEAN, FLOAT, INT64, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalStateException("no column is of " + column.getPrimitiveType());
    };
  }
}
