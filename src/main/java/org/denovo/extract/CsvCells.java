package org.denovo.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a CSV file on the disk (RFC 4180, UTF-8, line feeds), one row at a time, as bytes: a
 * cohort's files are read back whole, and few of their cells are looked at as text. A row that is
 * wider or narrower than the header or that ends before its line feed is an {@link
 * IllegalStateException}.
 */
final class CsvCells implements AutoCloseable {

  /** So many bytes and their number fit into a key. */
  private static final int SHORT = 7;

  private final Path file;
  private final InputStream in;
  private final List<String> header;
  private final Map<String, Integer> places = new HashMap<>();
  private byte[] buffer = new byte[1 << 16];
  private int row;
  private int at;
  private int end;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private long[] keys = new long[16];

  /** Opens a file and reads its header. */
  CsvCells(Path file) {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> names = new ArrayList<>();
    int width = read();
    for (int i = 0; i < width; i++) {
      names.add(text(i));
      places.putIfAbsent(names.get(i), i);
    }
    this.header = List.copyOf(names);
  }

  /** The cells of the first line. */
  List<String> header() {
    return header;
  }

  /** The place of a column that must be there. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalStateException(file.getFileName() + " has no column " + column);
    }
    return place;
  }

  /** Goes to the next row; false behind the last one. */
  boolean next() {
    int cells = read();
    if (cells != 0 && cells != header.size()) {
      throw new IllegalStateException(
          file.getFileName() + " has a row of " + cells + " in " + header.size() + " columns");
    }
    return cells != 0;
  }

  boolean isEmpty(int cell) {
    return from[cell] == to[cell];
  }

  /** True if the cell is this one character. */
  boolean is(int cell, char ascii) {
    return to[cell] - from[cell] == 1 && buffer[from[cell]] == ascii;
  }

  boolean is(int cell, byte[] text) {
    return Arrays.equals(buffer, from[cell], to[cell], text, 0, text.length);
  }

  /** True if a cell of another file is the same. */
  boolean is(int cell, CsvCells other, int others) {
    return keys[cell] == other.keys[others]
        && (isShort(cell)
            || Arrays.equals(
                buffer, from[cell], to[cell], other.buffer, other.from[others], other.to[others]));
  }

  byte[] bytes(int cell) {
    return Arrays.copyOfRange(buffer, from[cell], to[cell]);
  }

  String text(int cell) {
    return new String(buffer, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
  }

  /** The number that the cell is. */
  double number(int cell) {
    return number(buffer, from[cell], to[cell]);
  }

  static double number(byte[] bytes, int from, int to) {
    int whole = 0;
    boolean isWhole = from < to && to - from <= SHORT;
    for (int i = from; i < to && isWhole; i++) {
      int digit = bytes[i] - '0';
      isWhole = digit >= 0 && digit <= 9;
      whole = 10 * whole + digit;
    }
    return isWhole
        ? whole
        : Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  /** The row as it stays. */
  CsvRow row() {
    int width = header.size();
    int[] starts = new int[width];
    int[] ends = new int[width];
    for (int i = 0; i < width; i++) {
      starts[i] = from[i] - row;
      ends[i] = to[i] - row;
    }
    return new CsvRow(places, Arrays.copyOfRange(buffer, row, at), starts, ends);
  }

  /** Of a short cell all that it is; of a longer one a number that others may have too. */
  long key(int cell) {
    return keys[cell];
  }

  boolean isShort(int cell) {
    return to[cell] - from[cell] <= SHORT;
  }

  /** Reads a line and gives the number of its cells, 0 at the end of the file. */
  private int read() {
    row = at;
    if (at == end && !more(0)) {
      return 0;
    }
    int cell = 0;
    do {
      if (cell == from.length) {
        from = Arrays.copyOf(from, 2 * cell);
        to = Arrays.copyOf(to, 2 * cell);
        keys = Arrays.copyOf(keys, 2 * cell);
      }
      if (peek(cell) == '"') {
        quoted(cell);
      } else {
        plain(cell);
      }
      cell++;
    } while (buffer[at - 1] == ',');
    return cell;
  }

  /** The common cell. */
  private void plain(int cell) {
    from[cell] = at;
    long last = 0;
    byte[] bytes = buffer;
    int i = at;
    int stop = end;
    while (true) {
      if (i == stop) {
        at = i;
        peek(cell + 1);
        bytes = buffer;
        i = at;
        stop = end;
      }
      byte b = bytes[i++];
      if (b <= ',' && (b == ',' || b == '\n')) {
        break;
      }
      last = last << 8 | b & 0xff;
    }
    at = i;
    to[cell] = i - 1;
    keys[cell] = key(last, to[cell] - from[cell]);
  }

  /** A cell in quotes, which is put together in its place. */
  private void quoted(int cell) {
    from[cell] = ++at;
    to[cell] = at;
    long last = 0;
    while (true) {
      byte b = peek(cell + 1);
      at++;
      if (b == '"') {
        b = peek(cell + 1);
        at++;
        if (b != '"') {
          if (b != ',' && b != '\n') {
            throw new IllegalStateException(file.getFileName() + " has text behind a quoted cell");
          }
          break;
        }
      }
      last = last << 8 | b & 0xff;
      buffer[to[cell]++] = b;
    }
    keys[cell] = key(last, to[cell] - from[cell]);
  }

  private static long key(long last, int length) {
    return length <= SHORT
        ? last | (long) length << 8 * SHORT
        : last * 0x9E3779B97F4A7C15L + length | Long.MIN_VALUE;
  }

  /** The next byte of a line of which so many cells are known. */
  private byte peek(int cells) {
    if (at == end && !more(cells)) {
      throw new IllegalStateException(file.getFileName() + " ends within a line");
    }
    return buffer[at];
  }

  /** Reads on and keeps the line so far. */
  private boolean more(int cells) {
    int kept = end - row;
    System.arraycopy(buffer, row, buffer, 0, kept);
    for (int i = 0; i < cells; i++) {
      from[i] -= row;
      to[i] -= row;
    }
    at -= row;
    end = kept;
    row = 0;
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    try {
      int read = in.read(buffer, end, buffer.length - end);
      end += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
