package org.denovo.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.denovo.sample.LargeCentre;

/**
 * A workbook of one sheet that is written as it comes: texts in the shared strings, as spreadsheets
 * keep them, and the only thing held in memory.
 */
final class StreamedXlsx implements LargeCentre.Cells, AutoCloseable {

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final ZipOutputStream zip;
  private final Writer out;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<String> letters = new ArrayList<>();
  private long uses;
  private int row;
  private int column;

  StreamedXlsx(Path file, String sheet) throws IOException {
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    for (int c = 0; c < LargeCentre.WIDTH; c++) {
      letters.add((c < 26 ? "" : "" + (char) ('A' + c / 26 - 1)) + (char) ('A' + c % 26));
    }
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + type("/xl/styles.xml", "styles")
            + type("/xl/sharedStrings.xml", "sharedStrings")
            + "</Types>");
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")
                + relation(3, "sharedStrings", "sharedStrings.xml")));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, RELATIONS)
            + "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                .formatted(sheet));
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\"%s\">".formatted(MAIN)
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"等线\"/></font></fonts>"
            + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"9\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    entry("xl/worksheets/sheet1.xml");
    write(DECLARATION + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
  }

  void startRow() {
    if (row > 0) {
      write("</row>");
    }
    row++;
    column = 0;
    write("<row r=\"" + row + "\">");
  }

  @Override
  public void blank() {
    column++;
  }

  @Override
  public void text(String text) {
    uses++;
    Integer index = texts.putIfAbsent(text, texts.size());
    cell(" t=\"s\"", "", Integer.toString(index == null ? texts.size() - 1 : index));
  }

  @Override
  public void number(double number) {
    cell("", "", written(number));
  }

  @Override
  public void percent(double fraction) {
    cell(" s=\"2\"", "", written(fraction));
  }

  @Override
  public void day(String isoDate) {
    long serial = ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(isoDate));
    cell(" s=\"1\"", "", Long.toString(serial));
  }

  @Override
  public void formula(String formula, double cached) {
    cell("", "<f>" + escaped(formula) + "</f>", written(cached));
  }

  @Override
  public void error(String code) {
    cell(" t=\"e\"", "", code);
  }

  @Override
  public void close() throws IOException {
    write("</row></sheetData></worksheet>");
    entry("xl/sharedStrings.xml");
    write(
        DECLARATION
            + "<sst xmlns=\"%s\" count=\"%d\" uniqueCount=\"%d\">"
                .formatted(MAIN, uses, texts.size()));
    texts.keySet().forEach(text -> write("<si><t>" + escaped(text) + "</t></si>"));
    write("</sst>");
    out.close();
  }

  private void cell(String attributes, String formula, String value) {
    String place = letters.get(column++) + row;
    write("<c r=\"" + place + "\"" + attributes + ">" + formula + "<v>" + value + "</v></c>");
  }

  private static String written(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void part(String name, String xml) throws IOException {
    entry(name);
    write(DECLARATION + xml);
  }

  /** Every entry bears one time, so that the same rows give the same bytes. */
  private void entry(String name) throws IOException {
    out.flush();
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2022, 7, 5, 8, 0));
    zip.putNextEntry(entry);
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPES, kind);
  }

  private static String relations(String relations) {
    return "<Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private void write(String xml) {
    try {
      out.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
