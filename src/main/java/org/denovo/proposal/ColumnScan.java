package org.denovo.proposal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.mapping.Words;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * One column of a sheet as far as it was looked at.
 *
 * @param parts its label, from the outermost band inwards
 * @param key the label as a mapping has to write it, with {@code #2} where it stands twice
 * @param cells by row of the sheet's {@link SheetScan#rows}; blank cells included
 */
record ColumnScan(int index, List<String> parts, String key, List<SourceCell> cells) {

  /** A text that stands in the column, and how often. */
  record Value(SourceCell cell, int count) {}

  ColumnScan {
    parts = List.copyOf(parts);
    cells = List.copyOf(cells);
  }

  /** The label as the sheet shows it. */
  String label() {
    return String.join("/", parts);
  }

  /** The column's own part of the label. */
  String leaf() {
    return parts.get(parts.size() - 1);
  }

  int filled() {
    return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  /** How many cells are of each kind; white space counts as blank. */
  Map<Kind, Integer> kinds() {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    cells.forEach(cell -> kinds.merge(cell.isBlank() ? Kind.BLANK : cell.kind(), 1, Integer::sum));
    return kinds;
  }

  /** The distinct values, the most frequent first, else in the order of the sheet. */
  List<Value> values() {
    Map<String, Value> values = new LinkedHashMap<>();
    for (SourceCell cell : cells) {
      if (!cell.isBlank()) {
        values.merge(
            cell.kind() + Words.fold(cell.text()),
            new Value(cell, 1),
            (seen, more) -> new Value(seen.cell(), seen.count() + 1));
      }
    }
    return values.values().stream()
        .sorted(Comparator.comparingInt((Value v) -> -v.count()))
        .toList();
  }
}
