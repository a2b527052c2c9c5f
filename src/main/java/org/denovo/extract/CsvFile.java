package org.denovo.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file (RFC 4180, UTF-8, line feeds) that is written row by row under a fixed header. It
 * works on bytes, because a night writes gigabytes and most cells need a copy only.
 */
final class CsvFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final int width;
  private final int[] longest;
  private final long[] filled;
  private int length;
  private long rows;
  private boolean closed;

  CsvFile(Path file, List<String> header) {
    this.width = header.size();
    this.longest = new int[width];
    this.filled = new long[width];
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.out = Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(header);
    Arrays.fill(longest, 0);
    Arrays.fill(filled, 0);
  }

  /** Writes a row; a cell that is missing is an empty string. */
  void row(List<String> cells) {
    if (cells.size() != width) {
      throw new IllegalStateException(cells.size() + " cells in " + width + " columns");
    }
    write(cells);
    rows++;
  }

  private void write(List<String> cells) {
    try {
      for (int i = 0; i < width; i++) {
        if (i > 0) {
          write(',');
        }
        String cell = cells.get(i);
        if (!cell.isEmpty()) {
          int bytes = plain(cell, i == 0) ? cell.length() : write(cell, i == 0);
          longest[i] = Math.max(longest[i], bytes);
          filled[i]++;
        }
      }
      write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the common cell, in which each character is a byte of its own; false for others. */
  private boolean plain(String cell, boolean isFirst) {
    int size = cell.length();
    if (size > BUFFER - length || isFirst && cell.charAt(0) == '#') {
      return false;
    }
    for (int i = 0; i < size; i++) {
      char c = cell.charAt(i);
      if (c >= 0x80 || c <= ',' && isSpecial((byte) c)) {
        return false;
      }
      buffer[length + i] = (byte) c;
    }
    length += size;
    return true;
  }

  /** Writes a cell and gives the number of its bytes. */
  private int write(String text, boolean isFirst) throws IOException {
    byte[] cell = text.getBytes(StandardCharsets.UTF_8);
    if (needsQuotes(cell, isFirst)) {
      write('"');
      for (byte b : cell) {
        if (b == '"') {
          write('"');
        }
        write(b);
      }
      write('"');
    } else if (cell.length <= BUFFER - length) {
      System.arraycopy(cell, 0, buffer, length, cell.length);
      length += cell.length;
    } else {
      flush();
      out.write(cell);
    }
    return cell.length;
  }

  /** A row as it would stand in a file, without its line feed. */
  static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : ",");
      line.append(
          needsQuotes(cell.getBytes(StandardCharsets.UTF_8), i == 0)
              ? '"' + cell.replace("\"", "\"\"") + '"'
              : cell);
    }
    return line.toString();
  }

  private static boolean needsQuotes(byte[] cell, boolean isFirst) {
    for (byte b : cell) {
      // All that matters lies below the letters and digits, and most bytes do not.
      if (b <= ',' && isSpecial(b)) {
        return true;
      }
    }
    // Many readers take such a line for a comment.
    return isFirst && cell.length > 0 && cell[0] == '#';
  }

  private static boolean isSpecial(byte b) {
    return b == ',' || b == '"' || b == '\n' || b == '\r';
  }

  private void write(int b) throws IOException {
    if (length == BUFFER) {
      flush();
    }
    buffer[length++] = (byte) b;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  /** The bytes of a column's longest cell in UTF-8. */
  int longest(int column) {
    return longest[column];
  }

  /** How many of a column's cells are not empty. */
  long filled(int column) {
    return filled[column];
  }

  /** The rows so far, without the header. */
  long rows() {
    return rows;
  }

  /** Closes the file; a second time does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Typed text that no spreadsheet takes for a formula: an apostrophe goes before a text that
   * starts with {@code = + - @}, a tab or a carriage return (OWASP, CSV injection).
   */
  static String inert(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The text that {@link #inert} was given. */
  static String written(String inert) {
    return inert.length() > 1 && inert.charAt(0) == '\'' && "=+-@\t\r".indexOf(inert.charAt(1)) >= 0
        ? inert.substring(1)
        : inert;
  }
}
