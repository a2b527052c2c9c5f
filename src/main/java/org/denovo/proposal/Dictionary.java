package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * What sheets of explanations (说明, 字典, codebook) say of columns, by the folded own label of each.
 *
 * @param codes code to label
 * @param titles what a column with a short name is about
 */
record Dictionary(Map<String, Map<String, String>> codes, Map<String, String> titles) {

  /** A longer text is an explanation and no title. */
  private static final int LONGEST_TITLE = 60;

  private static final double DIFFERENT = 0.8;

  Dictionary {
    codes = Map.copyOf(codes);
    titles = Map.copyOf(titles);
  }

  /** Nothing is explained. */
  static Dictionary empty() {
    return new Dictionary(Map.of(), Map.of());
  }

  /** Both; what this one says goes first. */
  Dictionary and(Dictionary other) {
    Map<String, Map<String, String>> bothCodes = new HashMap<>(other.codes);
    bothCodes.putAll(codes);
    Map<String, String> bothTitles = new HashMap<>(other.titles);
    bothTitles.putAll(titles);
    return new Dictionary(bothCodes, bothTitles);
  }

  /**
   * Reads a sheet. A row names a column and holds its table in one cell, or names it once and has a
   * code and its label in each row under it; beside the name may stand what the column is about.
   *
   * @param labels the folded labels of the data's columns
   */
  static Dictionary read(List<SourceRow> rows, Set<String> labels) {
    Map<String, Map<String, String>> tables = new HashMap<>();
    List<Named> named = new ArrayList<>();
    String about = "";
    for (SourceRow row : rows) {
      List<SourceCell> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
      List<SourceCell> rest = new ArrayList<>(cells);
      for (SourceCell cell : cells) {
        String text = HeaderText.of(cell.text()).text();
        if (labels.contains(text)) {
          about = text;
          rest.remove(cell);
          named.add(new Named(text, List.copyOf(rest)));
          break;
        }
      }
      if (!about.isEmpty()) {
        explain(rest, tables.computeIfAbsent(about, l -> new LinkedHashMap<>()));
      }
    }
    tables.values().removeIf(table -> table.size() < 2);
    return new Dictionary(tables, titles(named));
  }

  /** A row that names a column, and what else stands in it. */
  private record Named(String label, List<SourceCell> others) {

    /** The text of a column of the explanations, if it may be a title. */
    Optional<String> title(int column) {
      return others.stream()
          .filter(cell -> cell.place().column() == column)
          .map(cell -> cell.text().strip())
          .filter(text -> text.length() > 1 && text.length() <= LONGEST_TITLE)
          .filter(text -> CodeTable.read(text).isEmpty() && !text.matches("[0-9]+|[A-Za-z]"))
          .findFirst();
    }
  }

  /**
   * The titles stand in the first column of the explanations that most rows fill and in which
   * nearly every text is another; the names of forms and of kinds of fields come again.
   */
  private static Map<String, String> titles(List<Named> named) {
    int[] columns =
        named.stream()
            .flatMap(row -> row.others().stream())
            .mapToInt(cell -> cell.place().column())
            .distinct()
            .sorted()
            .toArray();
    for (int column : columns) {
      Map<String, String> titles = new LinkedHashMap<>();
      named.forEach(row -> row.title(column).ifPresent(t -> titles.putIfAbsent(row.label(), t)));
      long different = titles.values().stream().distinct().count();
      if (2 * titles.size() >= named.size() && different >= DIFFERENT * titles.size()) {
        return titles;
      }
    }
    return Map.of();
  }

  private static void explain(List<SourceCell> cells, Map<String, String> table) {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text().strip();
      Map<String, String> whole = CodeTable.read(text);
      if (whole.size() > 1) {
        whole.forEach(table::putIfAbsent);
      } else if (text.matches("[0-9]{1,3}|[A-Za-z]") && i + 1 < cells.size()) {
        table.putIfAbsent(text, cells.get(i + 1).text().strip());
        return;
      }
    }
  }

  /**
   * True if a sheet's rows are explanations: many of them name a column of the data, and not all
   * the same one, as a word that is a label by chance would.
   */
  static boolean explains(List<SourceRow> rows, Set<String> labels) {
    List<String> named =
        rows.stream()
            .flatMap(
                row ->
                    row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .limit(3)
                        .map(cell -> HeaderText.of(cell.text()).text())
                        .filter(text -> !text.isEmpty() && labels.contains(text))
                        .limit(1))
            .toList();
    return named.size() >= 3 && named.stream().distinct().count() > 1;
  }
}
