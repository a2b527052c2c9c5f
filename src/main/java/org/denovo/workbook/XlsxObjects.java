package org.denovo.workbook;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.source.Place;

/** What a sheet of an .xlsx points to: comments, drawings, tables with filters, pivot tables. */
final class XlsxObjects {

  private final ZipParts zip;
  private final SheetLayout.Builder places;
  private final Relations relations;

  XlsxObjects(ZipParts zip, String part, SheetLayout.Builder places) {
    this.zip = zip;
    this.places = places;
    this.relations = Relations.of(zip, part);
  }

  void gather() {
    // A threaded comment also stands in the old part, with a note for old programs before it.
    each("threadedComment", xml -> comments(xml, "threadedComment"));
    each("comments", xml -> comments(xml, "comment"));
    each("drawing", this::drawings);
    each("table", this::filter);
    carries("pivotTable", Carried.Kind.PIVOT_TABLES);
    carries("queryTable", Carried.Kind.QUERIES);
    carries("oleObject", Carried.Kind.EMBEDDED_OBJECTS);
    carries("package", Carried.Kind.EMBEDDED_OBJECTS);
  }

  private void each(String type, java.util.function.Consumer<PartXml> reading) {
    Set<String> parts = new HashSet<>();
    for (Relations.Relation to : relations.all()) {
      if (to.type().equals(type) && zip.has(to.target()) && parts.add(to.target())) {
        try (PartXml xml = new PartXml(to.target(), zip.open(to.target()))) {
          reading.accept(xml);
        }
      }
    }
  }

  private void carries(String type, Carried.Kind kind) {
    relations.all().stream()
        .filter(to -> to.type().equals(type))
        .forEach(to -> places.carries(kind, ""));
  }

  private static String rich(SharedStrings.RichText text) {
    text.read();
    return text.text();
  }

  private void comments(PartXml xml, String element) {
    boolean threaded = element.equals("threadedComment");
    SharedStrings.RichText text = new SharedStrings.RichText(xml, zip.limits().cellText());
    int row = -1;
    int column = -1;
    while (xml.nextStart()) {
      if (xml.name().equals(element)) {
        row = CellRef.row(xml.attribute("ref"));
        column = CellRef.column(xml.attribute("ref"));
      } else if (xml.name().equals("text") && row >= 0 && column >= 0) {
        places.comment(row, column, (threaded ? text(xml) : rich(text)).strip());
        row = -1;
      }
    }
  }

  /** Each anchor holds one thing, told by its first element behind the cell that it starts in. */
  private void drawings(PartXml xml) {
    String where = "";
    int column = -1;
    boolean open = false;
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor" -> {
          where = "";
          column = -1;
          open = true;
        }
        case "col" -> {
          if (where.isEmpty() && column < 0) {
            column = Math.max(0, CellRef.number(text(xml)));
          }
        }
        case "row" -> {
          if (where.isEmpty() && column >= 0) {
            where = Place.columnName(column) + (Math.max(0, CellRef.number(text(xml))) + 1);
          }
        }
        case "pic", "graphicFrame", "sp", "grpSp", "cxnSp" -> {
          if (open) {
            places.carries(kind(xml.name()), where);
            open = false;
          }
        }
        default -> {}
      }
    }
  }

  private static Carried.Kind kind(String element) {
    return switch (element) {
      case "pic" -> Carried.Kind.PICTURES;
      case "graphicFrame" -> Carried.Kind.CHARTS;
      default -> Carried.Kind.SHAPES;
    };
  }

  private String text(PartXml xml) {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.CHARACTERS) {
        xml.appendTo(text, zip.limits().cellText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        xml.skip();
      }
    }
    return text.toString().strip();
  }

  /** Every table has a filter; it matters where it lets only some rows through. */
  private void filter(PartXml xml) {
    String range = "";
    FilterCriteria criteria = null;
    while (xml.nextStart()) {
      if (xml.name().equals("autoFilter")) {
        range = xml.attribute("ref");
      } else if (xml.name().equals("filterColumn") && criteria == null) {
        criteria = new FilterCriteria(places, range);
      }
      if (criteria != null) {
        criteria.see(xml);
      }
    }
    if (criteria != null) {
      criteria.end();
    }
  }
}
