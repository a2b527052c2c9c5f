package org.denovo.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.denovo.mapping.Header;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Sheet;

/**
 * A sheet as far as it was looked at: its header, and the first rows under it.
 *
 * @param header the header; empty if none was found
 * @param legendRows how many rows under it explain codes
 * @param legends what they say, by column index
 * @param all every row that was looked at, header and all
 * @param rows those of them that are data
 * @param whole false if the sheet has more
 */
record SheetScan(
    String workbook,
    String name,
    boolean hidden,
    Optional<Header> header,
    int headerRows,
    int legendRows,
    java.util.Map<Integer, String> legends,
    List<SourceRow> all,
    List<SourceRow> rows,
    boolean whole,
    List<ColumnScan> columns) {

  /** Rows that are looked at: more do not tell more of what a column is. */
  static final int ROWS = 2_000;

  private static final Pattern HINT =
      Pattern.compile(
          "(?i).{0,12}(?:必填|选填|文本|数字|数值|日期格式|格式|yyyy.*|整数|小数|单选|多选|下拉|text|number|numeric|date|string|integer|required|optional).{0,12}"
              + "|mm|cm|%|岁|年|月|天|次|个|枚|years?|u/l|kg");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:示例|样例|举例|例|例如|说明|填写说明|填表说明|单位|编码|代码|取值|字段说明|格式|example|sample|unit|units|codes?|format|legend|notes?)[:：]?.*");

  SheetScan {
    legends = java.util.Map.copyOf(legends);
    all = List.copyOf(all);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** Looks at a sheet. */
  static SheetScan of(String workbook, Sheet sheet, HeaderWords words) {
    List<SourceRow> read = new ArrayList<>();
    boolean whole = true;
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext() && whole) {
        SourceRow row = rows.next();
        if (!row.isBlank()) {
          read.add(row);
        }
        whole = read.size() < ROWS || !rows.hasNext();
      }
    }
    List<SourceRow> top = read.subList(0, Math.min(read.size(), Header.DEPTH));
    Optional<List<SourceRow>> band = new HeaderRows(words).find(top);
    if (band.isEmpty()) {
      return new SheetScan(
          workbook,
          sheet.name(),
          sheet.hidden(),
          Optional.empty(),
          0,
          0,
          java.util.Map.of(),
          read,
          List.of(),
          whole,
          List.of());
    }
    Header header = Header.of(band.get());
    List<SourceRow> under = read.stream().filter(row -> row.index() > header.last()).toList();
    int legends = 0;
    java.util.Map<Integer, String> said = new java.util.HashMap<>();
    while (legends < Math.min(9, under.size())
        && under.get(legends).index() == header.last() + 1 + legends
        && isLegend(under.get(legends))) {
      under.get(legends).cells().stream()
          .filter(cell -> cell.kind() == Kind.TEXT && !cell.isBlank())
          .forEach(cell -> said.merge(cell.place().column(), cell.text(), (a, b) -> a + " " + b));
      legends++;
    }
    List<SourceRow> data =
        under.subList(legends, under.size()).stream()
            .filter(row -> !header.repeatedBy(held(row)))
            .toList();
    return new SheetScan(
        workbook,
        sheet.name(),
        sheet.hidden(),
        Optional.of(header),
        band.get().size(),
        legends,
        said,
        read,
        data,
        whole,
        columns(header, data));
  }

  private static List<SourceCell> held(SourceRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).toList();
  }

  private static List<ColumnScan> columns(Header header, List<SourceRow> data) {
    List<ColumnScan> columns = new ArrayList<>();
    for (int index : header.columns()) {
      List<String> parts = header.parts(index);
      if (parts.isEmpty() || header.continues(index)) {
        continue;
      }
      String label = header.shown(index);
      List<Integer> same = header.named(label);
      String key = same.size() > 1 ? label + "#" + (same.indexOf(index) + 1) : label;
      columns.add(
          new ColumnScan(index, parts, key, data.stream().map(row -> row.at(index)).toList()));
    }
    return columns;
  }

  /** True for a row that explains codes, units or formats instead of holding a patient. */
  private static boolean isLegend(SourceRow row) {
    int held = 0;
    int hints = 0;
    int tables = 0;
    for (SourceCell cell : row.cells()) {
      if (!cell.isBlank()) {
        boolean text = cell.kind() == Kind.TEXT;
        held++;
        hints += text && HINT.matcher(cell.text().strip()).matches() ? 1 : 0;
        tables += text && CodeTable.read(cell.text()).size() > 1 ? 1 : 0;
      }
    }
    boolean values =
        row.cells().stream().anyMatch(c -> c.kind() == Kind.NUMBER || c.kind() == Kind.DATE);
    boolean named =
        row.cells().stream()
            .filter(cell -> !cell.isBlank())
            .findFirst()
            .filter(
                cell -> cell.kind() == Kind.TEXT && NAMED.matcher(cell.text().strip()).matches())
            .isPresent();
    return named || !values && (tables > 1 || tables + hints > 0 && 2 * (tables + hints) >= held);
  }
}
