package org.denovo.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private int length;
  private long rows;
  private boolean closed;

  CsvFile(Path file, List<String> header) {
    this.width = header.size();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.out = Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(header);
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
        write(cells.get(i).getBytes(StandardCharsets.UTF_8), i == 0);
      }
      write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] cell, boolean isFirst) throws IOException {
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
      if (b <= ',' && b >= 0 && (b == ',' || b == '"' || b == '\n' || b == '\r')) {
        return true;
      }
    }
    // Many readers take such a line for a comment.
    return isFirst && cell.length > 0 && cell[0] == '#';
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
