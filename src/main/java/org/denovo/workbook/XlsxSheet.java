package org.denovo.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sheet of an .xlsx. Its layout is read once, its rows in every pass. */
final class XlsxSheet implements Sheet {

  private static final Pattern MERGED = Pattern.compile("<mergeCell\\s[^<>]*/>");

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
    RowReader reader = new FirstScannedRows(part, book.zip());
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
    Optional<String> tail = tail();
    try (PartXml xml = xml()) {
      gather(xml, places, tail.isPresent());
    }
    if (tail.isPresent()) {
      String root =
          "<tail>"
              + MERGED
                  .matcher(tail.get())
                  .results()
                  .map(MatchResult::group)
                  .collect(Collectors.joining())
              + "</tail>";
      try (PartXml xml =
          new PartXml(part, new ByteArrayInputStream(root.getBytes(StandardCharsets.UTF_8)))) {
        gather(xml, places, false);
      }
    }
    comments(places);
    return places.build();
  }

  private Optional<String> tail() {
    try (InputStream sheet = book.zip().open(part)) {
      return SheetTail.of(sheet);
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
  }

  private static void gather(PartXml xml, SheetLayout.Builder places, boolean onlyBeforeRows) {
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "col" -> {
          if (xml.isSet("hidden") || xml.attribute("width").equals("0")) {
            places.hiddenColumns(
                CellRef.rowNumber(xml.attribute("min")), CellRef.rowNumber(xml.attribute("max")));
          }
        }
        case "mergeCell" -> Region.of(xml.attribute("ref")).ifPresent(places::merged);
        case "sheetData" -> {
          if (onlyBeforeRows) {
            return;
          }
        }
        default -> {}
      }
    }
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
