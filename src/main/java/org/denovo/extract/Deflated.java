package org.denovo.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Bytes deflated (RFC 1951) by a writer that knows where the same ones stood before. Nothing is
 * searched for and the codes are the fixed ones, so the same calls give the same bytes on every
 * machine, which a machine's own deflater does not promise, and cost less than to write the bytes
 * as they are.
 */
final class Deflated {

  /** As far back as bytes can be repeated. */
  private static final int WINDOW = 1 << 15;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;

  /** The code of each byte and of each length, lowest bit first, and how many bits it has. */
  private static final int[] BYTES = new int[256];

  private static final int[] LENGTHS = new int[LONGEST + 1];
  private static final int COUNT = 24;

  static {
    for (int b = 0; b < BYTES.length; b++) {
      BYTES[b] = b < 144 ? code(0x30 + b, 8) : code(0x190 + b - 144, 9);
    }
    int length = SHORTEST;
    for (int symbol = 257; symbol < 285; symbol++) {
      int code = symbol < 280 ? code(symbol - 256, 7) : code(0xC0 + symbol - 280, 8);
      int bits = code >>> COUNT;
      int more = symbol < 265 ? 0 : (symbol - 261) / 4;
      for (int i = 0; i < 1 << more; i++) {
        LENGTHS[length++] = code & ~(0xff << COUNT) | i << bits | bits + more << COUNT;
      }
    }
    LENGTHS[LONGEST] = code(0xC0 + 285 - 280, 8);
  }

  private static int code(int code, int bits) {
    return Integer.reverse(code) >>> 32 - bits | bits << COUNT;
  }

  private final OutputStream out;
  private final CRC32 crc = new CRC32();
  private final byte[] plain = new byte[4 * WINDOW];
  private int size;
  private int summed;
  private long before;
  private final byte[] packed = new byte[1 << 15];
  private int filled;
  private long written;
  private long bits;
  private int count;

  /** Begins a stream; {@link #end} must end it. */
  Deflated(OutputStream out) throws IOException {
    this.out = out;
    append(0b011, 3); // the last block, in fixed codes
  }

  /** How many bytes there are so far. */
  long position() {
    return before + size;
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  void write(byte[] bytes) throws IOException {
    for (byte b : bytes) {
      if (size == plain.length) {
        slide();
      }
      plain[size++] = b;
      int code = BYTES[b & 0xff];
      append(code & 0xffffff, code >>> COUNT);
    }
  }

  /** True if so many bytes can be repeated that stood at a position. */
  boolean reaches(long position, int length) {
    return position >= 0
        && position() - position <= WINDOW
        && length >= SHORTEST
        && length <= LONGEST;
  }

  /** Repeats bytes that stood at a position. */
  void repeat(long position, int length) throws IOException {
    if (!reaches(position, length)) {
      throw new IllegalArgumentException(length + " bytes from " + position);
    }
    if (size + length > plain.length) {
      slide();
    }
    int from = (int) (position - before);
    for (int i = 0; i < length; i++) { // they may overlap
      plain[size + i] = plain[from + i];
    }
    int distance = size - from;
    size += length;
    append(LENGTHS[length] & 0xffffff, LENGTHS[length] >>> COUNT);
    int back = distance - 1;
    int more = back < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(back);
    int symbol = back < 4 ? back : 2 * more + (back >>> more);
    append(Integer.reverse(symbol) >>> 27, 5);
    append(back & (1 << more) - 1, more);
  }

  private void slide() {
    crc.update(plain, summed, size - summed);
    System.arraycopy(plain, size - WINDOW, plain, 0, WINDOW);
    before += size - WINDOW;
    size = WINDOW;
    summed = WINDOW;
  }

  private void append(int code, int length) throws IOException {
    bits |= (long) code << count;
    count += length;
    if (count >= 32) {
      flush(4);
    }
  }

  private void flush(int bytes) throws IOException {
    if (filled + bytes > packed.length) {
      out.write(packed, 0, filled);
      filled = 0;
    }
    for (int i = 0; i < bytes; i++) {
      packed[filled++] = (byte) bits;
      bits >>>= 8;
    }
    count -= 8 * bytes;
    written += bytes;
  }

  /** Ends the stream. */
  void end() throws IOException {
    crc.update(plain, summed, size - summed);
    summed = size;
    append(0, 7);
    while (count > 0) {
      flush(1);
    }
    out.write(packed, 0, filled);
    filled = 0;
  }

  /** The checksum of all bytes, once they have ended. */
  long crc() {
    return crc.getValue();
  }

  /** How many bytes they became. */
  long packed() {
    return written;
  }
}
