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

/** One pass over a sheet that accounts for its rows and notices what is odd about its cells. */
final class Survey {

  /** From this share of filled cells on, colour is taken for information (rule FIL-14). */
  private static final double FILLED_SHARE = 0.03;

  private final Layout layout;
  private final RowSorter sorter;
  private final Map<RowKind, RowNumbers.Builder> rows = new EnumMap<>(RowKind.class);
  private Column[] columns = new Column[0];
  private final Tally hidden = new Tally();
  private final Tally filled = new Tally();
  private final Tally otherTables = new Tally();
  private final Tally repeated = new Tally();
  private final Tally withoutPatient = new Tally();
  private final Tally unusable = new Tally();
  private final Tally cut = new Tally();
  private final List<Legend> legends = new ArrayList<>();
  private int held;
  private int lastRow = -1;
  private int lastColumn = -1;

  /** What was counted in one column. */
  private static final class Column {
    private final boolean claimed;
    private final boolean ignored;
    private final boolean continued;
    private final Tally unmapped = new Tally();
    private final Tally errors = new Tally();
    private final Tally comments = new Tally();
    private final Tally struck = new Tally();
    private final Tally damaged = new Tally();
    private final Tally merged = new Tally();
    private final Tally under = new Tally();
    private final TypeMix types = new TypeMix();
    private final Series series = new Series();
    private final boolean clinical;

    Column(Layout layout, int column) {
      claimed = layout.claims(column);
      clinical = layout.isClinical(column);
      ignored = !claimed && layout.ignores(column);
      continued = layout.header().continues(column);
    }
  }

  /** How often, and where first. */
  private static final class Tally {
    private int count;
    private final List<Place> places = new ArrayList<>(1);

    void add(Place place) {
      if (count++ < Notice.MOST_PLACES) {
        places.add(place);
      }
    }
  }

  private Survey(Layout layout) {
    this.layout = layout;
    this.sorter = new RowSorter(layout);
  }

  /** What a pass over a sheet gives: the account of its rows, and what it says of codes. */
  record Seen(SheetLedger ledger, List<Legend> legends) {}

  /**
   * Passes over the sheet.
   *
   * @param format of the workbook, for its limits
   * @param patients is given each patient row and its number
   */
  static Seen of(
      Layout layout, String format, BiConsumer<String, SourceRow> patients, List<Notice> notices) {
    Survey survey = new Survey(layout);
    try (Sheet.Rows rows = layout.sheet().rows()) {
      while (rows.hasNext()) {
        survey.see(rows.next(), patients);
      }
    }
    survey.legends.addAll(0, layout.legendsOfHeader());
    survey.report(format, notices);
    return new Seen(survey.ledger(), survey.legends);
  }

  private void see(SourceRow row, BiConsumer<String, SourceRow> patients) {
    count(RowKind.BLANK).add(lastRow + 1, row.index() - 1);
    lastRow = row.index();
    RowSorter.Sorted sorted = sorter.sort(row);
    count(sorted.kind()).add(row.index());
    if (sorted.kind() != RowKind.BLANK) {
      List<SourceCell> cells = row.cells();
      lastColumn = Math.max(lastColumn, cells.get(cells.size() - 1).place().column());
    }
    if (sorted.kind() != RowKind.PATIENT) {
      row.cells().stream()
          .filter(cell -> cell.has(Mark.COVERING))
          .forEach(cell -> seeMarks(cell, column(cell.place().column())));
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
    Place place = cell.place();
    Column column = column(place.column());
    if (column.ignored) {
      return;
    }
    if (!cell.marks().isEmpty()) {
      seeMarks(cell, column);
    }
    if (!Cells.holds(cell)) {
      return;
    }
    held++;
    if (column.clinical) {
      column.types.add(cell);
      column.series.add(place.row(), patient, cell);
    }
    if (!column.claimed) {
      if (!column.continued || !cell.has(Mark.MERGED)) {
        column.unmapped.add(place);
      }
    } else if (cell.kind() == Kind.ERROR) {
      column.errors.add(place);
    } else if (cell.kind() == Kind.TEXT && Cells.damaged(cell.text())) {
      column.damaged.add(place);
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

  private void seeMarks(SourceCell cell, Column column) {
    boolean holds = Cells.holds(cell);
    if (cell.has(Mark.COMMENT)) {
      column.comments.add(cell.place());
    }
    if (cell.has(Mark.STRUCK) && holds) {
      column.struck.add(cell.place());
    }
    if (cell.has(Mark.HIDDEN) && holds) {
      hidden.add(cell.place());
    }
    if (cell.has(Mark.FILLED) && holds) {
      filled.add(cell.place());
    }
    if (cell.has(Mark.MERGED) && holds && column.claimed) {
      column.merged.add(cell.place());
    }
    if (cell.has(Mark.COVERING)) {
      column.under.add(cell.place());
    }
  }

  private SheetLedger ledger() {
    Map<RowKind, RowNumbers> account = new EnumMap<>(RowKind.class);
    rows.forEach((kind, numbers) -> account.put(kind, numbers.build()));
    return new SheetLedger(layout.sheet().name(), lastRow + 1, account);
  }

  private void report(String format, List<Notice> notices) {
    for (int i = 0; i < columns.length; i++) {
      report(i, columns[i], notices);
    }
    note(
        notices,
        Notice.Kind.HIDDEN_DATA,
        hidden,
        new Text(
            "隐藏的行、列或工作表中有{0}个单元格含数据，已读取，请确认",
            "{0} cells in hidden rows, columns or sheets hold data; they were read, please"
                + " confirm"));
    if (filled.count >= FILLED_SHARE * held) {
      note(
          notices,
          Notice.Kind.COMMENT_OR_FORMAT,
          filled,
          new Text(
              "{0}个单元格有底色；颜色所表示的信息未读取，请另设一列",
              "{0} cells are coloured; what the colour means was not read, please give it a"
                  + " column"));
    }
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

  private void report(int index, Column column, List<Notice> notices) {
    String name = layout.header().shown(index);
    String letters = Place.columnName(index);
    if (column.unmapped.count > 0) {
      notices.add(
          layout.notice(
              Notice.Kind.UNMAPPED_COLUMN,
              List.of(layout.headerPlace(index)),
              column.unmapped.count,
              name.isEmpty()
                  ? new Text("{0}列没有表头，但含数据", "column {0} has no header but holds data")
                      .with(letters)
                  : new Text("列“{0}”含数据但未映射", "column '{0}' holds data but is not mapped")
                      .with(name)));
    }
    note(
        notices,
        Notice.Kind.FORMULA_ERROR,
        column.errors,
        new Text("列“{1}”有{0}个公式错误", "{0} cells of column '{1}' are formula errors")
            .with("{0}", name));
    note(
        notices,
        Notice.Kind.COMMENT_OR_FORMAT,
        column.comments,
        new Text(
                "列“{1}”有{0}条批注，未读取", "{0} cells of column '{1}' carry comments; they were not read")
            .with("{0}", name));
    note(
        notices,
        Notice.Kind.COMMENT_OR_FORMAT,
        column.struck,
        new Text(
                "列“{1}”有{0}个单元格带删除线，仍按原值读取",
                "{0} cells of column '{1}' are struck through; their values were read as they are")
            .with("{0}", name));
    note(
        notices,
        Notice.Kind.MERGED_DATA,
        column.merged,
        new Text(
                "列“{1}”有{0}个单元格取自合并单元格的首格，仅在合并范围内填充",
                "{0} cells of column '{1}' were filled from the first cell of a merged one, within"
                    + " it only")
            .with("{0}", name));
    note(
        notices,
        Notice.Kind.UNDER_MERGED,
        column.under,
        new Text(
                "列“{1}”有{0}个单元格的合并区域下另有数值，表中看不见，未读取",
                "in column '{1}' other values are stored under merged cells at {0} places; the"
                    + " sheet does not show them and they were not read")
            .with("{0}", name));
    column
        .types
        .mixture()
        .ifPresent(
            mixture ->
                notices.add(
                    layout.notice(
                        Notice.Kind.MIXED_TYPES,
                        mixture.places(),
                        mixture.count(),
                        mixture.says().with(name, mixture.count()))));
    column.series.suspect().forEach(run -> notices.add(series(index, name, run)));
    note(
        notices,
        Notice.Kind.ENCODING_DAMAGE,
        column.damaged,
        new Text("列“{1}”有{0}个单元格是乱码", "{0} cells of column '{1}' are damaged by a wrong encoding")
            .with("{0}", name));
  }

  private Notice series(int column, String name, Series.Run run) {
    List<Place> places = new ArrayList<>();
    for (int row = run.firstRow(); row <= run.lastRow(); row++) {
      if (places.size() < Notice.MOST_PLACES) {
        places.add(layout.place(row, column));
      }
    }
    return layout.notice(
        Notice.Kind.SERIES,
        places,
        run.rows(),
        new Text(
                "列“{0}”第{1}至{2}行逐行等差递增，疑似拖拽填充",
                "column '{0}' rises by a constant step from row {1} to row {2}, as if filled by"
                    + " dragging")
            .with(name, run.firstRow() + 1, run.lastRow() + 1));
  }

  private void note(List<Notice> notices, Notice.Kind kind, Tally tally, Text says) {
    if (tally.count > 0) {
      notices.add(layout.notice(kind, tally.places, tally.count, says.with(tally.count)));
    }
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
