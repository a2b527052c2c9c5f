package org.denovo.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/** A pass of its own over a file that others read too; closing it closes nothing. */
final class ChannelFrom implements ReadableByteChannel {

  private final FileChannel file;
  private long position;

  ChannelFrom(FileChannel file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int n = file.read(target, position);
    position += Math.max(0, n);
    return n;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() {}
}
