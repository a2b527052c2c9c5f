package org.denovo.workbook;

import javax.xml.stream.XMLStreamConstants;

/** Reads a sheet with an XML parser: takes every form that XML allows. */
final class StaxRows implements RowReader {

  private final PartXml xml;
  private final int limit;
  private final SharedStrings.RichText rich;
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private boolean started;
  private boolean ended;

  StaxRows(PartXml xml, Limits limits) {
    this.xml = xml;
    this.limit = limits.cellText();
    this.rich = new SharedStrings.RichText(xml, limit);
  }

  @Override
  public boolean next(RawRow row) {
    while (!ended) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("sheetData")) {
          started = true;
        } else if (started && xml.name().equals("row")) {
          read(row);
          return true;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ended = started && xml.name().equals("sheetData");
      } else {
        ended = event == XMLStreamConstants.END_DOCUMENT;
      }
    }
    return false;
  }

  private void read(RawRow row) {
    String number = xml.attribute("r");
    int written = CellRef.rowNumber(number);
    if (!number.isEmpty() && written < 0) {
      throw Refusals.broken(xml.part());
    }
    row.start(written, xml.isSet("hidden") || xml.attribute("ht").equals("0"));
    for (int event = xml.next(); ; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("c")) {
          cell(row);
        } else {
          xml.skip();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
    }
  }

  private void cell(RawRow row) {
    String address = xml.attribute("r");
    int column = address.isEmpty() ? row.nextColumn() : CellRef.column(address);
    if (column < 0) {
      throw Refusals.broken(xml.part());
    }
    int style = Math.max(0, CellRef.rowNumber(xml.attribute("s")) + 1);
    String type = xml.attribute("t");
    int marks = 0;
    boolean inline = false;
    boolean valued = false;
    value.setLength(0);
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v" -> {
            valued = true;
            text(value);
          }
          case "is" -> {
            rich.read();
            inline = true;
            marks |= rich.struck() ? Marks.STRUCK : 0;
          }
          case "f" -> {
            marks |= Marks.FORMULA;
            row.formula(column, formula());
          }
          default -> xml.skip();
        }
      }
    }
    if (type.equals("inlineStr") && inline) {
      StoredValue.text(row, column, style, rich.text(), marks);
    } else {
      StoredValue.add(row, column, style, type, valued ? value.toString() : "", marks, xml.part());
    }
  }

  private RawFormula formula() {
    boolean shared = xml.attribute("t").equals("shared");
    int group = shared ? CellRef.number(xml.attribute("si")) : RawFormula.ALONE;
    text(formula);
    return new RawFormula(formula.toString(), group);
  }

  private void text(StringBuilder value) {
    value.setLength(0);
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        xml.skip();
      } else if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        xml.appendTo(value, limit);
      }
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
