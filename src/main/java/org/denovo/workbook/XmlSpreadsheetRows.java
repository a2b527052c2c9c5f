package org.denovo.workbook;

import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.workbook.RawRow.Stored;

/** Reads the rows of one sheet of an XML Spreadsheet 2003. */
final class XmlSpreadsheetRows implements RowReader {

  private final PartXml xml;
  private final Map<String, Integer> styles;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private int sheetsLeft;
  private boolean ended;
  private boolean struck;

  /**
   * A pass.
   *
   * @param sheet which one, counted from 0
   * @param styles the number of each style by its name
   */
  XmlSpreadsheetRows(PartXml xml, int sheet, Map<String, Integer> styles, Limits limits) {
    this.xml = xml;
    this.sheetsLeft = sheet + 1;
    this.styles = styles;
    this.limits = limits;
  }

  @Override
  public boolean next(RawRow row) {
    while (!ended) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("Worksheet")) {
          sheetsLeft--;
        } else if (sheetsLeft == 0 && xml.name().equals("Row")) {
          read(row);
          return true;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ended = sheetsLeft == 0 && xml.name().equals("Worksheet");
      } else {
        ended = event == XMLStreamConstants.END_DOCUMENT;
      }
    }
    return false;
  }

  private void read(RawRow row) {
    row.start(
        CellRef.rowNumber(xml.attribute("Index")),
        xml.isSet("Hidden") || xml.attribute("Height").equals("0"));
    int after = 0;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("Cell")) {
          int written = CellRef.rowNumber(xml.attribute("Index"));
          int column = written < 0 ? after : written;
          after = column + 1 + Math.max(0, CellRef.number(xml.attribute("MergeAcross")));
          cell(row, column);
        } else {
          xml.skip();
        }
      }
    }
  }

  private void cell(RawRow row, int column) {
    Integer named = styles.get(xml.attribute("StyleID"));
    int style = named == null ? styles.size() : named;
    String written = xml.attribute("Formula");
    int marks = written.isEmpty() ? 0 : Marks.FORMULA;
    String type = "";
    text.setLength(0);
    struck = false;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("Data")) {
          type = xml.attribute("Type");
          data();
        } else {
          xml.skip();
        }
      }
    }
    if (!written.isEmpty()) {
      String plain = Formula.fromR1C1(written.substring(1), row.index(), column);
      row.formula(column, new RawFormula(plain, RawFormula.ALONE));
    }
    add(row, column, style, type, marks | (struck ? Marks.STRUCK : 0));
  }

  /** The text, through the tags of its letters' formats. */
  private void data() {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          struck |= xml.name().equals("S");
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            xml.appendTo(text, limits.cellText());
        default -> {}
      }
    }
  }

  private void add(RawRow row, int column, int style, String type, int marks) {
    String value = text.toString();
    switch (type) {
      case "String" -> StoredValue.text(row, column, style, value, marks);
      case "Boolean" -> StoredValue.add(row, column, style, "b", value, marks, XmlSpreadsheet.PART);
      case "Error" -> StoredValue.add(row, column, style, "e", value, marks, XmlSpreadsheet.PART);
      case "DateTime" -> row.text(column, style, Stored.DATE, value, marks);
      default -> StoredValue.number(row, column, style, value, marks);
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
