package org.denovo.extract;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (ECMA-376) that is written row by row, with a frozen first row of names. The same rows
 * give the same bytes on every machine: no time, no author, and parts that are stored, because what
 * a deflater makes of them depends on the machine's. Texts are texts whatever they start with.
 */
final class XlsxFile {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Styles 1 and 2: bold, and a text that editing does not turn into a formula. */
  private static final String STYLES =
      HEAD
          + "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name"
          + " val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name"
          + " val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill"
          + " patternType=\"none\"/></fill><fill><patternFill"
          + " patternType=\"gray125\"/></fill></fills><borders"
          + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
          + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\""
          + " borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"49\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
          + " quotePrefix=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\""
          + " xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

  /** A cell; an empty text is an empty cell. */
  record Cell(String text, boolean isNumber) {

    static Cell text(String text) {
      return new Cell(text, false);
    }

    /** A plain decimal number with a point. */
    static Cell number(String number) {
      return new Cell(number, true);
    }
  }

  /**
   * A sheet.
   *
   * @param rows gives the rows, the names first, and the same ones each time it is asked
   */
  record Sheet(String name, Consumer<Consumer<List<Cell>>> rows) {}

  /** What stands in a part of the package; it is asked twice. */
  private interface Part {
    void write(Writer out) throws IOException;
  }

  private final ZipOutputStream zip;
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  private XlsxFile(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** Writes the workbook. */
  static void write(Path file, List<Sheet> sheets) {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      new XlsxFile(zip).write(sheets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(List<Sheet> sheets) throws IOException {
    part("[Content_Types].xml", out -> out.write(contentTypes(sheets)));
    part(
        "_rels/.rels",
        out ->
            out.write(
                relationships(List.of(relationship(1, "officeDocument", "xl/workbook.xml")))));
    part("xl/workbook.xml", out -> out.write(workbook(sheets)));
    part("xl/_rels/workbook.xml.rels", out -> out.write(relationships(parts(sheets.size()))));
    part("xl/styles.xml", out -> out.write(STYLES));
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      part("xl/worksheets/sheet" + (i + 1) + ".xml", out -> sheet(sheet, out));
    }
    part("xl/sharedStrings.xml", this::strings);
  }

  /** A stored part has its length and checksum before its bytes, so it is made twice. */
  private void part(String name, Part part) throws IOException {
    Measure measure = new Measure();
    write(part, measure);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    entry.setSize(measure.length);
    entry.setCompressedSize(measure.length);
    entry.setCrc(measure.crc.getValue());
    zip.putNextEntry(entry);
    write(part, zip);
    zip.closeEntry();
  }

  private static void write(Part part, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    part.write(writer);
    writer.flush();
  }

  private void sheet(Sheet sheet, Writer out) throws IOException {
    out.write(
        HEAD
            + "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
            + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<sheetFormatPr baseColWidth=\"16\" defaultRowHeight=\"15\"/><sheetData>");
    int[] rows = {0};
    sheet
        .rows()
        .accept(
            cells -> {
              try {
                row(++rows[0], cells, out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    out.write("</sheetData></worksheet>");
  }

  private void row(int number, List<Cell> cells, Writer out) throws IOException {
    out.write("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.text().isEmpty()) {
        continue;
      }
      out.write("<c r=\"" + letters(i) + number + "\"");
      if (cell.isNumber()) {
        out.write("><v>" + cell.text());
      } else {
        String style = number == 1 ? " s=\"1\"" : looksLikeFormula(cell.text()) ? " s=\"2\"" : "";
        int index = strings.computeIfAbsent(cell.text(), text -> strings.size());
        out.write(style + " t=\"s\"><v>" + index);
      }
      out.write("</v></c>");
    }
    out.write("</row>");
  }

  private static boolean looksLikeFormula(String text) {
    return !CsvFile.inert(text).equals(text);
  }

  private void strings(Writer out) throws IOException {
    out.write(HEAD + "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
    for (String text : strings.keySet()) {
      out.write("<si><t xml:space=\"preserve\">" + escaped(text) + "</t></si>");
    }
    out.write("</sst>");
  }

  /** Excel reads {@code _x000D_} as a character's number, so its first underscore is one. */
  private static String escaped(String text) {
    return Labels.line(text)
        .replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A column's letters: A for 0, AA for 26. */
  private static String letters(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  private static String contentTypes(List<Sheet> sheets) {
    StringBuilder types = new StringBuilder(HEAD);
    types.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    types.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-");
    types.append("package.relationships+xml\"/>");
    types.append(override("/xl/workbook.xml", "sheet.main"));
    types.append(override("/xl/styles.xml", "styles"));
    types.append(override("/xl/sharedStrings.xml", "sharedStrings"));
    for (int i = 1; i <= sheets.size(); i++) {
      types.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    return types.append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
  }

  private static String workbook(List<Sheet> sheets) {
    StringBuilder book = new StringBuilder(HEAD);
    book.append("<workbook xmlns=\"").append(MAIN).append("\" xmlns:r=\"").append(OFFICE);
    book.append("\"><sheets>");
    for (int i = 1; i <= sheets.size(); i++) {
      book.append("<sheet name=\"")
          .append(escaped(sheets.get(i - 1).name()))
          .append("\" sheetId=\"")
          .append(i)
          .append("\" r:id=\"rId")
          .append(i)
          .append("\"/>");
    }
    return book.append("</sheets></workbook>").toString();
  }

  private static List<String> parts(int sheets) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= sheets; i++) {
      all.add(relationship(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    all.add(relationship(sheets + 1, "styles", "styles.xml"));
    all.add(relationship(sheets + 2, "sharedStrings", "sharedStrings.xml"));
    return all;
  }

  private static String relationship(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relationships(List<String> all) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + String.join("", all)
        + "</Relationships>";
  }

  /** Counts bytes and sums them up. */
  private static final class Measure extends OutputStream {

    private final CRC32 crc = new CRC32();
    private long length;

    @Override
    public void write(int b) {
      crc.update(b);
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int n) {
      crc.update(bytes, from, n);
      length += n;
    }
  }
}
