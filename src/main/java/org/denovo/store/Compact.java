package org.denovo.store;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Numbers in as few bytes as they need, texts in UTF-8, and the whole compressed. */
final class Compact {

  private Compact() {}

  /** Bytes that are being written. */
  static final class Out {

    private byte[] bytes = new byte[4096];
    private int length;

    int length() {
      return length;
    }

    void clear() {
      length = 0;
    }

    /** A number that is not negative. */
    void number(int value) {
      room(5);
      int rest = value;
      while (rest > 0x7F) {
        bytes[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[length++] = (byte) rest;
    }

    void real(double value) {
      room(8);
      long bits = Double.doubleToLongBits(value);
      for (int shift = 56; shift >= 0; shift -= 8) {
        bytes[length++] = (byte) (bits >>> shift);
      }
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      room(utf8.length);
      System.arraycopy(utf8, 0, bytes, length, utf8.length);
      length += utf8.length;
    }

    void all(Out other) {
      room(other.length);
      System.arraycopy(other.bytes, 0, bytes, length, other.length);
      length += other.length;
    }

    private void room(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
      }
    }

    /** All of it, compressed in one piece: a stream would call the compressor for each value. */
    byte[] deflated() {
      Out whole = new Out();
      whole.number(length);
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      try {
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        while (!deflater.finished()) {
          whole.room(1 << 14);
          whole.length +=
              deflater.deflate(whole.bytes, whole.length, whole.bytes.length - whole.length);
        }
        return Arrays.copyOf(whole.bytes, whole.length);
      } finally {
        deflater.end();
      }
    }
  }

  /** Bytes that are being read. */
  static final class In {

    private final byte[] bytes;
    private int position;

    private In(byte[] bytes) {
      this.bytes = bytes;
    }

    /** What {@link Out#deflated} compressed. */
    static In inflated(byte[] deflated) {
      In packed = new In(deflated);
      In plain = new In(new byte[packed.number()]);
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(deflated, packed.position, deflated.length - packed.position);
        if (inflater.inflate(plain.bytes) < plain.bytes.length) {
          throw new UncheckedIOException(new ZipException("a block of patients is cut short"));
        }
        return plain;
      } catch (DataFormatException e) {
        throw new UncheckedIOException(new ZipException(e.getMessage()));
      } finally {
        inflater.end();
      }
    }

    int position() {
      return position;
    }

    void position(int to) {
      position = to;
    }

    int number() {
      int next = bytes[position++];
      int value = next & 0x7F;
      for (int shift = 7; next < 0; shift += 7) {
        next = bytes[position++];
        value |= (next & 0x7F) << shift;
      }
      return value;
    }

    double real() {
      long bits = 0;
      for (int i = 0; i < 8; i++) {
        bits = bits << 8 | bytes[position++] & 0xFF;
      }
      return Double.longBitsToDouble(bits);
    }

    String text() {
      int length = number();
      String text = new String(bytes, position, length, StandardCharsets.UTF_8);
      position += length;
      return text;
    }
  }
}
