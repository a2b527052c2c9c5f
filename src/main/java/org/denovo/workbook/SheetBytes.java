package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A refilled buffer over a sheet's XML with a cursor. Behind the last byte stands a zero, which XML
 * cannot hold, so that loops need not look for the end.
 */
final class SheetBytes implements AutoCloseable {

  private static final int SIZE = 1 << 18;

  private final InputStream in;
  private final String part;
  private final byte[] bytes = new byte[SIZE + 1];
  private int at;
  private int end;
  private boolean ended;

  SheetBytes(InputStream in, String part) {
    this.in = in;
    this.part = part;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  /** True if the position is behind the last byte that is here. */
  boolean isEnd(int position) {
    return position >= end;
  }

  /** Makes at least so many bytes available from the cursor on, unless the part ends before. */
  void want(int count) {
    if (end - at < count && !ended) {
      fill();
    }
  }

  /** Moves the rest to the front and reads on; false if there is nothing more or no room. */
  boolean fill() {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
    int before = end;
    try {
      while (end < SIZE && !ended) {
        int n = in.read(bytes, end, SIZE - end);
        if (n < 0) {
          ended = true;
        } else {
          end += n;
        }
      }
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
    bytes[end] = 0;
    return end > before;
  }

  /** True if these bytes stand at the position. */
  boolean stands(int position, byte[] word) {
    return position + word.length <= end
        && Arrays.equals(bytes, position, position + word.length, word, 0, word.length);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
  }
}
