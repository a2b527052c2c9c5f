package org.denovo.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.vocabulary.Text;

/** An .xlsx or .xlsm, transitional or strict. */
final class XlsxWorkbook implements Workbook {

  /** Parts that are seen and not read, by the folder they lie in. */
  private static final Map<String, String> IGNORED = ignored();

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

  static XlsxWorkbook open(
      String file, ZipParts zip, String part, boolean encrypted, boolean misnamed) {
    Contents contents = Contents.read(zip, part);
    Relations relations = Relations.of(zip, part);
    XlsxParts book =
        new XlsxParts(
            file,
            zip,
            contents.date1904(),
            Styles.read(zip, relations.firstOfType("styles").orElse("")),
            relations.firstOfType("sharedStrings").orElse(""));
    Set<String> ignored = ignored(zip);
    if (misnamed) {
      ignored.add(WorkbookFacts.WRONG_EXTENSION);
    }
    List<Sheet> sheets = new ArrayList<>();
    for (Entry entry : contents.sheets()) {
      Relations.Relation to = relations.byId(entry.id()).orElseThrow(() -> Refusals.broken(part));
      if (to.type().equals("worksheet")) {
        if (!zip.has(to.target())) {
          throw Refusals.broken(to.target());
        }
        sheets.add(new XlsxSheet(book, entry.name(), entry.hidden(), to.target()));
      } else {
        ignored.add("chart_sheets");
      }
    }
    return new XlsxWorkbook(
        zip,
        sheets,
        new WorkbookFacts(
            "xlsx", producer(zip), "", contents.date1904(), encrypted, List.copyOf(ignored)));
  }

  private record Entry(String name, boolean hidden, String id) {}

  private record Contents(boolean date1904, List<Entry> sheets) {
    static Contents read(ZipParts zip, String part) {
      boolean date1904 = false;
      List<Entry> sheets = new ArrayList<>();
      try (PartXml xml = zip.xml(part).orElseThrow(() -> Refusals.broken(part))) {
        while (xml.nextStart()) {
          if (xml.name().equals("workbookPr")) {
            date1904 = xml.isSet("date1904");
          } else if (xml.name().equals("sheet")) {
            if (sheets.size() >= zip.limits().entries()) {
              throw Refusals.tooLarge(
                  new Text("工作表数", "The number of sheets is"), zip.limits().entries());
            }
            String state = xml.attribute("state");
            sheets.add(
                new Entry(
                    Escapes.undo(xml.attribute("name")),
                    state.equals("hidden") || state.equals("veryHidden"),
                    xml.attribute("id")));
          }
        }
      }
      return new Contents(date1904, sheets);
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

  private static Set<String> ignored(ZipParts zip) {
    Set<String> ignored = new TreeSet<>();
    IGNORED.forEach(
        (folder, code) -> {
          if (zip.hasUnder(folder)) {
            ignored.add(code);
          }
        });
    return ignored;
  }

  private static Map<String, String> ignored() {
    Map<String, String> ignored = new LinkedHashMap<>();
    ignored.put("xl/media/", "pictures");
    ignored.put("xl/charts/", "charts");
    ignored.put("xl/comments", "comments");
    ignored.put("xl/threadedComments/", "comments");
    ignored.put("xl/connections.xml", "connections");
    ignored.put("xl/embeddings/", "embedded_objects");
    ignored.put("xl/externalLinks/", "external_links");
    ignored.put("xl/vbaProject.bin", "macros");
    ignored.put("xl/macrosheets/", "macros");
    ignored.put("xl/pivotTables/", "pivot_tables");
    ignored.put("xl/queryTables/", "queries");
    ignored.put("xl/revisions/", "change_history");
    return ignored;
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
