package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.FieldType;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.yaml.Nearest;

/** Where in one sheet the columns of its mapping stand. */
final class Layout {

  private static final int MISSING = -1;

  private final SheetMapping mapping;
  private final String workbook;
  private final RememberedSheet sheet;
  private final Header header;
  private final int patient;
  private final int[] columns;
  private final int[] orders;
  private final Set<Integer> claimed = new LinkedHashSet<>();

  /** By column the name that was recognised in it although it is written otherwise. */
  private final Map<Integer, String> drifted = new HashMap<>();

  private Layout(
      SheetMapping mapping, String workbook, RememberedSheet sheet, Header header, int patient) {
    this.mapping = mapping;
    this.workbook = workbook;
    this.sheet = sheet;
    this.header = header;
    this.patient = patient;
    this.columns = new int[mapping.columns().size()];
    this.orders = new int[mapping.columns().size()];
    claimed.add(patient);
  }

  /**
   * Finds the header and the columns. What is missing or ambiguous is noticed and not read.
   *
   * @return nothing if the sheet has no patient column
   * @throws WorkbookRefused if it has more than one
   */
  static Optional<Layout> find(
      SheetMapping mapping, String workbook, RememberedSheet sheet, List<Notice> notices) {
    HeaderName patient = HeaderName.of(mapping.patient());
    Set<HeaderName> names = new LinkedHashSet<>();
    names(mapping).forEach(name -> names.add(HeaderName.of(name)));
    Optional<Header> header = Header.find(top(sheet), mapping.headerRows(), patient, names);
    List<Integer> patients = header.map(h -> h.match(patient)).orElse(List.of());
    if (patients.isEmpty()) {
      return Optional.empty();
    }
    if (patients.size() > 1) {
      throw new WorkbookRefused(
          WorkbookRefused.Reason.NO_PATIENT_COLUMN,
          new Text(
                  "{0}中患者编号列“{1}”出现{2}次；请在映射中写明是哪一列，如“{1}#1”",
                  "{0} has the patient column '{1}' {2} times: say in the mapping which"
                      + " one counts, for example '{1}#1'")
              .with(SheetChoice.named(sheet), mapping.patient(), patients.size()));
    }
    Layout layout = new Layout(mapping, workbook, sheet, header.get(), patients.get(0));
    layout.place(notices);
    return Optional.of(layout);
  }

  SheetMapping mapping() {
    return mapping;
  }

  String workbook() {
    return workbook;
  }

  Sheet sheet() {
    return sheet;
  }

  /** Forgets the sheet's rows, if they were remembered. */
  void forget() {
    sheet.close();
  }

  Header header() {
    return header;
  }

  int patient() {
    return patient;
  }

  /** True if the mapping's column stands in the sheet. */
  boolean has(int mapped) {
    return columns[mapped] != MISSING;
  }

  /** True if any mapped column stands in the sheet. */
  boolean hasAny() {
    for (int column : columns) {
      if (column != MISSING) {
        return true;
      }
    }
    return false;
  }

  /** The cell of a mapped column; only for one that {@link #has}. */
  SourceCell cell(SourceRow row, int mapped) {
    return Cells.at(row, columns[mapped]);
  }

  /** The cell that orders a patient's rows for a mapped column; nothing if there is none. */
  Optional<SourceCell> order(SourceRow row, int mapped) {
    return orders[mapped] == MISSING
        ? Optional.empty()
        : Optional.of(Cells.at(row, orders[mapped]));
  }

  /**
   * The place of a mapped column's header: where an answer of a patient without a row is missing.
   */
  Place headerOf(int mapped) {
    return headerPlace(columns[mapped]);
  }

  /** The place of a column's header. */
  Place headerPlace(int column) {
    return new Place(workbook, sheet.name(), header.last(), column);
  }

  /** The header as the sheet shows it. */
  SheetHeader sheetHeader() {
    return new SheetHeader(sheet.name(), header.byColumn());
  }

  /**
   * The mapped columns that are not there, and the columns that were noticed to be nobody's.
   *
   * @param entry the number of the mapping's entry
   */
  UnplacedColumns unplaced(int entry, List<Notice> notices) {
    List<ColumnMapping> missing = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      ColumnMapping column = mapping.columns().get(i);
      if (header.match(HeaderName.of(column.header())).isEmpty()) {
        missing.add(column);
      }
    }
    List<UnplacedColumns.Unclaimed> unclaimed = new ArrayList<>();
    for (Notice notice : notices) {
      if (notice.kind() == Notice.Kind.UNMAPPED_COLUMN && notice.sheet().equals(sheet.name())) {
        int column = notice.place().orElseThrow().column();
        header
            .name(column)
            .map(name -> new UnplacedColumns.Unclaimed(column, name))
            .ifPresent(unclaimed::add);
      }
    }
    return new UnplacedColumns(entry, sheet.name(), missing, unclaimed);
  }

  /** True if the column is the patient's, is mapped, or orders rows. */
  boolean claims(int column) {
    return claimed.contains(column);
  }

  /** What the mapping says that a column means; nothing if it is not mapped. */
  List<Meaning> meanings(int column) {
    List<Meaning> meanings = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        meanings.add(mapping.columns().get(i).meaning());
      }
    }
    return meanings;
  }

  /** True if the column says who somebody is. */
  boolean identifies(int column) {
    return column == patient
        || meanings(column).stream()
            .flatMap(meaning -> meaning.fields().stream())
            .anyMatch(field -> field.type() instanceof FieldType.Identifier);
  }

  /** The header of a column, or its letters if it has none. */
  String columnTitle(int column) {
    String shown = header.shown(column);
    return shown.isEmpty() ? Place.columnName(column) : shown;
  }

  /** True if the mapping says that the column is seen and not kept. */
  boolean ignores(int column) {
    return mapping.ignore().stream().anyMatch(pattern -> header.fits(pattern, column));
  }

  private void place(List<Notice> notices) {
    names(mapping).forEach(name -> claimed.addAll(header.literal(HeaderName.of(name))));
    if (header.literal(HeaderName.of(mapping.patient())).isEmpty()) {
      notices.add(drifted(mapping.patient(), patient));
    }
    Set<String> said = new LinkedHashSet<>();
    for (int i = 0; i < columns.length; i++) {
      ColumnMapping column = mapping.columns().get(i);
      columns[i] = place(column.header(), said, notices);
      Optional<String> by = by(column);
      orders[i] = by.isPresent() ? place(by.get(), said, notices) : MISSING;
    }
  }

  private int place(String name, Set<String> said, List<Notice> notices) {
    HeaderName wanted = HeaderName.of(name);
    List<Integer> found = header.literal(wanted);
    if (found.isEmpty()) {
      found = header.match(wanted).stream().filter(column -> !isTaken(column, name)).toList();
      if (found.size() == 1 && drifted.put(found.get(0), name) == null) {
        notices.add(drifted(name, found.get(0)));
      }
    }
    claimed.addAll(found);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (said.add(name)) {
      notices.add(found.isEmpty() ? missing(name) : ambiguous(name, found));
    }
    return MISSING;
  }

  /** True if a column is another name's. */
  private boolean isTaken(int column, String name) {
    return claimed.contains(column) && !name.equals(drifted.get(column));
  }

  private Notice drifted(String name, int column) {
    return notice(
        Notice.Kind.HEADER_DRIFT,
        List.of(headerPlace(column)),
        1,
        new Text(
                "映射中的列“{0}”在文件里写作“{1}”，已按此列读取",
                "the mapping's column '{0}' is written '{1}' here; it was read")
            .with(name, header.shown(column)));
  }

  private Notice missing(String name) {
    Text says = new Text("找不到列“{0}”", "column '{0}' is not there").with(name);
    Map<String, Integer> free = new LinkedHashMap<>();
    for (int column : header.columns()) {
      if (!claims(column)) {
        header.names(column).forEach(label -> free.putIfAbsent(label, column));
      }
    }
    Optional<String> near = Nearest.to(name, free.keySet());
    return notice(
        Notice.Kind.MISSING_COLUMN,
        List.of(headerPlace(near.map(free::get).orElse(patient))),
        1,
        near.map(label -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, label))
            .orElse(says));
  }

  private Notice ambiguous(String name, List<Integer> found) {
    String letters = String.join(", ", found.stream().map(Place::columnName).toList());
    List<String> labels = found.stream().map(header::shown).distinct().toList();
    // The bands tell the columns apart where there are any; else their order does.
    String example = labels.size() == found.size() ? labels.get(0) : name + "#1";
    return notice(
        Notice.Kind.AMBIGUOUS_COLUMN,
        found.stream().map(this::headerPlace).toList(),
        found.size(),
        new Text(
                "列“{0}”对应多列（{1}），未读取；请在映射中写明，如“{2}”",
                "'{0}' could be any of the columns {1}; none was read: say which in the mapping,"
                    + " for example '{2}'")
            .with(name, letters, example));
  }

  Notice notice(Notice.Kind kind, List<Place> places, int count, Text says) {
    return new Notice(kind, workbook, sheet.name(), places, count, says);
  }

  /** The place of a cell of the sheet, both counted from 0. */
  Place place(int row, int column) {
    return new Place(workbook, sheet.name(), row, column);
  }

  /** True if a column is read as something other than an identifier. */
  boolean isClinical(int column) {
    return meanings(column).stream()
        .flatMap(meaning -> meaning.fields().stream())
        .anyMatch(field -> !(field.type() instanceof FieldType.Identifier));
  }

  /** What the labels of the header say of codes. */
  List<Legend> legendsOfHeader() {
    List<Legend> legends = new ArrayList<>();
    for (int column : header.columns()) {
      legend(headerPlace(column), header.shown(column)).ifPresent(legends::add);
    }
    return legends;
  }

  /** What a text says of the codes of its column; nothing if it explains none. */
  Optional<Legend> legend(Place place, String text) {
    return Legend.codes(text).map(codes -> new Legend(place, header.shown(place.column()), codes));
  }

  /** A notice, if the legend of a mapped column names codes that the mapping has no meaning for. */
  Optional<Notice> unused(Legend legend) {
    List<Meaning> meanings = meanings(legend.place().column());
    boolean isKnown =
        meanings.stream().anyMatch(m -> m.codes().keySet().containsAll(legend.codes().keySet()));
    return meanings.isEmpty() || isKnown
        ? Optional.empty()
        : Optional.of(
            notice(
                Notice.Kind.LEGEND_NOT_USED,
                List.of(legend.place()),
                1,
                new Text(
                        "表中说明列“{0}”的代码为{1}，但映射中没有（或缺少）相应的codes；请补上",
                        "the sheet says of column '{0}' {1}, and the mapping has no codes for it,"
                            + " or not all: add them")
                    .with(legend.column(), legend.text())));
  }

  /** The headers that the mapping speaks of, the patient's apart. */
  private static List<String> names(SheetMapping mapping) {
    List<String> names = new ArrayList<>();
    for (ColumnMapping column : mapping.columns()) {
      names.add(column.header());
      by(column).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> by(ColumnMapping column) {
    return column.take().flatMap(Take::by);
  }

  private static List<SourceRow> top(Sheet sheet) {
    List<SourceRow> top = new ArrayList<>();
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        if (row.index() >= Header.DEPTH) {
          break;
        }
        top.add(row);
      }
    }
    return top;
  }
}
