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
import java.util.function.Predicate;

/**
 * The records of a CSV file that a run wrote, as bytes without the line's end. Most records are
 * only compared, and need not be taken apart.
 */
final class Records implements Iterator<byte[]>, AutoCloseable {

  private static final int BUFFER = 1 << 18;
  private static final byte[] NOT_KEPT = new byte[0];

  private final InputStream in;
  private final Predicate<String> kept;
  private final byte[] buffer = new byte[BUFFER];
  private final List<String> header;
  private boolean inBody;
  private int length;
  private int at;
  private byte[] next;

  /** The key of the last record that was looked at, and whether it is kept: files are clustered. */
  private byte[] lastKey = new byte[0];

  private boolean lastKept = true;

  /** Opens a file; the first record is its header. */
  Records(Path file) {
    this(file, pid -> true);
  }

  /**
   * The same of some patients.
   *
   * @param kept the pseudonyms of those whose records are wanted
   */
  Records(Path file, Predicate<String> kept) {
    this.kept = kept;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] first = read();
    this.header = first == null ? List.of() : cells(first);
    this.inBody = true;
    this.next = readKept();
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
    next = readKept();
    return record;
  }

  private byte[] readKept() {
    while (true) {
      byte[] record = read();
      if (record == null || record.length > 0) {
        return record;
      }
    }
  }

  /** The next record, empty if it is not kept; null at the end. */
  private byte[] read() {
    ByteArrayOutputStream begun = null;
    boolean quoted = false;
    while (at < length || fill()) {
      int start = at;
      int end = length;
      byte[] bytes = buffer;
      for (int i = start; i < end; i++) {
        byte b = bytes[i];
        // Most bytes lie above both.
        if (b <= '"' && b >= 0) {
          if (b == '"') {
            quoted = !quoted;
          } else if (b == '\n' && !quoted) {
            at = i + 1;
            return whole(begun, start, i);
          }
        }
      }
      at = end;
      if (begun == null) {
        begun = new ByteArrayOutputStream();
      }
      begun.write(bytes, start, end - start);
    }
    return begun == null || begun.size() == 0 ? null : begun.toByteArray();
  }

  private byte[] whole(ByteArrayOutputStream begun, int start, int end) {
    if (begun == null) {
      return isKept(buffer, start, end) ? Arrays.copyOfRange(buffer, start, end) : NOT_KEPT;
    }
    begun.write(buffer, start, end - start);
    byte[] record = begun.toByteArray();
    return isKept(record, 0, record.length) ? record : NOT_KEPT;
  }

  private boolean isKept(byte[] bytes, int start, int end) {
    if (!inBody) {
      return true;
    }
    int length = lastKey.length;
    boolean same =
        start + length < end
            && bytes[start + length] == ','
            && Arrays.equals(lastKey, 0, length, bytes, start, start + length);
    if (!same) {
      int key = start;
      while (key < end && bytes[key] != ',') {
        key++;
      }
      lastKey = Arrays.copyOfRange(bytes, start, key);
      lastKept = kept.test(new String(lastKey, StandardCharsets.US_ASCII));
    }
    return lastKept;
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
