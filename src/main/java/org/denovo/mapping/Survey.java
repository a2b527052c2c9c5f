package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.WorkbookFacts;

/** One pass over a sheet that accounts for its rows and notices what is odd about its cells. */
final class Survey {

  private final Layout layout;
  private final RowSorter sorter;
  private final Map<RowKind, RowNumbers.Builder> rows = new EnumMap<>(RowKind.class);
  private SurveyedColumn[] columns = new SurveyedColumn[0];
  private final CellWatch watch;
  private final Tally otherTables = new Tally();
  private final Tally repeated = new Tally();
  private final Tally withoutPatient = new Tally();
  private final Tally unusable = new Tally();
  private final Tally cut = new Tally();
  private final List<Legend> legends = new ArrayList<>();
  private int lastRow = -1;
  private int lastHeld = -1;
  private int lastColumn = -1;

  private Survey(Layout layout, WorkbookFacts facts) {
    this.layout = layout;
    this.watch = new CellWatch(layout, facts.is(WorkbookFacts.Trait.NOT_CALCULATED));
    this.sorter = new RowSorter(layout);
  }

  /** What a pass over a sheet gives: the account of its rows, and what it says of codes. */
  record Seen(SheetLedger ledger, List<Legend> legends) {}

  /**
   * Passes over the sheet.
   *
   * @param facts of the workbook, for its limits and whether it was calculated
   * @param patients is given each patient row and its number
   */
  static Seen of(
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
    survey.legends.addAll(0, layout.legendsOfHeader());
    survey.report(facts.format(), notices);
    return new Seen(survey.ledger(), survey.legends);
  }

  private void see(SourceRow row, BiConsumer<String, SourceRow> patients) {
    count(RowKind.BLANK).add(lastRow + 1, row.index() - 1);
    lastRow = row.index();
    RowSorter.Sorted sorted = sorter.sort(row);
    count(sorted.kind()).add(row.index());
    if (sorted.kind() != RowKind.BLANK) {
      lastHeld = row.index();
      List<SourceCell> cells = row.cells();
      lastColumn = Math.max(lastColumn, cells.get(cells.size() - 1).place().column());
    }
    if (sorted.kind() != RowKind.PATIENT) {
      row.cells().stream()
          .filter(cell -> cell.has(Mark.COVERING))
          .forEach(cell -> column(cell.place().column()).covers(cell.place()));
    }
    switch (sorted.kind()) {
      case BLANK, NUMBERED, HEADER, NOTE, TOTAL -> {}
      case LEGEND -> legends(row);
      case REPEATED_HEADER -> repeated.add(start(row));
      case OTHER_TABLE -> otherTables.add(start(row));
      case WITHOUT_PATIENT -> withoutPatient.add(start(row));
      case UNUSABLE_NUMBER ->
          (PatientNumber.isCut(Cells.at(row, layout.patient())) ? cut : unusable).add(start(row));
      case PATIENT -> {
        for (SourceCell cell : row.cells()) {
          see(cell, sorted.number());
        }
        patients.accept(sorted.number(), row);
      }
    }
  }

  private RowNumbers.Builder count(RowKind kind) {
    return rows.computeIfAbsent(kind, k -> new RowNumbers.Builder());
  }

  private void legends(SourceRow row) {
    for (SourceCell cell : row.cells()) {
      if (cell.kind() == Kind.TEXT) {
        layout.legend(cell.place(), cell.text()).ifPresent(legends::add);
      }
    }
  }

  private Place start(SourceRow row) {
    return new Place(row.workbook(), row.sheet(), row.index(), layout.patient());
  }

  private void see(SourceCell cell, String patient) {
    SurveyedColumn column = column(cell.place().column());
    if (!column.ignored()) {
      watch.see(cell);
      column.see(cell, patient);
    }
  }

  private SurveyedColumn column(int index) {
    if (index >= columns.length) {
      int known = columns.length;
      columns = Arrays.copyOf(columns, index + 1);
      for (int i = known; i <= index; i++) {
        columns[i] = new SurveyedColumn(layout, i);
      }
    }
    return columns[index];
  }

  private SheetLedger ledger() {
    Map<RowKind, RowNumbers> account = new EnumMap<>(RowKind.class);
    rows.forEach((kind, numbers) -> account.put(kind, numbers.build()));
    return new SheetLedger(layout.sheet().name(), lastRow + 1, account);
  }

  private void report(String format, List<Notice> notices) {
    for (SurveyedColumn column : columns) {
      column.report(notices);
    }
    watch.report(notices);
    notices.addAll(
        FileNotices.of(layout.sheet().facts(), layout.workbook(), layout.sheet().name(), lastHeld));
    legends.forEach(legend -> layout.unused(legend).ifPresent(notices::add));
    reportRows(notices);
    reportLimits(format, notices);
  }

  /** The rows that were not read, by name. */
  private void reportRows(List<Notice> notices) {
    note(
        notices,
        Notice.Kind.REPEATED_HEADER,
        repeated,
        new Text(
                "表头在数据中又出现{0}次，已跳过：第{1}行",
                "the header stands {0} times more among the data; skipped: {1}")
            .with("{0}", count(RowKind.REPEATED_HEADER).build().shown()));
    note(
        notices,
        Notice.Kind.REPEATED_HEADER,
        otherTables,
        new Text(
                "数据下方或中间有列不同的另一张表，{0}行未读取（第{1}行）；请移至单独的工作表",
                "there is a second table with other columns; its {0} rows were not read ({1}): move"
                    + " it to a sheet of its own")
            .with("{0}", count(RowKind.OTHER_TABLE).build().shown()));
    note(
        notices,
        Notice.Kind.ROW_WITHOUT_PATIENT,
        withoutPatient,
        new Text(
                "{0}行有数据但无患者编号，未读取：第{1}行",
                "{0} rows hold data but no patient number; not read: {1}")
            .with("{0}", count(RowKind.WITHOUT_PATIENT).build().shown()));
    String refused = count(RowKind.UNUSABLE_NUMBER).build().shown();
    note(
        notices,
        Notice.Kind.ROW_WITHOUT_PATIENT,
        unusable,
        new Text(
                "{0}行的患者编号不可用（超过{2}个字符，或被存为日期），未读取；不可用的行：{1}",
                "{0} rows have a patient number that is longer than {2} characters or stored as a"
                    + " date; not read. Rows with unusable numbers: {1}")
            .with("{0}", refused, PatientNumber.LONGEST));
    note(
        notices,
        Notice.Kind.CUT_NUMBER,
        cut,
        new Text(
                "{0}行的患者编号被截为15位有效数字，未读取，请以文本重发；不可用的行：{1}",
                "{0} rows have a patient number that was cut to 15 digits; not read, please send it"
                    + " as text. Rows with unusable numbers: {1}")
            .with("{0}", refused));
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
              List.of(),
              1,
              new Text(
                      "工作表有{0}行{1}列，恰为格式上限，可能被截断",
                      "the sheet has {0} rows and {1} columns, exactly as many as a format allows:"
                          + " it was probably cut")
                  .with(rows, wide)));
    }
  }
}
