package org.denovo.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A sheet of an .xlsx. Its layout is read once, its rows in every pass. */
final class XlsxSheet implements Sheet {

  private final XlsxParts book;
  private final ZipParts zip;
  private final String name;
  private final boolean hidden;
  private final boolean veryHidden;
  private final String part;
  private SheetLayout layout;

  /**
   * A sheet.
   *
   * @param state as the workbook writes it: visible, hidden or veryHidden
   */
  XlsxSheet(XlsxParts book, ZipParts zip, String name, String state, String part) {
    this.book = book;
    this.zip = zip;
    this.name = name;
    this.veryHidden = state.equals("veryHidden");
    this.hidden = veryHidden || state.equals("hidden");
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

  @Override
  public SheetFacts facts() {
    return layout().facts();
  }

  @Override
  public Rows rows() {
    return new XlsxRows(this, part, book, layout(), new FirstScannedRows(part, zip));
  }

  private synchronized SheetLayout layout() {
    if (layout == null) {
      layout = read();
    }
    return layout;
  }

  /** Merged regions stand behind the rows in the file, so they are looked for in a pass before. */
  private SheetLayout read() {
    SheetLayout.Builder places = new SheetLayout.Builder(zip.limits());
    places.veryHidden(veryHidden);
    Optional<SheetTail> tail = tail();
    try (PartXml xml = new PartXml(part, zip.open(part))) {
      gather(xml, places, tail.isPresent());
    }
    if (tail.isPresent()) {
      places.lastRow(tail.get().lastRow());
      try (PartXml xml = new PartXml(part, new ByteArrayInputStream(tail.get().xml()))) {
        gather(xml, places, false);
      }
    }
    new XlsxObjects(zip, part, places).gather();
    return places.build();
  }

  private Optional<SheetTail> tail() {
    try (InputStream sheet = zip.open(part)) {
      return SheetTail.of(sheet);
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
  }

  private static void gather(PartXml xml, SheetLayout.Builder places, boolean onlyBeforeRows) {
    FilterCriteria filter = new FilterCriteria(places);
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "col" -> {
          if (xml.isSet("hidden") || xml.attribute("width").equals("0")) {
            places.hiddenColumns(
                CellRef.rowNumber(xml.attribute("min")), CellRef.rowNumber(xml.attribute("max")));
          }
        }
        case "row" -> places.lastRow(CellRef.rowNumber(xml.attribute("r")));
        case "mergeCell" -> Region.of(xml.attribute("ref")).ifPresent(places::merged);
        case "sheetProtection" -> {
          if (xml.isSet("sheet")) {
            places.locked();
          }
        }
        case "sheetData" -> {
          if (onlyBeforeRows) {
            return;
          }
        }
        default -> filter.see(xml);
      }
    }
    filter.end();
  }
}
