package org.denovo.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.denovo.vocabulary.Text;

/**
 * Compares an archive's directory with what really stands before each entry's data. Two programs
 * that believe different halves would read different workbooks; entries that share bytes make a
 * small file endless.
 */
final class ZipEntries {

  private static final Text OVERLAP =
      new Text("压缩包内的文件互相重叠（压缩炸弹）", "files inside it that overlap (zip bomb)");
  private static final Text CONTRADICTION =
      new Text("压缩包目录与文件头不一致", "an archive whose directory contradicts its entries");

  private static final int HEADER = 30;
  private static final int SIGNATURE = 0x04034B50;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;

  private final SeekableByteChannel bytes;

  private ZipEntries(SeekableByteChannel bytes) {
    this.bytes = bytes;
  }

  /** Refuses what contradicts itself or overlaps. */
  static void check(SeekableByteChannel bytes, List<ZipArchiveEntry> entries) throws IOException {
    ZipEntries archive = new ZipEntries(bytes);
    long free = 0;
    for (ZipArchiveEntry entry :
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList()) {
      if (entry.getLocalHeaderOffset() < free) {
        throw Refusals.hostile(OVERLAP);
      }
      free = archive.end(entry);
    }
    if (free > bytes.size()) {
      throw Refusals.broken("zip");
    }
  }

  /** Where the data of an entry end. */
  private long end(ZipArchiveEntry entry) throws IOException {
    ByteBuffer header = read(entry.getLocalHeaderOffset(), HEADER);
    int flags = header.getShort(6);
    long packed = header.getInt(18) & IN_ZIP64;
    int name = header.getShort(26) & 0xFFFF;
    int extra = header.getShort(28) & 0xFFFF;
    byte[] written = read(entry.getLocalHeaderOffset() + HEADER, name).array();
    boolean sized = (flags & SIZES_FOLLOW) == 0 && packed != IN_ZIP64;
    if (header.getInt(0) != SIGNATURE
        || header.getShort(8) != entry.getMethod()
        || !Arrays.equals(written, entry.getRawName())
        || sized && packed != entry.getCompressedSize()) {
      throw Refusals.hostile(CONTRADICTION);
    }
    return entry.getLocalHeaderOffset() + HEADER + name + extra + entry.getCompressedSize();
  }

  private ByteBuffer read(long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(position);
    while (buffer.hasRemaining()) {
      if (bytes.read(buffer) < 0) {
        throw Refusals.broken("zip");
      }
    }
    return buffer;
  }
}
