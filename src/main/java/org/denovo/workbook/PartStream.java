package org.denovo.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.denovo.vocabulary.Text;

/**
 * An unpacked part that stops at the limits of size and of unpacked to packed size, and whose end
 * is believed only if length and checksum are those that the archive promises.
 */
final class PartStream extends FilterInputStream {

  private static final long JUDGED_FROM = 4L << 20;
  private static final Text TOO_MUCH = new Text("解压后的内容", "Unpacked content is");
  private static final Text BOMB =
      new Text("异常高的压缩比（压缩炸弹）", "a part packed far too tightly (zip bomb)");

  private final String part;
  private final Promise promise;
  private final long mostBytes;
  private final int mostRatio;
  private final CRC32 checksum = new CRC32();
  private long read;
  private boolean ended;

  /** What an archive says of an entry: bytes as packed, bytes and checksum as unpacked. */
  record Promise(long packed, long unpacked, long checksum) {}

  PartStream(String part, InputStream in, Promise promise, long mostBytes, int mostRatio) {
    super(in);
    this.part = part;
    this.promise = promise;
    this.mostBytes = mostBytes;
    this.mostRatio = mostRatio;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(buffer, offset, length);
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
    if (n > 0) {
      read += n;
      checksum.update(buffer, offset, n);
      judge();
    } else if (n < 0 && !ended) {
      ended = true;
      if (read != promise.unpacked() || checksum.getValue() != promise.checksum()) {
        throw Refusals.broken(part);
      }
    }
    return n;
  }

  private void judge() {
    if (read > mostBytes) {
      throw Refusals.tooLarge(TOO_MUCH, mostBytes);
    }
    if (read > JUDGED_FROM && read / mostRatio > promise.packed()) {
      throw Refusals.hostile(BOMB);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
