package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/**
 * An OpenDocument spreadsheet (ODF 1.3, part 3) of which the texts and numbers of cells are read
 * and nothing else: no colours, formats, merged or hidden cells. That is enough for a form of ours
 * that was filled in, and too little for a submission.
 */
final class OpenDocument implements Workbook {

  private static final String CONTENT = "content.xml";
  private static final String MANIFEST = "META-INF/manifest.xml";

  private final String file;
  private final ZipParts zip;
  private final Set<Trait> traits;
  private final List<Sheet> sheets = new ArrayList<>();

  private OpenDocument(String file, ZipParts zip, Set<Trait> traits) {
    this.file = file;
    this.zip = zip;
    this.traits = traits;
    try (PartXml xml = content()) {
      while (xml.nextStart()) {
        if (xml.name().equals("table")) {
          sheets.add(new Table(sheets.size(), xml.attribute("name")));
          xml.skip();
        } else if (isBeside(xml)) {
          xml.skip();
        }
      }
    }
  }

  /** True if an archive is one, whether it can be read or not. */
  static boolean isOne(ZipParts zip) {
    return zip.has("mimetype") && zip.has(MANIFEST);
  }

  /** Opens one. A locked one is refused: its password would have to be known to this reader. */
  static Workbook open(String file, ZipParts zip, Set<Trait> traits) {
    if (!zip.has(CONTENT) || isLocked(zip)) {
      throw Refusals.encrypted();
    }
    return new OpenDocument(file, zip, traits);
  }

  private static boolean isLocked(ZipParts zip) {
    try (PartXml manifest = new PartXml(MANIFEST, zip.open(MANIFEST))) {
      while (manifest.nextStart()) {
        if (manifest.name().equals("encryption-data")) {
          return true;
        }
      }
    }
    return false;
  }

  private PartXml content() {
    return new PartXml(CONTENT, zip.open(CONTENT));
  }

  /** Elements that hold tables or texts which are not the sheets'. */
  private static boolean isBeside(PartXml xml) {
    return switch (xml.name()) {
      case "tracked-changes", "shapes", "forms", "annotation", "dde-links" -> true;
      default -> false;
    };
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public WorkbookFacts facts() {
    return new WorkbookFacts("ods", "", "", false, traits, List.of());
  }

  @Override
  public void close() {
    zip.close();
  }

  private final class Table implements Sheet {
    private final int number;
    private final String name;

    Table(int number, String name) {
      this.number = number;
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean hidden() {
      return false;
    }

    @Override
    public Rows rows() {
      return new TableRows(number, name);
    }
  }

  private final class TableRows extends RowsAhead {
    private final PartXml xml = content();
    private final String sheet;
    private final int mostColumns = zip.limits().columns();
    private int index;

    TableRows(int number, String sheet) {
      this.sheet = sheet;
      for (int table = -1; table < number && xml.nextStart(); ) {
        if (xml.name().equals("table") && ++table < number || isBeside(xml)) {
          xml.skip();
        }
      }
    }

    @Override
    Optional<SourceRow> following() {
      int event = xml.next();
      while (event != XMLStreamConstants.END_DOCUMENT && !isEnd(event)) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (xml.name().equals("table-row")) {
            return Optional.of(row());
          }
          if (isBeside(xml)) {
            xml.skip();
          }
        }
        event = xml.next();
      }
      return Optional.empty();
    }

    private boolean isEnd(int event) {
      return event == XMLStreamConstants.END_ELEMENT && xml.name().equals("table");
    }

    /** A repeated row counts once with its cells: nobody answers many questions in one go. */
    private SourceRow row() {
      int row = index;
      int mostRows = zip.limits().rows();
      int times = Math.max(1, CellRef.number(xml.attribute("number-rows-repeated")));
      index = (int) Math.min(mostRows, (long) row + times);
      List<SourceCell> cells = new ArrayList<>();
      int column = 0;
      for (int event = xml.next(); !isEndOf(event, "table-row"); event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          int wide = Math.max(1, CellRef.number(xml.attribute("number-columns-repeated")));
          SourceCell cell = cell(new Place(file, sheet, row, column));
          if (cell.kind() != Kind.BLANK && column < mostColumns) {
            cells.add(cell);
          }
          column = (int) Math.min(mostColumns, (long) column + wide);
        }
      }
      if (row >= mostRows && !cells.isEmpty()) {
        throw Refusals.tooLarge(new Text("行数", "The number of rows is"), mostRows);
      }
      return new SourceRow(file, sheet, row, cells);
    }

    private boolean isEndOf(int event, String name) {
      return event == XMLStreamConstants.END_DOCUMENT
          || event == XMLStreamConstants.END_ELEMENT && xml.name().equals(name);
    }

    private SourceCell cell(Place place) {
      String element = xml.name();
      String type = xml.attribute("value-type");
      String value = xml.attribute("value");
      String day = xml.attribute("date-value");
      StringBuilder text = new StringBuilder();
      int paragraphs = 0;
      boolean isWithin = false;
      for (int event = xml.next(); !isEndOf(event, element); event = xml.next()) {
        if (event == XMLStreamConstants.CHARACTERS && isWithin) {
          xml.appendTo(text, zip.limits().cellText());
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.name()) {
            case "p" -> {
              text.append(paragraphs++ == 0 ? "" : "\n");
              isWithin = true;
            }
            case "s" -> text.append(" ".repeat(spaces()));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            case "annotation", "frame", "shapes" -> xml.skip();
            default -> {}
          }
        } else if (isEndOf(event, "p")) {
          isWithin = false;
        }
      }
      return switch (type) {
        case "float" ->
            new SourceCell(place, Kind.NUMBER, value, number(value), "", Set.<Mark>of());
        case "date" -> SourceCell.text(place, day);
        default ->
            text.isEmpty() ? SourceCell.blank(place) : SourceCell.text(place, text.toString());
      };
    }

    private int spaces() {
      return Math.min(Math.max(1, CellRef.number(xml.attribute("c"))), 1_000);
    }

    private double number(String written) {
      try {
        return Double.parseDouble(written);
      } catch (NumberFormatException e) {
        throw Refusals.broken(CONTENT);
      }
    }

    @Override
    public void close() {
      xml.close();
    }
  }
}
