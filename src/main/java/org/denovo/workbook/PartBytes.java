package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A refilled buffer over a part's XML. Behind the last byte stands a zero, which XML cannot hold,
 * so that loops need not look for the end.
 */
final class PartBytes implements AutoCloseable {

  private static final int SIZE = 1 << 18;

  private final InputStream in;
  private final String part;
  private final byte[] bytes = new byte[SIZE + 1];
  private int end;
  private boolean ended;

  PartBytes(InputStream in, String part) {
    this.in = in;
    this.part = part;
  }

  byte[] bytes() {
    return bytes;
  }

  String part() {
    return part;
  }

  /** Behind the last byte that is here. */
  int end() {
    return end;
  }

  /** True if so many bytes are here from a position on, or all that there will ever be. */
  boolean has(int from, int count) {
    return end - from >= count || ended;
  }

  /**
   * Moves what stands from a position on to the front, where it now begins, and reads on; false if
   * there is nothing more or no room.
   */
  boolean fill(int from) {
    System.arraycopy(bytes, from, bytes, 0, end - from);
    end -= from;
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
