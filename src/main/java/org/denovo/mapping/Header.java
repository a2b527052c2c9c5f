package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * One to three header rows, read as one label a column: parts joined by {@code /}, bands filled to
 * the right, what is merged downwards said once.
 */
public final class Header {

  /** The rows in which a header is looked for. */
  public static final int DEPTH = 30;

  /** The most rows that a header has. */
  public static final int MOST_ROWS = 3;

  private final int first;
  private final int last;
  private final TreeMap<Integer, List<String>> parts = new TreeMap<>();
  private final TreeMap<Integer, List<String>> shownParts = new TreeMap<>();
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

  /** The header that a band of adjacent rows makes. */
  public static Header of(List<SourceRow> band) {
    return new Header(band);
  }

  /** The columns that have a label, by rising index. */
  public Collection<Integer> columns() {
    return Collections.unmodifiableSet(parts.navigableKeySet());
  }

  /** The parts of a column's label as the sheet shows them, from the outermost band inwards. */
  public List<String> parts(int column) {
    return shownParts.getOrDefault(column, List.of());
  }

  /** The index of the first header row. */
  public int first() {
    return first;
  }

  /** The index of the last header row. */
  public int last() {
    return last;
  }

  /** The columns that a name, as a mapping writes it, stands for. */
  public List<Integer> named(String written) {
    return match(HeaderName.of(written));
  }

  /** The columns that a name stands for: none, one, or several if it is ambiguous. */
  List<Integer> match(HeaderName name) {
    List<Integer> literal = labelled(name.text());
    if (!literal.isEmpty() || name.nth().isEmpty()) {
      return literal;
    }
    List<Integer> all = labelled(name.base());
    int nth = name.nth().getAsInt();
    return nth <= all.size() ? List.of(all.get(nth - 1)) : List.of();
  }

  /** The label of a column as the sheet shows it; empty where there is none. */
  public String shown(int column) {
    return String.join("/", parts(column));
  }

  /** All labels as the sheet shows them. */
  Collection<String> labels() {
    return shownParts.keySet().stream().map(this::shown).toList();
  }

  /** True if the label of a column is only its left neighbour's, merged over both. */
  public boolean continues(int column) {
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
  public boolean repeatedBy(SourceRow row) {
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

  private List<Integer> labelled(String folded) {
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
    shownParts.put(column, List.copyOf(written));
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
