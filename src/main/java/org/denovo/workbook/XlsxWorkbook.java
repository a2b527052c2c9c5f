package org.denovo.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/** An .xlsx or .xlsm, transitional or strict. */
final class XlsxWorkbook implements Workbook {

  private final ZipParts zip;
  private final List<Sheet> sheets;
  private final WorkbookFacts facts;

  private XlsxWorkbook(ZipParts zip, List<Sheet> sheets, WorkbookFacts facts) {
    this.zip = zip;
    this.sheets = List.copyOf(sheets);
    this.facts = facts;
  }

  /** True if the package holds a workbook in XML. */
  static Optional<String> workbookPart(ZipParts zip) {
    return Relations.of(zip, "")
        .firstOfType("officeDocument")
        .or(() -> Optional.of("xl/workbook.xml"))
        .filter(part -> part.endsWith("workbook.xml") && zip.has(part));
  }

  static XlsxWorkbook open(String file, ZipParts zip, String part, Set<Trait> opened) {
    Contents contents = Contents.read(zip, part);
    Relations relations = Relations.of(zip, part);
    Colours colours = Colours.read(zip, relations.firstOfType("theme").orElse(""));
    XlsxParts book =
        new XlsxParts(
            file,
            zip.limits(),
            contents.date1904(),
            Styles.read(zip, relations.firstOfType("styles").orElse(""), colours),
            () -> SharedStrings.read(zip, relations.firstOfType("sharedStrings").orElse("")));
    List<Sheet> sheets = new ArrayList<>();
    int charts = 0;
    for (Entry entry : contents.sheets()) {
      Relations.Relation to = relations.byId(entry.id()).orElseThrow(() -> Refusals.broken(part));
      if (to.type().equals("worksheet")) {
        if (!zip.has(to.target())) {
          throw Refusals.broken(to.target());
        }
        sheets.add(new XlsxSheet(book, zip, entry.name(), entry.state(), to.target()));
      } else {
        charts++;
      }
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(opened);
    traits.addAll(contents.traits());
    List<Carried> carried = new ArrayList<>(XlsxCarried.of(zip, relations));
    if (charts > 0) {
      carried.add(new Carried(Carried.Kind.CHART_SHEETS, "", charts));
    }
    return new XlsxWorkbook(
        zip,
        sheets,
        new WorkbookFacts("xlsx", producer(zip), "", contents.date1904(), traits, carried));
  }

  private record Entry(String name, String state, String id) {}

  private record Contents(boolean date1904, List<Entry> sheets, Set<Trait> traits) {
    static Contents read(ZipParts zip, String part) {
      boolean date1904 = false;
      List<Entry> sheets = new ArrayList<>();
      Set<Trait> traits = EnumSet.noneOf(Trait.class);
      try (PartXml xml = zip.xml(part).orElseThrow(() -> Refusals.broken(part))) {
        while (xml.nextStart()) {
          switch (xml.name()) {
            case "workbookPr" -> date1904 = xml.isSet("date1904");
            case "fileSharing" -> traits.add(Trait.WRITE_RESERVED);
            case "workbookProtection" -> {
              // openpyxl writes the element, empty, into every workbook.
              if (xml.isSet("lockStructure")) {
                traits.add(Trait.STRUCTURE_LOCKED);
              }
            }
            case "calcPr" -> {
              if (xml.isSet("fullCalcOnLoad")) {
                traits.add(Trait.NOT_CALCULATED);
              }
            }
            case "sheet" -> {
              if (sheets.size() >= zip.limits().entries()) {
                throw Refusals.tooLarge(
                    new Text("工作表数", "The number of sheets is"), zip.limits().entries());
              }
              sheets.add(
                  new Entry(
                      Escapes.undo(xml.attribute("name")),
                      xml.attribute("state"),
                      xml.attribute("id")));
            }
            default -> {}
          }
        }
      }
      return new Contents(date1904, sheets, traits);
    }
  }

  private static String producer(ZipParts zip) {
    String part =
        Relations.of(zip, "").firstOfType("extended-properties").orElse("docProps/app.xml");
    Optional<PartXml> opened = zip.xml(part);
    if (opened.isEmpty()) {
      return "";
    }
    StringBuilder name = new StringBuilder();
    try (PartXml xml = opened.get()) {
      while (xml.nextStart()) {
        if (xml.name().equals("Application") || xml.name().equals("AppVersion")) {
          name.append(name.isEmpty() ? "" : " ");
          for (int event = xml.next();
              event != XMLStreamConstants.END_ELEMENT;
              event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS) {
              xml.appendTo(name, 200);
            }
          }
        }
      }
    }
    return name.toString().strip();
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public WorkbookFacts facts() {
    return facts;
  }

  @Override
  public void close() {
    zip.close();
  }
}
