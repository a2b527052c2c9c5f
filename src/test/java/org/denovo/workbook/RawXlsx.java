package org.denovo.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx written part by part, so that tests can write what no library writes. */
final class RawXlsx {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  RawXlsx() {
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part("xl/workbook.xml", workbook(""));
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet", "worksheets/sheet1.xml",
            "styles", "styles.xml",
            "sharedStrings", "/xl/sharedStrings.xml"));
  }

  static String workbook(String properties) {
    return "<workbook xmlns='"
        + MAIN
        + "' xmlns:r='"
        + OFFICE
        + "'>"
        + properties
        + "<sheets><sheet name='数据' sheetId='1' r:id='rId1'/></sheets></workbook>";
  }

  static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns='" + PACKAGE + "'>");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append("<Relationship Id='rId")
          .append(i / 2 + 1)
          .append("' Type='" + OFFICE + "/")
          .append(typesAndTargets[i])
          .append("' Target='")
          .append(typesAndTargets[i + 1])
          .append("'/>");
    }
    return xml.append("</Relationships>").toString();
  }

  RawXlsx part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  RawXlsx part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  RawXlsx without(String name) {
    parts.remove(name);
    return this;
  }

  /** The whole XML of the only sheet. */
  RawXlsx sheetXml(String xml) {
    return part(SHEET, xml);
  }

  /** The only sheet with these rows and what stands before and behind them. */
  RawXlsx sheet(String before, String rows, String behind) {
    return sheetXml(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\""
            + MAIN
            + "\">"
            + before
            + "<sheetData>"
            + rows
            + "</sheetData>"
            + behind
            + "</worksheet>");
  }

  RawXlsx rows(String rows) {
    return sheet("", rows, "");
  }

  RawXlsx shared(String items) {
    return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
  }

  RawXlsx styles(String inside) {
    return part("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'>" + inside + "</styleSheet>");
  }

  /** Number formats by number, and one style for each id in order. */
  RawXlsx formats(String numFmts, int... ids) {
    StringBuilder xfs = new StringBuilder("<cellXfs>");
    for (int id : ids) {
      xfs.append("<xf numFmtId='").append(id).append("'/>");
    }
    return styles("<numFmts>" + numFmts + "</numFmts>" + xfs + "</cellXfs>");
  }

  Map<String, byte[]> parts() {
    return Map.copyOf(parts);
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
