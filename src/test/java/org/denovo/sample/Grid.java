package org.denovo.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One sheet as it is to be written: its cells, and what lies over them. */
final class Grid {

  /** A rectangle of cells that are merged; its first cell holds the text. */
  record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  private final String name;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();
  private final TreeSet<Integer> hiddenColumns = new TreeSet<>();
  private final TreeMap<Integer, Map<Integer, String>> notes = new TreeMap<>();

  Grid(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<List<Cell>> rows() {
    return rows;
  }

  List<Merge> merges() {
    return merges;
  }

  TreeSet<Integer> hiddenColumns() {
    return hiddenColumns;
  }

  /** Notes by row, then by column. */
  Map<Integer, Map<Integer, String>> notes() {
    return notes;
  }

  /** Adds a row and gives its index. */
  int add(List<Cell> cells) {
    rows.add(List.copyOf(cells));
    return rows.size() - 1;
  }

  int addText(String... texts) {
    return add(Arrays.stream(texts).map(Grid::textOrBlank).toList());
  }

  static Cell textOrBlank(String text) {
    return text.isEmpty() ? Cell.BLANK : Cell.text(text);
  }

  void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow != lastRow || firstColumn != lastColumn) {
      merges.add(new Merge(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  void note(int row, int column, String text) {
    notes.computeIfAbsent(row, r -> new TreeMap<>()).put(column, text);
  }

  /** The spreadsheet's name of a cell. */
  static String reference(int row, int column) {
    String letters = "";
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters = (char) ('A' + (left - 1) % 26) + letters;
    }
    return letters + (row + 1);
  }
}
