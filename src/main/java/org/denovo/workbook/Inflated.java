package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflated bytes of an archive's entry, unpacked in large steps. */
final class Inflated extends InflaterInputStream {

  private static final int STEP = 1 << 16;

  private boolean padded;

  Inflated(InputStream packed) {
    super(packed, new Inflater(true), STEP);
  }

  /** Raw deflate may ask for one byte more than there is. */
  @Override
  protected void fill() throws IOException {
    len = in.read(buf, 0, buf.length);
    if (len < 0) {
      if (padded) {
        throw new IOException("an entry ends before its data do");
      }
      padded = true;
      buf[0] = 0;
      len = 1;
    }
    inf.setInput(buf, 0, len);
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      inf.end();
    }
  }
}
