package org.denovo.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/**
 * What a first pass over an XML Spreadsheet 2003 finds: its styles by name and its sheets.
 *
 * @param looks by number
 * @param styles the number of each style
 */
record XmlSpreadsheetLayout(
    boolean date1904,
    String producer,
    List<Look> looks,
    Map<String, Integer> styles,
    List<Found> sheets) {

  /** Number formats that the format knows by name ([MS-OSHARED], Excel 2003 XML reference). */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("general date", "m/d/yyyy h:mm"),
          Map.entry("short date", "m/d/yyyy"),
          Map.entry("medium date", "d-mmm-yy"),
          Map.entry("long date", "yyyy\"年\"m\"月\"d\"日\""),
          Map.entry("percent", "0.00%"),
          Map.entry("fixed", "0.00"),
          Map.entry("standard", "#,##0.00"),
          Map.entry("scientific", "0.00E+00"),
          Map.entry("short time", "h:mm"),
          Map.entry("medium time", "h:mm AM/PM"),
          Map.entry("long time", "h:mm:ss"));

  /** A sheet. */
  record Found(String name, boolean hidden, SheetLayout layout) {}

  static XmlSpreadsheetLayout read(PartXml xml, Limits limits) {
    return new Reading(xml, limits).read();
  }

  private static final class Reading {
    private final PartXml xml;
    private final Limits limits;
    private final Map<String, Integer> styles = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Found> sheets = new ArrayList<>();
    private String producer = "";
    private boolean date1904;

    Reading(PartXml xml, Limits limits) {
      this.xml = xml;
      this.limits = limits;
    }

    XmlSpreadsheetLayout read() {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "Version" -> producer = producer.isEmpty() ? "Excel " + text() : producer;
          case "Date1904" -> date1904 = true;
          case "Style" -> style(xml.attribute("ID"));
          case "Worksheet" -> sheets.add(sheet());
          default -> {}
        }
      }
      return new XmlSpreadsheetLayout(
          date1904, producer, List.copyOf(looks), Map.copyOf(styles), List.copyOf(sheets));
    }

    private void style(String id) {
      String format = "";
      String fill = "";
      String ink = "";
      boolean filled = false;
      boolean struck = false;
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          switch (xml.name()) {
            case "NumberFormat" -> format = xml.attribute("Format");
            case "Interior" -> {
              String pattern = xml.attribute("Pattern");
              filled = !pattern.isEmpty() && !pattern.equals("None");
              fill = colour(xml.attribute("Color"));
            }
            case "Font" -> {
              struck = xml.isSet("StrikeThrough");
              ink = colour(xml.attribute("Color"));
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      styles.put(id, looks.size());
      String code = NAMED.getOrDefault(format.toLowerCase(Locale.ROOT), format);
      looks.add(Look.of(code, struck, filled, fill, ink));
    }

    private static String colour(String written) {
      return written.matches("#[0-9A-Fa-f]{6}") ? written.toUpperCase(Locale.ROOT) : "";
    }

    private Found sheet() {
      SheetLayout.Builder places = new SheetLayout.Builder(limits);
      String name = xml.attribute("Name");
      if (xml.isSet("Protected")) {
        places.locked();
      }
      XmlSpreadsheetPlaces at = new XmlSpreadsheetPlaces(xml, places, limits);
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth += at.start() ? 0 : 1;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      return new Found(name, at.hidden(), places.build());
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
        if (event == XMLStreamConstants.CHARACTERS) {
          xml.appendTo(text, limits.cellText());
        }
      }
      return text.toString().strip();
    }
  }
}
