package org.denovo.difference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The records of a CSV file that a run wrote, as bytes without the line's end. Most records are
 * only compared, and need not be taken apart.
 */
final class Records implements Iterator<byte[]>, AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final List<String> header;
  private int length;
  private int at;
  private byte[] next;

  /** Opens a file; the first record is its header. */
  Records(Path file) {
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] first = read();
    this.header = first == null ? List.of() : cells(first);
    this.next = read();
  }

  /** The names of the columns. */
  List<String> header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public byte[] next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    byte[] record = next;
    next = read();
    return record;
  }

  /** The next record; null at the end. */
  private byte[] read() {
    ByteArrayOutputStream begun = null;
    boolean quoted = false;
    while (at < length || fill()) {
      int start = at;
      while (at < length) {
        byte b = buffer[at++];
        if (b == '"') {
          quoted = !quoted;
        } else if (b == '\n' && !quoted) {
          return whole(begun, start, at - 1);
        }
      }
      if (begun == null) {
        begun = new ByteArrayOutputStream();
      }
      begun.write(buffer, start, at - start);
    }
    return begun == null || begun.size() == 0 ? null : begun.toByteArray();
  }

  private byte[] whole(ByteArrayOutputStream begun, int start, int end) {
    if (begun == null) {
      return Arrays.copyOfRange(buffer, start, end);
    }
    begun.write(buffer, start, end - start);
    return begun.toByteArray();
  }

  private boolean fill() {
    try {
      length = Math.max(0, in.read(buffer));
      at = 0;
      return length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a record. */
  static List<String> cells(byte[] record) {
    String text = new String(record, StandardCharsets.UTF_8);
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The first cell of a record, which is a pseudonym and never quoted. */
  static String pid(byte[] record) {
    return new String(record, 0, keyLength(record), StandardCharsets.US_ASCII);
  }

  /** How many bytes the first cell has. */
  static int keyLength(byte[] record) {
    int length = 0;
    while (length < record.length && record[length] != ',') {
      length++;
    }
    return length;
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
