package org.denovo.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;

/** The pages of one column in one group of rows, and how the file's footer describes them. */
final class ParquetPages implements PageWriter {

  private final ColumnDescriptor column;
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Set<org.apache.parquet.format.Encoding> encodings = new TreeSet<>();
  private long values;

  ParquetPages(ColumnDescriptor column) {
    this.column = column;
  }

  boolean isOf(ColumnDescriptor other) {
    return column.equals(other);
  }

  /** All bytes, headers too. */
  long size() {
    return (long) dictionary.size() + data.size();
  }

  void writeTo(OutputStream out) throws IOException {
    dictionary.writeTo(out);
    data.writeTo(out);
  }

  /** The column's entry in the footer, for pages that begin at a position of the file. */
  ColumnChunk chunk(long position) {
    ColumnMetaData meta =
        new ColumnMetaData(
            type(column),
            List.copyOf(encodings),
            Arrays.asList(column.getPath()),
            CompressionCodec.UNCOMPRESSED,
            values,
            size(),
            size(),
            position + dictionary.size());
    if (dictionary.size() > 0) {
      meta.setDictionary_page_offset(position);
    }
    return new ColumnChunk(0).setMeta_data(meta);
  }

  /** The schema as the footer has it: the root, then the columns. */
  static List<SchemaElement> elements(MessageType schema) {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
    for (ColumnDescriptor column : schema.getColumns()) {
      SchemaElement element =
          new SchemaElement(column.getPrimitiveType().getName())
              .setType(type(column))
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

  private static Type type(ColumnDescriptor column) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> Type.BYTE_ARRAY;
      case INT32 -> Type.INT32;
      case DOUBLE -> Type.DOUBLE;
      case BOOLEAN, FLOAT, INT64, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalStateException("no column is of " + column.getPrimitiveType());
    };
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      SizeStatistics sizes,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding)
      throws IOException {
    DataPageHeader header =
        new DataPageHeader(valueCount, noted(encoding), noted(definitions), noted(repetitions));
    write(header(PageType.DATA_PAGE, bytes).setData_page_header(header), bytes, data);
    values += valueCount;
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    DictionaryPageHeader header =
        new DictionaryPageHeader(page.getDictionarySize(), noted(page.getEncoding()));
    write(
        header(PageType.DICTIONARY_PAGE, page.getBytes()).setDictionary_page_header(header),
        page.getBytes(),
        dictionary);
  }

  private org.apache.parquet.format.Encoding noted(Encoding encoding) {
    org.apache.parquet.format.Encoding same =
        org.apache.parquet.format.Encoding.valueOf(encoding.name());
    encodings.add(same);
    return same;
  }

  private static PageHeader header(PageType type, BytesInput bytes) {
    int size = Math.toIntExact(bytes.size());
    return new PageHeader(type, size, size);
  }

  private static void write(PageHeader header, BytesInput bytes, OutputStream out)
      throws IOException {
    Util.writePageHeader(header, out);
    bytes.writeAllTo(out);
  }

  @Override
  @SuppressWarnings("deprecation") // abstract still, and called by nobody
  public void writePage(
      BytesInput bytes,
      int valueCount,
      Statistics<?> statistics,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding) {
    throw new UnsupportedOperationException("a page without its number of rows");
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding) {
    throw new UnsupportedOperationException("a page without its sizes");
  }

  @Override
  public void writePageV2(
      int rowCount,
      int nullCount,
      int valueCount,
      BytesInput repetitions,
      BytesInput definitions,
      Encoding encoding,
      BytesInput bytes,
      Statistics<?> statistics) {
    throw new UnsupportedOperationException("the pages are of version 1");
  }

  @Override
  public long getMemSize() {
    return size();
  }

  @Override
  public long allocatedSize() {
    return size();
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + " " + size() + " bytes";
  }
}
