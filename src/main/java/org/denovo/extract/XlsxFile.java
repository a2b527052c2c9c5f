package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A workbook (ECMA-376) that is written cell by cell, with a frozen first row of names. The same
 * cells give the same bytes on every machine: no time, no author, and parts that {@link Deflated}
 * packs. Texts are texts whatever they start with.
 */
final class XlsxFile implements AutoCloseable {

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

  /** What stands between a cell's reference and its value, by its kind. */
  private enum Kind {
    NUMBER("\"><v>"),
    TEXT("\" t=\"s\"><v>"),
    NAME("\" s=\"1\" t=\"s\"><v>"),
    LIKE_A_FORMULA("\" s=\"2\" t=\"s\"><v>");

    private final String says;

    Kind(String says) {
      this.says = says;
    }
  }

  private static final Kind[] KINDS = Kind.values();
  private static final byte[] FIRST = "<c r=\"".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final Pattern PLAIN = Pattern.compile("[^&<>\"_]*");
  private static final byte[] ITEM =
      "<si><t xml:space=\"preserve\">".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "</t></si>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT = "</v></c><c r=\"".getBytes(StandardCharsets.US_ASCII);

  /** What a cell may hold, which any cell of the workbook may hold again. */
  static final class Value {
    private final Kind kind;
    private final byte[] digits;

    private Value(Kind kind, String digits) {
      this.kind = kind;
      this.digits = digits.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final ZipParts parts;
  private final List<String> names;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final List<byte[]> letters = new ArrayList<>();
  private int sheets;

  /** Begins a workbook with sheets of these names, which {@link #sheet} gives in their order. */
  XlsxFile(Path file, List<String> names) {
    this.names = List.copyOf(names);
    try {
      this.parts = new ZipParts(file);
      parts.add("[Content_Types].xml", out -> out.write(contentTypes(names.size())));
      parts.add(
          "_rels/.rels",
          out ->
              out.write(
                  relationships(List.of(relationship(1, "officeDocument", "xl/workbook.xml")))));
      parts.add("xl/workbook.xml", out -> out.write(workbook(names)));
      parts.add(
          "xl/_rels/workbook.xml.rels", out -> out.write(relationships(linked(names.size()))));
      parts.add("xl/styles.xml", out -> out.write(STYLES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text, whatever it looks like. */
  Value text(String text) {
    return new Value(looksLikeFormula(text) ? Kind.LIKE_A_FORMULA : Kind.TEXT, index(text));
  }

  /** A plain decimal number with a point. */
  Value number(String number) {
    return new Value(Kind.NUMBER, number);
  }

  private String index(String text) {
    return Integer.toString(strings.computeIfAbsent(text, each -> strings.size()));
  }

  private static boolean looksLikeFormula(String text) {
    return !CsvFile.inert(text).equals(text);
  }

  /** Writes the next sheet; its first row is the names. */
  void sheet(List<String> header, Consumer<Rows> rows) {
    try {
      parts.add(
          "xl/worksheets/sheet" + ++sheets + ".xml",
          out -> {
            out.write(
                HEAD
                    + "<worksheet xmlns=\""
                    + MAIN
                    + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                    + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>"
                    + "</sheetViews><sheetFormatPr baseColWidth=\"16\" defaultRowHeight=\"15\"/>"
                    + "<sheetData>");
            Rows all = new Rows(out);
            all.begin();
            for (int i = 0; i < header.size(); i++) {
              all.cell(i, new Value(Kind.NAME, index(header.get(i))));
            }
            all.end();
            rows.accept(all);
            out.write("</sheetData></worksheet>");
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet's rows. Cells go from left to right; who has no value is left out. */
  final class Rows {
    private final Deflated out;
    private final long[] places = new long[KINDS.length];
    private long boundary = -1;
    private final byte[][] middles = new byte[KINDS.length][];
    private int row;
    private boolean isFirst;

    private Rows(Deflated out) {
      this.out = out;
    }

    void begin() {
      row++;
      isFirst = true;
      Arrays.fill(places, -1);
      for (int i = 0; i < KINDS.length; i++) {
        middles[i] = (row + KINDS[i].says).getBytes(StandardCharsets.US_ASCII);
      }
      try {
        out.write("<row r=\"" + row + "\">");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A cell differs from the one before it by its column and its value only. */
    void cell(int column, Value value) {
      try {
        if (isFirst) {
          out.write(FIRST);
          isFirst = false;
        } else {
          boundary = again(out, boundary, NEXT);
        }
        out.write(letters(column));
        int kind = value.kind.ordinal();
        places[kind] = again(out, places[kind], middles[kind]);
        out.write(value.digits);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() {
      try {
        out.write(isFirst ? "</row>" : "</v></c></row>");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try (parts) {
      if (sheets != names.size()) {
        throw new IllegalStateException(sheets + " sheets of " + names);
      }
      parts.add("xl/sharedStrings.xml", this::strings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void strings(Deflated out) throws IOException {
    out.write(HEAD + "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
    long place = -1;
    for (String text : strings.keySet()) {
      place = again(out, place, ITEM);
      out.write(escaped(text));
      out.write(END);
    }
    out.write("</sst>");
  }

  /** Writes what may have stood at a place before, and gives its new one. */
  private static long again(Deflated out, long before, byte[] text) throws IOException {
    long place = out.position();
    if (out.reaches(before, text.length)) {
      out.repeat(before, text.length);
    } else {
      out.write(text);
    }
    return place;
  }

  /** A column's letters: A for 0, AA for 26. */
  private byte[] letters(int column) {
    while (letters.size() <= column) {
      letters.add(name(letters.size()).getBytes(StandardCharsets.US_ASCII));
    }
    return letters.get(column);
  }

  private static String name(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : name(column / 26 - 1) + last;
  }

  /** Excel reads {@code _x000D_} as a character's number, so its first underscore is one. */
  private static String escaped(String text) {
    String line = Labels.line(text);
    return PLAIN.matcher(line).matches()
        ? line
        : ESCAPED
            .matcher(line)
            .replaceAll("_x005F_")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }

  private static String contentTypes(int sheets) {
    StringBuilder types = new StringBuilder(HEAD);
    types.append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
    types.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-");
    types.append("package.relationships+xml\"/>");
    types.append(override("/xl/workbook.xml", "sheet.main"));
    types.append(override("/xl/styles.xml", "styles"));
    types.append(override("/xl/sharedStrings.xml", "sharedStrings"));
    for (int i = 1; i <= sheets; i++) {
      types.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    return types.append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
  }

  private static String workbook(List<String> names) {
    StringBuilder book = new StringBuilder(HEAD);
    book.append("<workbook xmlns=\"").append(MAIN).append("\" xmlns:r=\"").append(OFFICE);
    book.append("\"><sheets>");
    for (int i = 1; i <= names.size(); i++) {
      book.append("<sheet name=\"")
          .append(escaped(names.get(i - 1)))
          .append("\" sheetId=\"")
          .append(i)
          .append("\" r:id=\"rId")
          .append(i)
          .append("\"/>");
    }
    return book.append("</sheets></workbook>").toString();
  }

  private static List<String> linked(int sheets) {
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
}
