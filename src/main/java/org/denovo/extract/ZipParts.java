package org.denovo.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An archive (PKWARE's APPNOTE 6.3) of deflated parts, written from front to back: the sizes stand
 * behind each part and in the directory. No time of day is in it.
 */
final class ZipParts implements AutoCloseable {

  private static final int DEFLATED = 8;
  private static final int SIZES_BEHIND = 1 << 3;
  private static final int THE_FIRST_DAY = 1 << 5 | 1; // 1 January 1980
  private static final int VERSION = 20;
  private static final int VERSION_64 = 45;
  private static final long MOST = 0xffffffffL;

  private record Part(byte[] name, long offset, long crc, long packed, long size) {

    boolean isLarge() {
      return size >= MOST || packed >= MOST || offset >= MOST;
    }

    int version() {
      return isLarge() ? VERSION_64 : VERSION;
    }
  }

  private final OutputStream out;
  private final List<Part> parts = new ArrayList<>();
  private long position;

  ZipParts(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** What writes a part. */
  interface Content {
    void write(Deflated out) throws IOException;
  }

  /** Writes the next part. */
  void add(String path, Content content) throws IOException {
    byte[] name = path.getBytes(StandardCharsets.US_ASCII);
    long offset = position;
    ByteBuffer head = bytes(30).putInt(0x04034b50).putShort((short) VERSION);
    method(head).putInt(0).putInt(0).putInt(0).putShort((short) name.length).putShort((short) 0);
    write(head);
    write(ByteBuffer.wrap(name).position(name.length));
    Deflated deflated = new Deflated(out);
    content.write(deflated);
    deflated.end();
    position += deflated.packed();
    Part part = new Part(name, offset, deflated.crc(), deflated.packed(), deflated.position());
    parts.add(part);
    ByteBuffer sizes = bytes(24).putInt(0x08074b50).putInt((int) part.crc);
    write(
        part.isLarge()
            ? sizes.putLong(part.packed).putLong(part.size)
            : sizes.putInt((int) part.packed).putInt((int) part.size));
  }

  private static ByteBuffer method(ByteBuffer buffer) {
    return buffer
        .putShort((short) SIZES_BEHIND)
        .putShort((short) DEFLATED)
        .putShort((short) 0)
        .putShort((short) THE_FIRST_DAY);
  }

  private void directory(Part part) throws IOException {
    ByteBuffer entry = bytes(66).putInt(0x02014b50);
    entry.putShort((short) part.version()).putShort((short) part.version());
    method(entry).putInt((int) part.crc);
    entry.putInt((int) (part.isLarge() ? MOST : part.packed));
    entry.putInt((int) (part.isLarge() ? MOST : part.size));
    entry.putShort((short) part.name.length).putShort((short) (part.isLarge() ? 28 : 0));
    entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    entry.putInt((int) (part.isLarge() ? MOST : part.offset));
    write(entry);
    write(ByteBuffer.wrap(part.name).position(part.name.length));
    if (part.isLarge()) {
      ByteBuffer large = bytes(28).putShort((short) 1).putShort((short) 24);
      write(large.putLong(part.size).putLong(part.packed).putLong(part.offset));
    }
  }

  private static ByteBuffer bytes(int most) {
    return ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer bytes) throws IOException {
    out.write(bytes.array(), 0, bytes.position());
    position += bytes.position();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      long offset = position;
      for (Part part : parts) {
        directory(part);
      }
      long length = position - offset;
      if (offset >= MOST) {
        largeEnd(offset, length);
      }
      ByteBuffer end = bytes(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
      end.putShort((short) parts.size()).putShort((short) parts.size());
      end.putInt((int) length).putInt((int) Math.min(offset, MOST)).putShort((short) 0);
      write(end);
    }
  }

  private void largeEnd(long offset, long length) throws IOException {
    long at = position;
    ByteBuffer end = bytes(56).putInt(0x06064b50).putLong(44);
    end.putShort((short) VERSION_64).putShort((short) VERSION_64).putInt(0).putInt(0);
    end.putLong(parts.size()).putLong(parts.size()).putLong(length).putLong(offset);
    write(end);
    write(bytes(20).putInt(0x07064b50).putInt(0).putLong(at).putInt(1));
  }
}
