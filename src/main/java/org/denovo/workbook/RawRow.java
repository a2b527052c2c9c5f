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

  private static final Stored[] KINDS = Stored.values();
  private static final byte NUMBER = (byte) Stored.NUMBER.ordinal();
  private static final byte SHARED = (byte) Stored.SHARED.ordinal();

  private final Limits limits;
  private int index;
  private boolean hidden;
  private int size;
  private int lastColumn;
  private int[] columns = new int[64];
  private int[] styles = new int[64];
  private double[] numbers = new double[64];
  private String[] texts = new String[64];
  private byte[] kinds = new byte[64];
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

  void number(int column, int style, double number, int bits) {
    int place = place(column, style, NUMBER, bits);
    numbers[place] = number;
  }

  void shared(int column, int style, int index, int bits) {
    int place = place(column, style, SHARED, bits);
    numbers[place] = index;
  }

  /** Adds a cell whose value is kept as text, or that has none. */
  void text(int column, int style, Stored kind, String text, int bits) {
    int place = place(column, style, (byte) kind.ordinal(), bits);
    texts[place] = text;
  }

  /** Where the cell goes; the arrays may be others afterwards. */
  private int place(int column, int style, byte kind, int bits) {
    if (column >= limits.columns()) {
      throw Refusals.tooLarge(new Text("列数", "The number of columns is"), limits.columns());
    }
    int place = size;
    if (place == columns.length) {
      grow();
    }
    columns[place] = column;
    styles[place] = style;
    kinds[place] = kind;
    marks[place] = bits;
    size = place + 1;
    lastColumn = column;
    return place;
  }

  private void grow() {
    int length = size * 2;
    columns = Arrays.copyOf(columns, length);
    styles = Arrays.copyOf(styles, length);
    numbers = Arrays.copyOf(numbers, length);
    texts = Arrays.copyOf(texts, length);
    kinds = Arrays.copyOf(kinds, length);
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
    return KINDS[kinds[i]];
  }

  /** The value of a number, or the index of a shared text; of no other cell. */
  double number(int i) {
    return numbers[i];
  }

  /** The text of a cell that is neither number nor shared. */
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
