package com.aicashevolution.api.marketdata.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/** An entry of a zip that closes the zip with itself. */
final class ZipEntryStream extends FilterInputStream {

  private final ZipFile zip;

  ZipEntryStream(ZipFile zip, InputStream entry) {
    super(entry);
    this.zip = zip;
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      super.close();
    }
  }
}
