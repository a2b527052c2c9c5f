package org.denovo.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.denovo.vocabulary.Text;

/** One row as the sheet's XML stores it, in arrays that are used again for every row. */
final class RawRow {

  /** How a value is stored. */
  enum Stored {
    NOTHING,
    NUMBER,
    SHARED,
    TEXT,
    BOOLEAN,
    ERROR,
    DATE
  }

  private final Limits limits;
  private int index;
  private boolean hidden;
  private int size;
  private int lastColumn;
  private int[] columns = new int[64];
  private int[] styles = new int[64];
  private double[] numbers = new double[64];
  private String[] texts = new String[64];
  private Stored[] stored = new Stored[64];
  private int[] marks = new int[64];

  /** By column; most rows have none. */
  private final Map<Integer, RawFormula> formulas = new HashMap<>();

  RawRow(Limits limits) {
    this.limits = limits;
    this.index = -1;
  }

  /** Begins again before the first row. */
  void rewind() {
    index = -1;
  }

  /** Starts a row; the number as written counted from 0, or -1 for the one after the last. */
  void start(int written, boolean isHidden) {
    int next = written < 0 ? index + 1 : written;
    if (next <= index) {
      throw Refusals.broken("row " + (next + 1));
    }
    if (next >= limits.rows()) {
      throw Refusals.tooLarge(new Text("行数", "The number of rows is"), limits.rows());
    }
    index = next;
    hidden = isHidden;
    size = 0;
    lastColumn = -1;
    formulas.clear();
  }

  /** Says the formula of a column's cell. */
  void formula(int column, RawFormula formula) {
    formulas.put(column, formula);
  }

  /** The column that the next cell has if it does not say. */
  int nextColumn() {
    return lastColumn + 1;
  }

  /** Passes a cell in which nothing stands. */
  void pass(int column) {
    lastColumn = column;
  }

  void add(int column, int style, Stored kind, double number, String text, int bits) {
    if (column >= limits.columns()) {
      throw Refusals.tooLarge(new Text("列数", "The number of columns is"), limits.columns());
    }
    if (size == columns.length) {
      grow();
    }
    columns[size] = column;
    styles[size] = style;
    stored[size] = kind;
    numbers[size] = number;
    texts[size] = text;
    marks[size] = bits;
    size++;
    lastColumn = column;
  }

  private void grow() {
    int length = size * 2;
    columns = Arrays.copyOf(columns, length);
    styles = Arrays.copyOf(styles, length);
    numbers = Arrays.copyOf(numbers, length);
    texts = Arrays.copyOf(texts, length);
    stored = Arrays.copyOf(stored, length);
    marks = Arrays.copyOf(marks, length);
  }

  int index() {
    return index;
  }

  boolean hidden() {
    return hidden;
  }

  int size() {
    return size;
  }

  int column(int i) {
    return columns[i];
  }

  int style(int i) {
    return styles[i];
  }

  Stored stored(int i) {
    return stored[i];
  }

  double number(int i) {
    return numbers[i];
  }

  String text(int i) {
    return texts[i];
  }

  /** The formula of a cell. */
  RawFormula formula(int i) {
    return formulas.getOrDefault(columns[i], RawFormula.NONE);
  }

  int marks(int i) {
    return marks[i];
  }
}
