package com.aicashevolution.api.marketdata.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to go on beyond a number of bytes: a small archive must not fill the day. */
final class LimitedInputStream extends FilterInputStream {

  private final long limit;
  private final String name;
  private long read;

  LimitedInputStream(InputStream in, long limit, String name) {
    super(in);
    this.limit = limit;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
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
    if (read > limit) {
      throw new IOException(
          "%s unpacks to more than %d MiB; split it, or raise --max-mib"
              .formatted(name, limit >> 20));
    }
  }
}
