package org.denovo.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.denovo.vocabulary.Text;

/** An unpacked part that stops at the limits of size and of unpacked to packed size. */
final class PartStream extends FilterInputStream {

  private static final long JUDGED_FROM = 4L << 20;
  private static final Text TOO_MUCH = new Text("解压后的内容", "Unpacked content is");

  private final String part;
  private final long packed;
  private final Limits limits;
  private long read;

  PartStream(String part, InputStream in, long packed, Limits limits) {
    super(in);
    this.part = part;
    this.packed = packed;
    this.limits = limits;
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
      judge();
    }
    return n;
  }

  private void judge() {
    if (read > limits.inflatedBytes()) {
      throw Refusals.tooLarge(TOO_MUCH, limits.inflatedBytes());
    }
    if (read > JUDGED_FROM && read / limits.inflateRatio() > packed) {
      throw Refusals.hostile(new Text("异常高的压缩比（压缩炸弹）", "a part packed far too tightly (zip bomb)"));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
