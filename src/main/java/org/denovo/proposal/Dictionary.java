package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;

/**
 * What sheets of explanations (说明, 字典, codebook) say of columns, by the names under which they may
 * speak of one: its own label, its whole label, what it has in common with the other answers to its
 * question, the number of its question.
 *
 * @param codes code to label
 * @param titles what a column with a short name is about
 */
record Dictionary(Map<String, Map<String, String>> codes, Map<String, String> titles) {

  /** A longer text is an explanation and no title. */
  private static final int LONGEST_TITLE = 60;

  private static final double DIFFERENT = 0.8;

  private static final int LEAST_NAMED = 3;

  private static final Pattern QUESTION =
      Pattern.compile("(?:Q|第|题)?\\s*([0-9]{1,3})\\s*(?:题|[.、:：)）]|$)");

  private static final String CODE = "[0-9]{1,3}|[A-Za-z]";

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

  /** The names under which a column may be explained, the surest first. */
  static List<String> names(ColumnScan column) {
    List<String> names = new ArrayList<>();
    names.add(HeaderText.of(column.leaf()).text());
    names.add(HeaderText.of(column.label()).text());
    Choices.cut(column.leaf()).ifPresent(cut -> names.add(HeaderText.of(cut.get(0)).text()));
    question(column.leaf()).ifPresent(names::add);
    names.removeIf(String::isEmpty);
    return names;
  }

  /** The number that a label or a cell begins with, as a name of the question. */
  private static Optional<String> question(String text) {
    Matcher number = QUESTION.matcher(text.strip());
    return number.lookingAt() ? Optional.of("#" + number.group(1)) : Optional.empty();
  }

  /** What the codes of a column stand for; empty if nothing says so. */
  Map<String, String> codes(ColumnScan column) {
    if (answer(column).isPresent()) {
      return Map.of();
    }
    return names(column).stream()
        .filter(codes::containsKey)
        .findFirst()
        .map(codes::get)
        .orElse(Map.of());
  }

  /** What the column is about, if that is said of it alone. */
  Optional<String> title(ColumnScan column) {
    String own = HeaderText.of(column.leaf()).text();
    Optional<String> number =
        own.matches("\\W*[a-z]?[0-9]+\\W*") ? question(column.leaf()) : Optional.empty();
    return Optional.ofNullable(titles.get(own))
        .or(() -> number.map(titles::get))
        .or(() -> answer(column));
  }

  /** Question and answer of a column that is one box of a question: {@code mets___1} is bone. */
  private Optional<String> answer(ColumnScan column) {
    return Choices.cut(column.leaf())
        .flatMap(
            cut -> {
              String question = HeaderText.of(cut.get(0)).text();
              String label = codes.getOrDefault(question, Map.of()).get(cut.get(1));
              String title = titles.getOrDefault(question, cut.get(0));
              return Optional.ofNullable(label).map(l -> title + ": " + l);
            });
  }

  /**
   * Reads a sheet. A row names a column and holds its table in one cell, or a label under each code
   * of the head, or names it once and has a code and its label in each row under it; beside the
   * name may stand what the column is about.
   *
   * @param labels the names of the data's columns
   */
  static Dictionary read(List<SourceRow> rows, Set<String> labels) {
    boolean numbered = !explainsByText(rows, labels);
    Map<String, Map<String, String>> tables = new HashMap<>();
    List<Named> named = new ArrayList<>();
    Map<Integer, String> head = new HashMap<>();
    String about = "";
    for (SourceRow row : rows) {
      List<SourceCell> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
      Optional<Named> names = named(cells, labels, numbered);
      if (names.isPresent()) {
        about = names.get().label();
        named.add(names.get());
      } else if (about.isEmpty()) {
        head = codesOfHead(cells);
      }
      if (!about.isEmpty()) {
        Map<String, String> table = tables.computeIfAbsent(about, l -> new LinkedHashMap<>());
        explain(names.map(Named::behind).orElse(cells), head, table);
      }
    }
    tables.values().removeIf(table -> table.size() < 2);
    return new Dictionary(tables, titles(named));
  }

  /**
   * A row that names a column.
   *
   * @param others what else stands in it
   * @param behind what stands behind the name
   */
  private record Named(String label, List<SourceCell> others, List<SourceCell> behind) {

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

  private static Optional<Named> named(
      List<SourceCell> cells, Set<String> labels, boolean numbered) {
    for (int i = 0; i < cells.size(); i++) {
      String text = HeaderText.of(cells.get(i).text()).text();
      Optional<String> number =
          numbered && i == 0
              ? question(cells.get(i).text()).filter(labels::contains)
              : Optional.empty();
      if (labels.contains(text) || number.isPresent()) {
        List<SourceCell> others = new ArrayList<>(cells);
        others.remove(i);
        return Optional.of(
            new Named(number.orElse(text), others, cells.subList(i + 1, cells.size())));
      }
    }
    return Optional.empty();
  }

  /** The codes over the columns of a wide codebook; none if the row is no such head. */
  private static Map<Integer, String> codesOfHead(List<SourceCell> cells) {
    Map<Integer, String> head = new HashMap<>();
    for (SourceCell cell : cells) {
      if (cell.text().strip().matches(CODE)) {
        head.put(cell.place().column(), cell.text().strip());
      }
    }
    return head.size() > 1 ? head : Map.of();
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

  private static void explain(
      List<SourceCell> cells, Map<Integer, String> head, Map<String, String> table) {
    if (!head.isEmpty()) {
      for (SourceCell cell : cells) {
        String code = head.get(cell.place().column());
        if (code != null) {
          table.putIfAbsent(code, cell.text().strip());
        }
      }
      return;
    }
    for (SourceCell cell : cells) {
      Map<String, String> whole = CodeTable.read(cell.text().strip());
      if (whole.size() > 1) {
        whole.forEach(table::putIfAbsent);
        return;
      }
    }
    for (int i = 0; i + 1 < cells.size(); i++) {
      String text = cells.get(i).text().strip();
      if (text.matches(CODE)) {
        table.putIfAbsent(text, cells.get(i + 1).text().strip());
        return;
      }
    }
  }

  /**
   * True if a sheet's rows are explanations: many of them name a column of the data, and not all
   * the same one, as a word that is a label by chance would; or they begin with the numbers of its
   * questions and hold tables of codes, which a patient's row does not.
   */
  static boolean explains(List<SourceRow> rows, Set<String> labels) {
    long tables =
        rows.stream()
            .filter(
                row ->
                    row.cells().stream().anyMatch(c -> CodeTable.read(c.text().strip()).size() > 1))
            .count();
    long numbers =
        rows.stream()
            .flatMap(row -> row.cells().stream().filter(cell -> !cell.isBlank()).limit(1))
            .flatMap(cell -> question(cell.text()).stream())
            .filter(labels::contains)
            .distinct()
            .count();
    return explainsByText(rows, labels) || tables >= LEAST_NAMED && numbers >= LEAST_NAMED;
  }

  private static boolean explainsByText(List<SourceRow> rows, Set<String> labels) {
    List<String> named = texts(rows, labels);
    return named.size() >= LEAST_NAMED && named.stream().distinct().count() > 1;
  }

  /** How many rows name a column of the data. */
  static int named(List<SourceRow> rows, Set<String> labels) {
    return texts(rows, labels).size();
  }

  private static List<String> texts(List<SourceRow> rows, Set<String> labels) {
    return rows.stream()
        .flatMap(
            row ->
                row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .limit(3)
                    .map(cell -> HeaderText.of(cell.text()).text())
                    .filter(text -> !text.isEmpty() && labels.contains(text))
                    .limit(1))
        .toList();
  }
}
