package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import org.denovo.source.Place;

/** Gathers an autofilter's range and criteria while the elements of its XML go by. */
final class FilterCriteria {

  /** More values than these are not said one by one. */
  private static final int MOST_VALUES = 10;

  private final SheetLayout.Builder places;
  private final List<String> values = new ArrayList<>();
  private int firstColumn;
  private int column = -1;

  FilterCriteria(SheetLayout.Builder places) {
    this.places = places;
  }

  /** A filter whose range is known. */
  FilterCriteria(SheetLayout.Builder places, String range) {
    this(places);
    over(range);
  }

  private void over(String range) {
    firstColumn = Math.max(0, CellRef.column(range));
    places.filter(range);
  }

  /** The next element's start, whatever it is. */
  void see(PartXml xml) {
    switch (xml.name()) {
      case "autoFilter" -> over(xml.attribute("ref"));
      case "filterColumn" -> {
        end();
        column = firstColumn + Math.max(0, CellRef.number(xml.attribute("colId")));
      }
      case "filters" -> {
        if (xml.isSet("blank")) {
          add("=\"\"");
        }
      }
      case "filter" -> add("=" + xml.attribute("val"));
      case "dateGroupItem" -> add("=" + date(xml));
      case "customFilter" -> add(operator(xml.attribute("operator")) + xml.attribute("val"));
      case "top10" ->
          add((xml.attribute("top").equals("0") ? "bottom " : "top ") + xml.attribute("val"));
      case "dynamicFilter" -> add(xml.attribute("type"));
      case "colorFilter" -> add("colour");
      case "iconFilter" -> add("icon");
      default -> {}
    }
  }

  private void add(String value) {
    if (column >= 0 && values.size() <= MOST_VALUES) {
      values.add(values.size() < MOST_VALUES ? value : "…");
    }
  }

  /** Behind the last element. */
  void end() {
    if (column >= 0) {
      places.criterion(Place.columnName(column) + ": " + String.join(", ", values));
    }
    column = -1;
    values.clear();
  }

  private static String date(PartXml xml) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of("year", "month", "day")) {
      if (!xml.attribute(part).isEmpty()) {
        parts.add(xml.attribute(part));
      }
    }
    return String.join("-", parts);
  }

  private static String operator(String name) {
    return switch (name) {
      case "lessThan" -> "<";
      case "lessThanOrEqual" -> "<=";
      case "greaterThan" -> ">";
      case "greaterThanOrEqual" -> ">=";
      case "notEqual" -> "<>";
      default -> "=";
    };
  }
}
