package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.WorkbookFacts;

/** One pass over a sheet that accounts for its rows and notices what is odd about its cells. */
final class Survey {

  private static final int MOST_ROWS_NAMED = 20;

  private final Layout layout;
  private final RowSorter sorter;
  private final Map<RowSorter.What, Integer> counts = new EnumMap<>(RowSorter.What.class);
  private Column[] columns = new Column[0];
  private final CellWatch watch;
  private final Tally otherTables = new Tally();
  private final Tally repeated = new Tally();
  private final Tally refused = new Tally();
  private final List<Integer> refusedRows = new ArrayList<>();
  private int lastRow = -1;
  private int lastHeld = -1;
  private int lastColumn = -1;

  /** What was counted in one column. */
  private static final class Column {
    private final boolean claimed;
    private final boolean ignored;
    private final boolean continued;
    private final Tally unmapped = new Tally();

    Column(Layout layout, int column) {
      claimed = layout.claims(column);
      ignored = !claimed && layout.ignores(column);
      continued = layout.header().continues(column);
    }
  }

  private Survey(Layout layout, WorkbookFacts facts) {
    this.layout = layout;
    this.watch = new CellWatch(layout, facts.is(WorkbookFacts.Trait.NOT_CALCULATED));
    this.sorter = new RowSorter(layout);
  }

  /**
   * Passes over the sheet.
   *
   * @param facts of the workbook, for its limits and whether it was calculated
   * @param patients is given each patient row and its number
   */
  static SheetLedger of(
      Layout layout,
      WorkbookFacts facts,
      BiConsumer<String, SourceRow> patients,
      List<Notice> notices) {
    Survey survey = new Survey(layout, facts);
    try (Sheet.Rows rows = layout.sheet().rows()) {
      while (rows.hasNext()) {
        survey.see(rows.next(), patients);
      }
    }
    survey.report(facts.format(), notices);
    return survey.ledger();
  }

  private void see(SourceRow row, BiConsumer<String, SourceRow> patients) {
    lastRow = row.index();
    RowSorter.Sorted sorted = sorter.sort(row);
    counts.merge(sorted.what(), 1, Integer::sum);
    if (sorted.what() != RowSorter.What.BLANK) {
      lastHeld = row.index();
      List<SourceCell> cells = row.cells();
      lastColumn = Math.max(lastColumn, cells.get(cells.size() - 1).place().column());
    }
    switch (sorted.what()) {
      case BLANK, HEADER, LEGEND, TOTAL, OTHER_TABLE -> {}
      case REPEATED_HEADER -> repeated.add(start(row));
      case OTHER_HEADER -> otherTables.add(start(row));
      case WITHOUT_PATIENT -> {
        refused.add(start(row));
        if (refusedRows.size() < MOST_ROWS_NAMED) {
          refusedRows.add(row.index() + 1);
        }
      }
      case PATIENT -> {
        row.cells().forEach(this::see);
        patients.accept(sorted.number(), row);
      }
    }
  }

  private Place start(SourceRow row) {
    return new Place(row.workbook(), row.sheet(), row.index(), layout.patient());
  }

  private void see(SourceCell cell) {
    Column column = column(cell.place().column());
    if (column.ignored) {
      return;
    }
    watch.see(cell);
    boolean repeats = column.continued && cell.has(Mark.MERGED);
    if (!column.claimed && !repeats && Cells.holds(cell)) {
      column.unmapped.add(cell.place());
    }
  }

  private Column column(int index) {
    if (index >= columns.length) {
      int known = columns.length;
      columns = Arrays.copyOf(columns, index + 1);
      for (int i = known; i <= index; i++) {
        columns[i] = new Column(layout, i);
      }
    }
    return columns[index];
  }

  private SheetLedger ledger() {
    int rows = counts.values().stream().mapToInt(Integer::intValue).sum();
    int gaps = lastRow + 1 - rows;
    return new SheetLedger(
        layout.sheet().name(),
        lastRow + 1,
        gaps + count(RowSorter.What.BLANK),
        count(RowSorter.What.HEADER) + count(RowSorter.What.REPEATED_HEADER),
        count(RowSorter.What.LEGEND),
        count(RowSorter.What.TOTAL),
        count(RowSorter.What.PATIENT),
        count(RowSorter.What.WITHOUT_PATIENT)
            + count(RowSorter.What.OTHER_HEADER)
            + count(RowSorter.What.OTHER_TABLE));
  }

  private int count(RowSorter.What what) {
    return counts.getOrDefault(what, 0);
  }

  private void report(String format, List<Notice> notices) {
    for (int i = 0; i < columns.length; i++) {
      report(i, columns[i], notices);
    }
    watch.report(notices);
    notices.addAll(
        FileNotices.of(layout.sheet().facts(), layout.workbook(), layout.sheet().name(), lastHeld));
    note(
        notices,
        Notice.Kind.REPEATED_HEADER,
        repeated,
        new Text("表头在数据中又出现{0}次，已跳过", "the header stands {0} times more among the data; skipped"));
    if (otherTables.count() > 0) {
      int rows = 1 + count(RowSorter.What.OTHER_TABLE);
      notices.add(
          layout.notice(
              Notice.Kind.REPEATED_HEADER,
              Optional.of(otherTables.first()),
              rows,
              new Text(
                      "自此行起是列序不同的另一张表，{0}行未读取；请移至单独的工作表",
                      "from this row on there is a second table with other columns; its {0} rows"
                          + " were not read: move it to a sheet of its own")
                  .with(rows)));
    }
    String named = String.join(", ", refusedRows.stream().map(String::valueOf).toList());
    boolean all = refusedRows.size() == refused.count();
    note(
        notices,
        Notice.Kind.ROW_WITHOUT_PATIENT,
        refused,
        new Text(
                "{0}行有数据但无患者编号，未读取：第{1}行",
                "{0} rows hold data but no patient number; not read: {1}")
            .with("{0}", all ? named : named + " …"));
    reportLimits(format, notices);
  }

  private void report(int index, Column column, List<Notice> notices) {
    String name = layout.header().shown(index);
    String letters = Place.columnName(index);
    if (column.unmapped.count() > 0) {
      notices.add(
          layout.notice(
              Notice.Kind.UNMAPPED_COLUMN,
              Optional.of(layout.headerPlace(index)),
              column.unmapped.count(),
              name.isEmpty()
                  ? new Text("{0}列没有表头，但含数据", "column {0} has no header but holds data")
                      .with(letters)
                  : new Text("列“{0}”含数据但未映射", "column '{0}' holds data but is not mapped")
                      .with(name)));
    }
  }

  private void note(List<Notice> notices, Notice.Kind kind, Tally tally, Text says) {
    tally.note(layout, notices, kind, says);
  }

  /** A sheet that is exactly as large as its format allows was probably cut (rule FIL-08). */
  private void reportLimits(String format, List<Notice> notices) {
    int rows = lastRow + 1;
    int wide = lastColumn + 1;
    boolean old = rows == 65_536 || format.equals("xls") && wide == 256;
    if (old || rows == 1_048_576 || wide == 16_384) {
      notices.add(
          layout.notice(
              Notice.Kind.SHEET_AT_LIMIT,
              Optional.empty(),
              1,
              new Text(
                      "工作表有{0}行{1}列，恰为格式上限，可能被截断",
                      "the sheet has {0} rows and {1} columns, exactly as many as a format allows:"
                          + " it was probably cut")
                  .with(rows, wide)));
    }
  }
}
