package org.denovo.workbook;

import java.util.Optional;

/** A sheet of an .xlsx. Its layout is read once, its rows in every pass. */
final class XlsxSheet implements Sheet {

  private final XlsxParts book;
  private final String name;
  private final boolean hidden;
  private final String part;
  private SheetLayout layout;

  XlsxSheet(XlsxParts book, String name, boolean hidden, String part) {
    this.book = book;
    this.name = name;
    this.hidden = hidden;
    this.part = part;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  String part() {
    return part;
  }

  @Override
  public Rows rows() {
    SheetLayout places = layout();
    RowReader reader = new StaxRows(xml(), book.zip().limits());
    return new XlsxRows(this, book, places, reader);
  }

  private PartXml xml() {
    return new PartXml(part, book.zip().open(part));
  }

  private synchronized SheetLayout layout() {
    if (layout == null) {
      layout = read();
    }
    return layout;
  }

  /** Merged regions stand behind the rows in the file, so they are looked for in a pass before. */
  private SheetLayout read() {
    SheetLayout.Builder places = new SheetLayout.Builder(book.zip().limits());
    try (PartXml xml = xml()) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "col" -> {
            if (xml.isSet("hidden") || xml.attribute("width").equals("0")) {
              places.hiddenColumns(
                  CellRef.rowNumber(xml.attribute("min")), CellRef.rowNumber(xml.attribute("max")));
            }
          }
          case "mergeCell" -> Region.of(xml.attribute("ref")).ifPresent(places::merged);
          default -> {}
        }
      }
    }
    comments(places);
    return places.build();
  }

  private void comments(SheetLayout.Builder places) {
    Optional<PartXml> comments =
        Relations.of(book.zip(), part).firstOfType("comments").flatMap(book.zip()::xml);
    if (comments.isPresent()) {
      try (PartXml xml = comments.get()) {
        while (xml.nextStart()) {
          String ref = xml.name().equals("comment") ? xml.attribute("ref") : "";
          if (CellRef.row(ref) >= 0 && CellRef.column(ref) >= 0) {
            places.commented(CellRef.row(ref), CellRef.column(ref));
          }
        }
      }
    }
  }
}
