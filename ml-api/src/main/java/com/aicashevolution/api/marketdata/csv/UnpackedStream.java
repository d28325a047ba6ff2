package com.aicashevolution.api.marketdata.csv;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * The text in a file: refuses to go on beyond a limit, for a small archive must not fill the day,
 * and says which file it is that cannot be unpacked.
 */
final class UnpackedStream extends FilterInputStream {

  private final PackedFile file;
  private long read;

  UnpackedStream(InputStream in, PackedFile file) {
    super(in);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(target, offset, length);
    } catch (EOFException | ZipException e) {
      throw file.damaged(e);
    }
    count(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long n) throws IOException {
    read += n;
    if (read > file.limit().bytes()) {
      throw new IOException(file.limit().sentence());
    }
  }
}
