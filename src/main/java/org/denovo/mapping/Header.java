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
import java.util.stream.IntStream;
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
  private final Map<String, List<Integer>> byPrint = new HashMap<>();
  private final Set<String> texts = new HashSet<>();

  private Header(List<SourceRow> band) {
    first = band.get(0).index();
    last = band.get(band.size() - 1).index();
    TreeMap<Integer, List<SourceCell>> columns = columns(band);
    columns.forEach(this::label);
    parts.forEach(this::index);
  }

  /**
   * The band of rows that holds most of the names, one that is ambiguous counting half; among
   * equals the one with the patient column, then the one with fewest rows unless a row above is
   * merged with it, then the first. Nothing if no row holds any.
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
          int held = names.stream().mapToInt(name -> header.worth(name)).sum();
          held += header.match(patient).isEmpty() ? 0 : 3;
          boolean isTaller =
              best != null
                  && height > 1
                  && held == most
                  && header.last == best.last
                  && isMerged(band);
          if (held > most || isTaller) {
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

  private int worth(HeaderName name) {
    int found = match(name).size();
    return found == 0 ? 0 : found == 1 ? 2 : 1;
  }

  /** True if a cell of the first row is merged down to the last. */
  private static boolean isMerged(List<SourceRow> band) {
    return band.get(band.size() - 1).cells().stream()
        .filter(cell -> cell.has(Mark.MERGED))
        .anyMatch(cell -> same(cell, Cells.at(band.get(0), cell.place().column())));
  }

  private static boolean same(SourceCell one, SourceCell other) {
    return Cells.holds(other) && one.text().equals(other.text());
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

  /**
   * The columns that a name stands for: none, one, or several if it is ambiguous. A header that
   * differs only in footnote marks and punctuation is taken for the one that is meant.
   */
  List<Integer> match(HeaderName name) {
    List<Integer> literal = literal(name);
    if (!literal.isEmpty()) {
      return literal;
    }
    String print = HeaderName.print(name.text());
    List<Integer> all = byPrint.getOrDefault(print, List.of());
    List<Integer> whole =
        all.stream().filter(column -> prints(shown(column)).contains(print)).toList();
    return whole.isEmpty() ? all : whole;
  }

  /** A label of the sheet as it may be meant: as written, and without footnote marks. */
  private static Set<String> prints(String label) {
    Set<String> prints = new HashSet<>();
    prints.add(HeaderName.print(label));
    prints.add(HeaderName.print(HeaderName.bare(label)));
    return prints;
  }

  /** The columns that a name stands for as it is written. */
  List<Integer> literal(HeaderName name) {
    List<Integer> literal = labelled(name.text());
    if (!literal.isEmpty() || name.nth().isEmpty()) {
      return literal;
    }
    List<Integer> all = labelled(name.base());
    int nth = name.nth().getAsInt();
    return nth <= all.size() ? List.of(all.get(nth - 1)) : List.of();
  }

  /** True if the column only counts the rows. */
  boolean isSerial(int column) {
    return HeaderName.isSerial(lastPart(column));
  }

  /** True if the column holds patients' names. */
  boolean isName(int column) {
    return HeaderName.isName(lastPart(column));
  }

  private String lastPart(int column) {
    List<String> own = parts.getOrDefault(column, List.of(""));
    return own.get(own.size() - 1);
  }

  /** The label of a column as the sheet shows it; empty where there is none. */
  public String shown(int column) {
    return String.join("/", parts(column));
  }

  /** The labels as the sheet shows them, by the columns' numbers; empty where there is none. */
  List<String> byColumn() {
    int width = shownParts.isEmpty() ? 0 : shownParts.lastKey() + 1;
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

  /** True if the label of a column is only its left neighbour's, merged over both. */
  public boolean continues(int column) {
    return continued.contains(column);
  }

  /** True if a pattern fits the column's label or the end of it, with or without its marks. */
  boolean fits(String pattern, int column) {
    String glob = HeaderName.fold(pattern);
    return ends(parts.getOrDefault(column, List.of(""))).stream()
            .anyMatch(e -> Glob.matches(glob, e))
        || Glob.matches(glob, HeaderName.bare(shown(column)));
  }

  /** A label whole, then without its first part, and so on. */
  private static List<String> ends(List<String> label) {
    List<String> ends = new ArrayList<>();
    for (int from = 0; from < label.size(); from++) {
      ends.add(String.join("/", label.subList(from, label.size())));
    }
    return ends;
  }

  /** The label of each column and the ends of it, as the sheet shows them. */
  List<String> names(int column) {
    List<String> names = new ArrayList<>(List.of(shown(column)));
    int slash = shown(column).indexOf('/');
    for (; slash >= 0; slash = shown(column).indexOf('/', slash + 1)) {
      names.add(shown(column).substring(slash + 1));
    }
    return names;
  }

  /** True if the text stands somewhere in the header. */
  boolean says(String text) {
    return texts.contains(text.strip());
  }

  /**
   * True if a row's cells are a header again: two labels or more, and no less than half of them; or
   * the one label of a band above the header's last row.
   */
  public boolean repeatedBy(List<SourceCell> held) {
    int known = 0;
    for (SourceCell cell : held) {
      known += cell.kind() == Kind.TEXT && says(cell.text()) ? 1 : 0;
    }
    return known >= 2 && 2 * known >= held.size()
        || known == 1 && held.size() == 1 && last > first && sameColumns(held);
  }

  /** True if each label of a repeated header stands in the column in which it stood. */
  boolean sameColumns(List<SourceCell> held) {
    return held.stream()
        .filter(cell -> says(cell.text()))
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
          // Where a band is merged, the sheet itself says how far it goes.
          left = cell.has(Mark.MERGED) ? Optional.empty() : Optional.of(cell);
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
    List<String> ends = ends(label);
    byLabel.computeIfAbsent(ends.get(0), l -> new ArrayList<>()).add(column);
    ends.subList(1, ends.size())
        .forEach(end -> byEnd.computeIfAbsent(end, l -> new ArrayList<>()).add(column));
    Set<String> prints = new HashSet<>();
    names(column).forEach(name -> prints.addAll(prints(name)));
    prints.remove("");
    prints.forEach(print -> byPrint.computeIfAbsent(print, l -> new ArrayList<>()).add(column));
  }
}
