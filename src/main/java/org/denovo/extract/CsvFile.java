package org.denovo.extract;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file that is written row by row under a fixed header. */
final class CsvFile implements AutoCloseable {

  private final CsvWriter writer;
  private final int width;
  private long rows;
  private boolean closed;

  CsvFile(Path file, List<String> header) {
    this.width = header.size();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.writer =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.writeRecord(header);
  }

  /** Writes a row; a cell that is missing is an empty string. */
  void row(List<String> cells) {
    if (cells.size() != width) {
      throw new IllegalStateException(cells.size() + " cells in " + width + " columns");
    }
    writer.writeRecord(cells);
    rows++;
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
    try {
      writer.close();
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
