package org.denovo.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denovo.source.SourceCell;

/**
 * The sheets of one make, which one entry of a mapping reads: the same labels in the same order.
 *
 * @param sheet the name or the glob that names exactly these sheets
 */
record TableScan(String sheet, List<SheetScan> sheets, List<ColumnScan> columns) {

  TableScan {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
  }

  int rows() {
    return sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
  }

  SheetScan first() {
    return sheets.get(0);
  }

  /** What the sheet's legend row says of a column; empty if nothing. */
  String legend(int column) {
    return first().legends().getOrDefault(column, "");
  }

  /** The tables of some sheets, in the order of their first sheets. */
  static List<TableScan> of(List<SheetScan> scans) {
    Map<String, List<SheetScan>> byLabels = new LinkedHashMap<>();
    for (SheetScan scan : scans) {
      if (!scan.columns().isEmpty()) {
        String labels =
            scan.columns().stream().map(ColumnScan::key).collect(Collectors.joining("\n"));
        byLabels.computeIfAbsent(labels, l -> new ArrayList<>()).add(scan);
      }
    }
    List<TableScan> tables = new ArrayList<>();
    for (List<SheetScan> same : byLabels.values()) {
      List<String> names = same.stream().map(SheetScan::name).distinct().toList();
      List<String> others =
          scans.stream().map(SheetScan::name).filter(name -> !names.contains(name)).toList();
      String glob = Globs.over(names);
      if (names.size() == 1
          || !glob.isEmpty() && others.stream().noneMatch(n -> Globs.fits(glob, n))) {
        tables.add(new TableScan(names.size() == 1 ? names.get(0) : glob, same, columns(same)));
      } else {
        same.forEach(one -> tables.add(new TableScan(one.name(), List.of(one), one.columns())));
      }
    }
    return tables;
  }

  private static List<ColumnScan> columns(List<SheetScan> same) {
    List<ColumnScan> columns = new ArrayList<>();
    for (int i = 0; i < same.get(0).columns().size(); i++) {
      ColumnScan first = same.get(0).columns().get(i);
      List<SourceCell> cells = new ArrayList<>();
      for (SheetScan sheet : same) {
        cells.addAll(sheet.columns().get(i).cells());
      }
      columns.add(new ColumnScan(first.index(), first.parts(), first.key(), cells));
    }
    return columns;
  }
}
