package org.denovo.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * An .xlsx with one part of any size, made in no time: the part's middle is packed once and its
 * packed bytes are written as often as wished.
 */
final class BigXlsx {

  private BigXlsx() {}

  /**
   * Writes a package.
   *
   * @param small the other parts
   * @param part name of the large one: a start, so many middles, and an end
   * @param packed false to store the part as it is
   */
  static Path write(
      Path file,
      RawXlsx small,
      String part,
      String start,
      String middle,
      int times,
      String end,
      boolean packed)
      throws IOException {
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    byte[] body = middle.getBytes(StandardCharsets.UTF_8);
    byte[] tail = end.getBytes(StandardCharsets.UTF_8);
    CRC32 checksum = new CRC32();
    checksum.update(head);
    for (int i = 0; i < times; i++) {
      checksum.update(body);
    }
    checksum.update(tail);
    long size = head.length + (long) body.length * times + tail.length;
    if (packed) {
      head = deflated(head, false);
      body = deflated(body, false);
      tail = deflated(tail, true);
    }
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (var each : small.parts().entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeArchiveEntry();
      }
      ZipArchiveEntry entry = new ZipArchiveEntry(part);
      entry.setMethod(packed ? ZipEntry.DEFLATED : ZipEntry.STORED);
      entry.setSize(size);
      entry.setCompressedSize(head.length + (long) body.length * times + tail.length);
      entry.setCrc(checksum.getValue());
      zip.addRawArchiveEntry(entry, stream(head, body, times, tail));
    }
    return file;
  }

  private static InputStream stream(byte[] head, byte[] body, int times, byte[] tail) {
    List<InputStream> pieces = new ArrayList<>();
    pieces.add(new ByteArrayInputStream(head));
    for (int i = 0; i < times; i++) {
      pieces.add(new ByteArrayInputStream(body));
    }
    pieces.add(new ByteArrayInputStream(tail));
    return new java.io.SequenceInputStream(Collections.enumeration(pieces));
  }

  /** Blocks that end on a byte and refer to nothing before them, so that they can be repeated. */
  private static byte[] deflated(byte[] bytes, boolean last) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    if (last) {
      deflater.finish();
    }
    byte[] packed = new byte[bytes.length + 1000];
    int n = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(packed, n);
  }
}
