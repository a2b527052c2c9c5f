package org.denovo.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Workbooks with cells of every kind, in every spelling that XML allows and some program uses. The
 * same seed gives the same workbook.
 */
final class OddXlsx {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Default Extension='rels'"
          + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
          + type("/xl/workbook.xml", "sheet.main")
          + type("/xl/worksheets/sheet1.xml", "worksheet")
          + type("/xl/styles.xml", "styles")
          + type("/xl/sharedStrings.xml", "sharedStrings")
          + "</Types>";
  private static final String STYLES =
      "<fonts count='1'><font><sz val='11'/></font></fonts>"
          + "<fills count='1'><fill><patternFill patternType='none'/></fill></fills>"
          + "<borders count='1'><border/></borders>"
          + "<cellStyleXfs count='1'><xf numFmtId='0'/></cellStyleXfs>"
          + "<cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='2'/><xf numFmtId='49'/></cellXfs>";
  private static final String[] TEXTS = {
    "切缘阴性",
    "T2N1M1",
    " 前后空格 ",
    "a\tb",
    "两\n行",
    "<&>\"'",
    "_x000D_",
    "行_x000A_末",
    "_x005F_x000D_",
    "_xZZZZ_",
    "_x4e2d_文",
    "𠮷野家",
    "]]",
    "1e5",
    "TRUE",
    "\u00a0",
    "ＥＲ（＋）",
    "x"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "-17",
    "42.5",
    "0.1",
    "3.14159265358979",
    "1E-7",
    "1.5e+10",
    "123456789012345",
    "1234567890123456789",
    "0.30000000000000004",
    "43223",
    ".5",
    "5.",
    "00012",
    "9999999999999.25"
  };
  private static final String[] ERRORS = {"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?"};

  private final Random random;
  private final String prefix;
  private final char quote;
  private final boolean odd;
  private final boolean comments;
  private final boolean addressed;
  private final boolean dates;
  private final int texts;

  /**
   * A workbook to be.
   *
   * @param dates true for cells and rows that POI cannot read: {@code t="d"}, rows without number
   */
  OddXlsx(long seed, boolean dates) {
    this.random = new Random(seed);
    this.dates = dates;
    this.odd = random.nextInt(3) > 0;
    this.prefix = odd && random.nextInt(4) == 0 ? "x:" : "";
    this.quote = odd && random.nextInt(4) == 0 ? '\'' : '"';
    this.comments = odd && random.nextInt(3) == 0;
    this.addressed = !odd || random.nextInt(4) > 0;
    this.texts = 1 + random.nextInt(12);
  }

  RawXlsx workbook() {
    return new RawXlsx()
        .part("[Content_Types].xml", TYPES)
        .styles(STYLES)
        .part("xl/sharedStrings.xml", sharedStrings())
        .part("xl/worksheets/sheet1.xml", sheet());
  }

  private static String type(String part, String kind) {
    return "<Override PartName='%s' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
        .formatted(part, kind);
  }

  byte[] sharedStrings() {
    StringBuilder xml = new StringBuilder(open("sst", namespace()));
    for (int i = 0; i < texts; i++) {
      xml.append(gap()).append(open("si"));
      rich(xml);
      if (random.nextInt(4) == 0) {
        xml.append(
            empty("phoneticPr", attribute("fontId", "1"), attribute("type", "noConversion")));
      }
      xml.append(close("si"));
    }
    return encoded(xml.append(gap()).append(close("sst")).toString());
  }

  private void rich(StringBuilder xml) {
    if (random.nextInt(3) > 0) {
      text(xml, "t");
      return;
    }
    for (int run = 0; run <= random.nextInt(3); run++) {
      xml.append(open("r"));
      if (random.nextBoolean()) {
        xml.append(open("rPr")).append(empty("b")).append(empty("sz", attribute("val", "11")));
        xml.append(close("rPr"));
      }
      text(xml, "t");
      xml.append(close("r"));
    }
    if (random.nextInt(3) == 0) {
      xml.append(open("rPh", attribute("sb", "0"), attribute("eb", "1")));
      text(xml, "t");
      xml.append(close("rPh"));
    }
  }

  private byte[] sheet() {
    StringBuilder xml = new StringBuilder(open("worksheet", namespace()));
    if (random.nextBoolean()) {
      xml.append(gap()).append(empty("dimension", attribute("ref", "A1:H9")));
      xml.append(open("sheetViews"))
          .append(empty("sheetView", attribute("workbookViewId", "0")))
          .append(close("sheetViews"));
    }
    xml.append(gap()).append(open("sheetData"));
    int row = 0;
    // Longer than the scanner's buffer now and then, so that cells lie across its end.
    int rows = random.nextInt(40) == 0 ? 900 : random.nextInt(8);
    for (int i = 0; i < rows; i++) {
      row += 1 + (random.nextInt(5) == 0 ? random.nextInt(20) : 0);
      row(xml, row);
    }
    xml.append(gap()).append(close("sheetData"));
    if (random.nextBoolean()) {
      xml.append(
          empty(
              "pageMargins",
              attribute("left", "0.7"),
              attribute("right", "0.7"),
              attribute("top", "0.75"),
              attribute("bottom", "0.75"),
              attribute("header", "0.3"),
              attribute("footer", "0.3")));
    }
    return encoded(xml.append(gap()).append(close("worksheet")).toString());
  }

  private void row(StringBuilder xml, int row) {
    List<String> attributes = new ArrayList<>();
    if (!dates || random.nextInt(4) > 0) {
      attributes.add(attribute("r", Integer.toString(row)));
    }
    if (random.nextInt(3) == 0) {
      attributes.add(attribute("spans", "1:8"));
    }
    if (random.nextInt(6) == 0) {
      attributes.add(attribute("hidden", "1"));
    }
    if (random.nextInt(6) == 0) {
      attributes.add(attribute("ht", "15.75"));
      attributes.add(attribute("customHeight", "1"));
    }
    xml.append(gap());
    if (random.nextInt(10) == 0) {
      xml.append(empty("row", attributes.toArray(String[]::new)));
      return;
    }
    xml.append(open("row", attributes.toArray(String[]::new)));
    int column = 0;
    for (int i = random.nextInt(9); i > 0; i--) {
      column += 1 + (addressed && random.nextInt(4) == 0 ? random.nextInt(30) : 0);
      xml.append(gap());
      cell(xml, org.denovo.source.Place.columnName(column - 1) + row);
    }
    xml.append(gap()).append(close("row"));
  }

  private void cell(StringBuilder xml, String address) {
    List<String> a = new ArrayList<>();
    if (addressed) {
      a.add(attribute("r", address));
    }
    if (random.nextInt(3) == 0) {
      a.add(attribute("s", Integer.toString(random.nextInt(3))));
    }
    switch (random.nextInt(dates ? 13 : 12)) {
      case 0, 1 -> valued(xml, a, random.nextBoolean() ? "" : "n", "", one(NUMBERS));
      case 2, 3, 4 -> valued(xml, a, "s", "", Integer.toString(random.nextInt(texts)));
      case 5 -> {
        a.add(attribute("t", "str"));
        xml.append(start("c", a));
        formula(xml);
        text(xml, "v");
        xml.append(close("c"));
      }
      case 6 -> {
        a.add(attribute("t", "inlineStr"));
        xml.append(start("c", a)).append(open("is"));
        rich(xml);
        xml.append(close("is")).append(close("c"));
      }
      case 7 -> valued(xml, a, "b", "", random.nextBoolean() ? "1" : "0");
      case 8 -> valued(xml, a, "e", "1/0", one(ERRORS));
      case 9 -> xml.append(empty("c", a.toArray(String[]::new)));
      case 10 -> valued(xml, a, "", "A1+1", random.nextBoolean() ? "" : one(NUMBERS));
      case 11 -> {
        a.add(attribute("t", "str"));
        xml.append(start("c", a));
        text(xml, "v");
        xml.append(close("c"));
      }
      default ->
          valued(xml, a, "d", "", one(new String[] {"2018-05-03", "2018-05-03T08:30:00", "x"}));
    }
  }

  private void valued(
      StringBuilder xml, List<String> attributes, String type, String formula, String value) {
    if (!type.isEmpty()) {
      attributes.add(attribute("t", type));
    }
    xml.append(start("c", attributes));
    if (!formula.isEmpty()) {
      formula(xml);
    }
    if (!value.isEmpty()) {
      xml.append(open("v")).append(value).append(close("v"));
    } else if (random.nextBoolean()) {
      xml.append(random.nextBoolean() ? empty("v") : open("v") + close("v"));
    }
    xml.append(close("c"));
  }

  private void formula(StringBuilder xml) {
    xml.append(open("f")).append("IF(A1&gt;0,\"a\",B1)").append(close("f"));
  }

  private void text(StringBuilder xml, String element) {
    if (random.nextInt(12) == 0) {
      xml.append(empty(element));
      return;
    }
    String text = one(TEXTS);
    xml.append(open(element, attribute("xml:space", "preserve")));
    if (odd && random.nextInt(8) == 0) {
      xml.append("<![CDATA[").append(text).append("]]>");
    } else {
      for (int c : text.codePoints().toArray()) {
        xml.append(character(c));
        if (comments && random.nextInt(20) == 0) {
          xml.append("<!-- <v>7</v> -->");
        }
      }
    }
    xml.append(close(element));
  }

  private String character(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '&' -> "&amp;";
      case '>' -> "&gt;";
      case '\n' -> random.nextBoolean() ? "&#10;" : random.nextBoolean() ? "&#xA;" : "\n";
      default ->
          odd && random.nextInt(30) == 0
              ? "&#x" + Integer.toHexString(c) + ";"
              : Character.toString(c);
    };
  }

  private String namespace() {
    return prefix.isEmpty() ? attribute("xmlns", MAIN) : attribute("xmlns:x", MAIN);
  }

  private String attribute(String name, String value) {
    return name + (odd && random.nextInt(40) == 0 ? " = " : "=") + quote + value + quote;
  }

  private String open(String name, String... attributes) {
    return tag(name, attributes) + ">";
  }

  private String start(String name, List<String> attributes) {
    return open(name, attributes.toArray(String[]::new));
  }

  private String empty(String name, String... attributes) {
    return tag(name, attributes) + "/>";
  }

  private String tag(String name, String... attributes) {
    List<String> order = new ArrayList<>(List.of(attributes));
    if (odd && random.nextInt(4) == 0) {
      Collections.shuffle(order, random);
    }
    StringBuilder tag = new StringBuilder("<" + prefix + name);
    for (String attribute : order) {
      tag.append(odd && random.nextInt(30) == 0 ? "\n  " : " ").append(attribute);
    }
    return tag.append(odd && random.nextInt(20) == 0 ? " " : "").toString();
  }

  private String close(String name) {
    return "</" + prefix + name + (odd && random.nextInt(60) == 0 ? " >" : ">");
  }

  private String gap() {
    String gap = odd && random.nextInt(5) == 0 ? one(new String[] {"\n", "\r\n  ", "\t", " "}) : "";
    if (comments && random.nextInt(12) == 0) {
      gap += random.nextBoolean() ? "<!-- </sheetData> -->" : "<?note <row> ?>";
    }
    return gap;
  }

  private String one(String[] all) {
    return all[random.nextInt(all.length)];
  }

  private byte[] encoded(String xml) {
    if (!odd || random.nextInt(5) > 0) {
      String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
      return ((random.nextBoolean() ? declaration : "") + xml).getBytes(StandardCharsets.UTF_8);
    }
    Charset charset =
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
            .get(random.nextInt(3));
    String name = charset.equals(StandardCharsets.UTF_8) ? "utf-8" : "UTF-16";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\uFEFF".getBytes(charset));
    out.writeBytes(("<?xml version='1.0' encoding='" + name + "'?>" + xml).getBytes(charset));
    return out.toByteArray();
  }
}
