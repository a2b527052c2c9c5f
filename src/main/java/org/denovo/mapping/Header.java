package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * One to three header rows, read as one label a column: parts joined by {@code /}, bands filled to
 * the right, what is merged downwards said once.
 */
final class Header {

  /** The rows in which a header is looked for. */
  static final int DEPTH = 30;

  private static final int MOST_ROWS = 3;

  private final int first;
  private final int last;
  private final TreeMap<Integer, List<String>> parts = new TreeMap<>();
  private final TreeMap<Integer, String> shown = new TreeMap<>();
  private final Set<Integer> continued = new HashSet<>();
  private final Map<String, List<Integer>> byLabel = new HashMap<>();
  private final Map<String, List<Integer>> byEnd = new HashMap<>();
  private final Set<String> texts = new HashSet<>();

  private Header(List<SourceRow> band) {
    first = band.get(0).index();
    last = band.get(band.size() - 1).index();
    TreeMap<Integer, List<SourceCell>> columns = columns(band);
    columns.forEach(this::label);
    parts.forEach(this::index);
  }

  /**
   * The band of rows that holds most of the names; among equals the one with the patient column,
   * then the one with fewest rows, then the first. Nothing if no row holds any.
   *
   * @param top the sheet's first rows
   */
  static Optional<Header> find(
      List<SourceRow> top, OptionalInt rows, HeaderName patient, Collection<HeaderName> names) {
    Header best = null;
    int most = 0;
    for (int height = rows.orElse(1); height <= rows.orElse(MOST_ROWS); height++) {
      for (int start = 0; start + height <= top.size(); start++) {
        List<SourceRow> band = top.subList(start, start + height);
        if (band.get(height - 1).index() - band.get(0).index() == height - 1) {
          Header header = new Header(band);
          int held = 2 * (int) names.stream().filter(n -> !header.match(n).isEmpty()).count();
          held += header.match(patient).isEmpty() ? 0 : 3;
          if (held > most) {
            most = held;
            best = header;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The index of the first header row. */
  int first() {
    return first;
  }

  /** The index of the last header row. */
  int last() {
    return last;
  }

  /** The columns that a name stands for: none, one, or several if it is ambiguous. */
  List<Integer> match(HeaderName name) {
    List<Integer> literal = named(name.text());
    if (!literal.isEmpty() || name.nth().isEmpty()) {
      return literal;
    }
    List<Integer> all = named(name.base());
    int nth = name.nth().getAsInt();
    return nth <= all.size() ? List.of(all.get(nth - 1)) : List.of();
  }

  /** The label of a column as the sheet shows it; empty where there is none. */
  String shown(int column) {
    return shown.getOrDefault(column, "");
  }

  /** The labels as the sheet shows them, by the columns' numbers; empty where there is none. */
  List<String> byColumn() {
    int width = shown.isEmpty() ? 0 : shown.lastKey() + 1;
    return IntStream.range(0, width).mapToObj(this::shown).toList();
  }

  /** The name by which a mapping would find just this column; nothing if it has no label. */
  Optional<String> name(int column) {
    String label = shown(column);
    if (label.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> same = match(HeaderName.of(label));
    return same.equals(List.of(column))
        ? Optional.of(label)
        : Optional.of(label + "#" + (same.indexOf(column) + 1))
            .filter(name -> match(HeaderName.of(name)).equals(List.of(column)));
  }

  /** The columns that have a label, from left to right. */
  Collection<Integer> columns() {
    return shown.keySet();
  }

  /** All labels as the sheet shows them. */
  Collection<String> labels() {
    return shown.values();
  }

  /** True if the label of a column is only its left neighbour's, merged over both. */
  boolean continues(int column) {
    return continued.contains(column);
  }

  /** True if a pattern fits the column's label or the end of it. */
  boolean fits(String pattern, int column) {
    List<String> own = parts.getOrDefault(column, List.of());
    String glob = HeaderName.fold(pattern);
    for (int from = 0; from < Math.max(1, own.size()); from++) {
      if (Glob.matches(
          glob, String.join("/", own.subList(Math.min(from, own.size()), own.size())))) {
        return true;
      }
    }
    return false;
  }

  /** True if the text stands somewhere in the header. */
  boolean says(String text) {
    return texts.contains(text.strip());
  }

  /** True if the row is a header again: two labels or more, and no less than half of its cells. */
  boolean repeatedBy(SourceRow row) {
    int held = 0;
    int known = 0;
    for (SourceCell cell : row.cells()) {
      if (Cells.holds(cell)) {
        held++;
        known += cell.kind() == Kind.TEXT && says(cell.text()) ? 1 : 0;
      }
    }
    return known >= 2 && 2 * known >= held;
  }

  /** True if each label of a repeated header stands in the column in which it stood. */
  boolean sameColumns(SourceRow row) {
    return row.cells().stream()
        .filter(cell -> Cells.holds(cell) && says(cell.text()))
        .allMatch(
            cell ->
                parts
                    .getOrDefault(cell.place().column(), List.of())
                    .contains(HeaderName.fold(cell.text())));
  }

  private List<Integer> named(String folded) {
    List<Integer> whole = byLabel.getOrDefault(folded, List.of());
    return whole.isEmpty() ? byEnd.getOrDefault(folded, List.of()) : whole;
  }

  private static TreeMap<Integer, List<SourceCell>> columns(List<SourceRow> band) {
    TreeMap<Integer, List<SourceCell>> columns = new TreeMap<>();
    for (SourceRow row : band) {
      row.cells().stream()
          .filter(Cells::holds)
          .forEach(cell -> columns.put(cell.place().column(), new ArrayList<>()));
    }
    for (int i = 0; i < band.size(); i++) {
      boolean bands = i < band.size() - 1;
      Optional<SourceCell> left = Optional.empty();
      for (Map.Entry<Integer, List<SourceCell>> column : columns.entrySet()) {
        SourceCell cell = Cells.at(band.get(i), column.getKey());
        if (Cells.holds(cell)) {
          column.getValue().add(cell);
          left = Optional.of(cell);
        } else if (bands) {
          left.ifPresent(column.getValue()::add);
        }
      }
    }
    return columns;
  }

  private void label(int column, List<SourceCell> cells) {
    List<String> folded = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (SourceCell cell : cells) {
      texts.add(cell.text().strip());
      String part = HeaderName.fold(cell.text());
      if (folded.isEmpty() || !folded.get(folded.size() - 1).equals(part)) {
        folded.add(part);
        written.add(cell.text().strip().replaceAll("\\s+", " "));
      }
    }
    boolean filled = cells.stream().allMatch(cell -> cell.has(Mark.MERGED));
    if (filled && folded.equals(parts.get(column - 1))) {
      continued.add(column);
    }
    parts.put(column, folded);
    shown.put(column, String.join("/", written));
  }

  private void index(int column, List<String> label) {
    if (continued.contains(column)) {
      return;
    }
    byLabel.computeIfAbsent(String.join("/", label), l -> new ArrayList<>()).add(column);
    for (int from = 1; from < label.size(); from++) {
      String end = String.join("/", label.subList(from, label.size()));
      byEnd.computeIfAbsent(end, l -> new ArrayList<>()).add(column);
    }
  }
}
