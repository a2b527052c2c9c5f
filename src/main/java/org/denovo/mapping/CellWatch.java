package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Comment;
import org.denovo.workbook.SheetFacts;

/**
 * Watches the cells of a sheet's patients for what a value alone does not say: what is hidden,
 * coloured, struck through, shown otherwise, calculated, converted or damaged; and lists the
 * comments.
 */
final class CellWatch {

  /** From this share of filled cells on, colour is taken for information (rule FIL-14). */
  private static final double FILLED_SHARE = 0.03;

  private static final int MOST_COLOURS = 12;

  /** {@code [1]Sheet1!A1}: a cell of another workbook; {@code Table1[Age]} is none. */
  private static final Pattern LINK =
      Pattern.compile("(?<![\\p{L}\\p{N}_])\\[[^]@#]+][^!]*!|\\[[^]]+\\.xls[xmb]?]");

  private final Layout layout;
  private final SheetFacts facts;
  private final boolean notCalculated;
  private final BitSet hiddenColumns;
  private final Map<String, Tally> fills = new TreeMap<>();
  private final BitSet seenHiddenColumns = new BitSet();
  private final Tally filled = new Tally();
  private final Tally hidden = new Tally();
  private final Tally formulas = new Tally();
  private final Tally linked = new Tally();
  private ColumnWatch[] columns = new ColumnWatch[0];
  private int held;
  private int hiddenRows;
  private int lastHiddenRow = -1;

  /**
   * A watch over one sheet.
   *
   * @param notCalculated true if the results of its formulas are placeholders
   */
  CellWatch(Layout layout, boolean notCalculated) {
    this.layout = layout;
    this.facts = layout.sheet().facts();
    this.notCalculated = notCalculated;
    this.hiddenColumns = facts.hiddenColumns();
  }

  /** A cell of a patient's row whose column the mapping does not ignore. */
  void see(SourceCell cell) {
    boolean holds = Cells.holds(cell);
    held += holds ? 1 : 0;
    if (!cell.marks().isEmpty()) {
      marks(cell, holds);
    }
    if (holds) {
      ColumnWatch column = column(cell.place().column());
      if (column.claimed) {
        column.see(cell);
      }
    }
  }

  private ColumnWatch column(int index) {
    if (index >= columns.length) {
      int known = columns.length;
      columns = Arrays.copyOf(columns, index + 1);
      for (int i = known; i <= index; i++) {
        columns[i] = new ColumnWatch(layout, i);
      }
    }
    return columns[index];
  }

  private void marks(SourceCell cell, boolean holds) {
    Place place = cell.place();
    if (cell.has(Mark.FORMULA)) {
      formula(cell);
    }
    if (!holds) {
      return;
    }
    ColumnWatch column = column(place.column());
    if (cell.has(Mark.STRUCK)) {
      column.struck.add(place);
    }
    if (cell.has(Mark.UNSEEN)) {
      column.unseen.add(place);
    }
    if (cell.has(Mark.DRESSED)) {
      column.dressed(cell);
    }
    if (cell.has(Mark.HIDDEN)) {
      hidden(place);
    }
    if (cell.has(Mark.FILLED)) {
      filled.add(place);
      if (fills.size() < MOST_COLOURS || fills.containsKey(cell.fill())) {
        fills.computeIfAbsent(cell.fill(), fill -> new Tally()).add(place);
      }
    }
  }

  private void formula(SourceCell cell) {
    ColumnWatch column = column(cell.place().column());
    if (column.claimed) {
      if (cell.kind() == Kind.BLANK) {
        column.error(new Text("无结果", "no result"), cell.place());
      } else {
        formulas.add(cell.place());
      }
      if (cell.formula().indexOf('[') >= 0 && LINK.matcher(cell.formula()).find()) {
        linked.add(cell.place());
      }
    }
  }

  private void hidden(Place place) {
    hidden.add(place);
    if (hiddenColumns.get(place.column())) {
      seenHiddenColumns.set(place.column());
    } else if (!layout.sheet().hidden() && place.row() != lastHiddenRow) {
      lastHiddenRow = place.row();
      hiddenRows++;
    }
  }

  void report(List<Notice> notices) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].report(notices);
    }
    comments(notices);
    reportHidden(notices);
    reportFills(notices);
    formulas(notices);
  }

  private void formulas(List<Notice> notices) {
    if (notCalculated) {
      formulas.note(
          layout,
          notices,
          Notice.Kind.NOT_CALCULATED,
          new Text(
              "{0}个公式由未计算的程序写入，存储的结果可能是占位值；请用 Excel 或 WPS 打开并保存后重发",
              "{0} formulas were written by a program that does not calculate, so their stored"
                  + " results may be placeholders: open the file in Excel or WPS, save it and send"
                  + " it again"));
    }
    linked.note(
        layout,
        notices,
        Notice.Kind.LINKED_RESULT,
        new Text(
            "{0}个公式取自其他工作簿，存储的结果可能已过时",
            "{0} formulas draw on other workbooks; their stored results may be old"));
  }

  private void reportHidden(List<Notice> notices) {
    List<String> letters = new ArrayList<>();
    seenHiddenColumns.stream().forEach(column -> letters.add(Place.columnName(column)));
    List<Text> parts = new ArrayList<>();
    if (layout.sheet().hidden()) {
      parts.add(
          facts.veryHidden()
              ? new Text("整张工作表（深度隐藏）", "the whole sheet (very hidden)")
              : new Text("整张工作表", "the whole sheet"));
    }
    if (hiddenRows > 0) {
      parts.add(new Text("{0}行", "{0} rows").with(hiddenRows));
    }
    if (!letters.isEmpty()) {
      parts.add(
          new Text("{0}列（{1}）", "{0} columns ({1})")
              .with(letters.size(), String.join(", ", letters)));
    }
    Optional<Text> what = parts.stream().reduce(new Text("{0}、{1}", "{0} and {1}")::with);
    what.ifPresent(
        hiding ->
            hidden.note(
                layout,
                notices,
                Notice.Kind.HIDDEN_DATA,
                new Text(
                        "隐藏：{1}，其中{0}个单元格含数据，已读取，请确认",
                        "hidden: {1}, {0} cells of which hold data; they were read, please confirm")
                    .with("{0}", hiding)));
  }

  private void reportFills(List<Notice> notices) {
    if (filled.count() < FILLED_SHARE * held) {
      return;
    }
    Text list =
        fills.entrySet().stream()
            .map(
                fill ->
                    new Text("{0} {1}个（{2}起）", "{0} {1} (from {2})")
                        .with(
                            Colour.named(fill.getKey()),
                            fill.getValue().count(),
                            fill.getValue().first().address()))
            .reduce(new Text("{0}；{1}", "{0}; {1}")::with)
            .orElse(Text.same(""));
    filled.note(
        layout,
        notices,
        Notice.Kind.COLOURED,
        new Text(
                "{0}个单元格有底色：{1}；颜色所表示的信息未读取，请另设一列",
                "{0} cells are coloured: {1}; what the colours mean was not read, please give it a"
                    + " column")
            .with("{0}", list));
  }

  private void comments(List<Notice> notices) {
    Map<Integer, List<Comment>> byColumn = new TreeMap<>();
    for (Comment comment : facts.comments()) {
      byColumn.computeIfAbsent(comment.column(), c -> new ArrayList<>()).add(comment);
    }
    byColumn.forEach(
        (column, comments) -> {
          if (layout.claims(column) || !layout.ignores(column)) {
            notices.add(CommentNotice.of(layout, column, comments));
          }
        });
  }
}
