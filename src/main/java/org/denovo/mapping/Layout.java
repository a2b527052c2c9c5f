package org.denovo.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    for (ColumnMapping column : mapping.columns()) {
      names.add(HeaderName.of(column.header()));
      by(column).ifPresent(by -> names.add(HeaderName.of(by)));
    }
    Optional<Header> header = Header.find(top(sheet), mapping.headerRows(), patient, names);
    List<Integer> patients = header.map(h -> h.match(patient)).orElse(List.of());
    if (patients.isEmpty()) {
      return Optional.empty();
    }
    if (patients.size() > 1) {
      throw new WorkbookRefused(
          WorkbookRefused.Reason.NO_PATIENT_COLUMN,
          new Text(
                  "工作表“{0}”中患者编号列“{1}”出现{2}次；请在映射中写明是哪一列，如“{1}#1”",
                  "sheet '{0}' has the patient column '{1}' {2} times: say in the mapping which"
                      + " one counts, for example '{1}#1'")
              .with(sheet.name(), mapping.patient(), patients.size()));
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

  /** True if a column is the one that a mapped column stands in. */
  boolean reads(int column, int mapped) {
    return columns[mapped] == column;
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

  /** True if the mapping says that the column is seen and not kept. */
  boolean ignores(int column) {
    return mapping.ignore().stream().anyMatch(pattern -> header.fits(pattern, column));
  }

  private void place(List<Notice> notices) {
    Set<String> said = new LinkedHashSet<>();
    for (int i = 0; i < columns.length; i++) {
      ColumnMapping column = mapping.columns().get(i);
      columns[i] = place(column.header(), said, notices);
      Optional<String> by = by(column);
      orders[i] = by.isPresent() ? place(by.get(), said, notices) : MISSING;
    }
  }

  private int place(String name, Set<String> said, List<Notice> notices) {
    List<Integer> found = header.match(HeaderName.of(name));
    claimed.addAll(found);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (said.add(name)) {
      notices.add(found.isEmpty() ? missing(name) : ambiguous(name, found));
    }
    return MISSING;
  }

  private Notice missing(String name) {
    Text says = new Text("找不到列“{0}”", "column '{0}' is not there").with(name);
    Optional<String> near = Nearest.to(name, header.labels());
    return notice(
        Notice.Kind.MISSING_COLUMN,
        Optional.empty(),
        1,
        near.map(label -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, label))
            .orElse(says));
  }

  private Notice ambiguous(String name, List<Integer> found) {
    String letters = String.join(", ", found.stream().map(Place::columnName).toList());
    return notice(
        Notice.Kind.AMBIGUOUS_COLUMN,
        Optional.of(headerPlace(found.get(1))),
        found.size(),
        new Text(
                "列“{0}”对应多列（{1}），未读取；请在映射中写明，如“{0}#1”",
                "'{0}' could be any of the columns {1}; none was read: say which in the mapping,"
                    + " for example '{0}#1'")
            .with(name, letters));
  }

  Notice notice(Notice.Kind kind, Optional<Place> place, int count, Text says) {
    return new Notice(kind, workbook, sheet.name(), place, count, says);
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
