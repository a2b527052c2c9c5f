package org.denovo.sample;

import java.util.ArrayList;
import java.util.List;
import org.denovo.sample.Centre.Layout;
import org.denovo.sample.Column.Part;

/** The header rows of a sheet, and the key under which a mapping finds each column. */
record Header(Centre centre, List<Column> columns) {

  private static final String CLINICAL = "临床资料";
  private static final String COURSE = "治疗与随访";

  /** The column's name in a mapping: the rows of its header joined by a slash. */
  String key(Column column) {
    if (column.part() == Part.BASIC) {
      return column.header();
    }
    return switch (centre.layout()) {
      case BANDED -> column.part().band() + "/" + column.header();
      case THREE_ROWS -> over(column) + "/" + column.part().band() + "/" + column.header();
      case ONE_ROW, TITLED, JOINED, VISITS, CODED, EXPORT, YEARS -> column.header();
    };
  }

  private static String over(Column column) {
    return column.part().compareTo(Part.TREATMENT) < 0 ? CLINICAL : COURSE;
  }

  void addTo(Grid grid) {
    int depth = centre.layout().headerRows();
    int top = grid.rows().size();
    List<List<String>> rows = new ArrayList<>();
    for (int level = 0; level < depth; level++) {
      rows.add(texts(depth, level));
    }
    rows.forEach(row -> grid.addText(row.toArray(String[]::new)));
    for (int level = 0; level < depth - 1; level++) {
      mergeBands(grid, rows.get(level), top + level);
    }
    for (int c = 0; c <= columns.size(); c++) {
      if (c == 0 || columns.get(c - 1).part() == Part.BASIC) {
        grid.merge(top, top + depth - 1, c, c);
      }
    }
    if (centre.layout() == Layout.CODED) {
      List<String> legend = new ArrayList<>(List.of(""));
      columns.forEach(column -> legend.add(column.legend()));
      grid.addText(legend.toArray(String[]::new));
    }
  }

  /** A band stands over its first column; basic columns stand at the top and reach down. */
  private List<String> texts(int depth, int level) {
    List<String> texts = new ArrayList<>();
    texts.add(level == 0 ? centre.numberHeader() : "");
    String before = "";
    for (Column column : columns) {
      boolean basic = column.part() == Part.BASIC;
      String text =
          basic
              ? level == 0 ? column.header() : ""
              : level == depth - 1
                  ? column.header()
                  : level == depth - 2 ? column.part().band() : over(column);
      boolean band = !basic && level < depth - 1;
      texts.add(band && text.equals(before) ? "" : text);
      before = band ? text : "";
    }
    return texts;
  }

  private void mergeBands(Grid grid, List<String> texts, int row) {
    int start = -1;
    for (int c = 1; c <= columns.size() + 1; c++) {
      boolean basic = c <= columns.size() && columns.get(c - 1).part() == Part.BASIC;
      boolean begins = c > columns.size() || !basic && !texts.get(c).isEmpty();
      if (begins) {
        if (start > 0) {
          grid.merge(row, row, start, c - 1);
        }
        start = c;
      }
    }
  }
}
