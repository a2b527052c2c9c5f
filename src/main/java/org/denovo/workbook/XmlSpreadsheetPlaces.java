package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.source.Place;

/** Follows the elements of one sheet of an XML Spreadsheet 2003 and gathers what stands where. */
final class XmlSpreadsheetPlaces {

  private static final Pattern RANGE = Pattern.compile("R(\\d+)C(\\d+):R(\\d+)C(\\d+)");

  private final PartXml xml;
  private final SheetLayout.Builder places;
  private final Limits limits;
  private int row = -1;
  private int column = -1;
  private int nextColumn;
  private int listed;
  private int filterFrom;
  private int filterAt;
  private boolean hidden;

  XmlSpreadsheetPlaces(PartXml xml, SheetLayout.Builder places, Limits limits) {
    this.xml = xml;
    this.places = places;
    this.limits = limits;
  }

  /** True if the sheet turned out to be hidden. */
  boolean hidden() {
    return hidden;
  }

  /** The next element's start; true if it was read to its end. */
  boolean start() {
    switch (xml.name()) {
      case "Column" -> column();
      case "Row" -> {
        row = index(row + 1);
        nextColumn = 0;
        places.lastRow(row);
      }
      case "Cell" -> cell();
      case "Comment" -> {
        places.comment(row, column, words());
        return true;
      }
      case "Visible" -> {
        String visible = words();
        hidden = visible.startsWith("Sheet") && !visible.equals("SheetVisible");
        places.veryHidden(visible.equals("SheetVeryHidden"));
        return true;
      }
      case "AutoFilter" -> filter(xml.attribute("Range"));
      case "AutoFilterColumn" -> {
        filterAt = index(filterAt);
        criterion();
        return true;
      }
      default -> {}
    }
    return false;
  }

  /** The index that the element says, or the one given; counted from 0. */
  private int index(int otherwise) {
    int written = CellRef.rowNumber(xml.attribute("Index"));
    return written < 0 ? otherwise : written;
  }

  private void column() {
    int from = index(listed);
    int span = Math.max(0, CellRef.number(xml.attribute("Span")));
    listed = from + span + 1;
    if (xml.isSet("Hidden") || xml.attribute("Width").equals("0")) {
      places.hiddenColumns(from, from + span);
    }
  }

  private void cell() {
    column = index(nextColumn);
    int across = Math.max(0, CellRef.number(xml.attribute("MergeAcross")));
    int down = Math.max(0, CellRef.number(xml.attribute("MergeDown")));
    nextColumn = column + across + 1;
    if (across + down > 0) {
      places.merged(new Region(row, column, row + down, column + across));
    }
  }

  private void filter(String range) {
    Matcher corners = RANGE.matcher(range);
    if (corners.matches()) {
      filterFrom = CellRef.rowNumber(corners.group(2));
      places.filter(
          Place.columnName(Math.max(0, filterFrom))
              + corners.group(1)
              + ":"
              + Place.columnName(Math.max(0, CellRef.rowNumber(corners.group(4))))
              + corners.group(3));
    } else {
      places.filter(range);
    }
  }

  private void criterion() {
    List<String> values = new ArrayList<>();
    String type = xml.attribute("Type");
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (xml.name().equals("AutoFilterCondition")) {
          values.add(operator(xml.attribute("Operator")) + xml.attribute("Value"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (!type.isEmpty() && !type.equals("All")) {
      String said = values.isEmpty() ? type : String.join(", ", values);
      places.criterion(Place.columnName(Math.max(0, filterFrom) + filterAt) + ": " + said);
    }
    filterAt++;
  }

  private static String operator(String name) {
    return switch (name) {
      case "LessThan" -> "<";
      case "LessThanOrEqual" -> "<=";
      case "GreaterThan" -> ">";
      case "GreaterThanOrEqual" -> ">=";
      case "DoesNotEqual" -> "<>";
      default -> "=";
    };
  }

  /** All text within the current element. */
  private String words() {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            xml.appendTo(text, limits.cellText());
        default -> {}
      }
    }
    return text.toString().strip();
  }
}
