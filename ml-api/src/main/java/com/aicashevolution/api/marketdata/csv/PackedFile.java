package com.aicashevolution.api.marketdata.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A text file that may be packed with gzip or zip; which one its first bytes say, not its name.
 *
 * @param name of the text itself, without folders
 * @param entry of a zip that holds it; empty elsewhere
 * @param limit up to which it is read
 */
record PackedFile(Path path, Packing packing, String name, String entry, Limit limit) {

  /** Text of prices packs about tenfold; what unpacks to more than this is no text of prices. */
  private static final long MOST_RATIO = 200;

  private static final long FREE_BYTES = 32L << 20;

  /** How a file is packed. */
  enum Packing {
    PLAIN,
    GZIP,
    ZIP
  }

  /**
   * How much text is read.
   *
   * @param sentence what to tell a person beyond it
   */
  record Limit(long bytes, String sentence) {

    static Limit of(Packing packing, String name, long packedBytes, long mostBytes) {
      long believable = FREE_BYTES + MOST_RATIO * packedBytes;
      return packing == Packing.PLAIN || mostBytes <= believable
          ? new Limit(
              mostBytes,
              "%s is larger than %d MiB; split it, or raise --max-mib"
                  .formatted(name, mostBytes >> 20))
          : new Limit(
              believable,
              "%s unpacks to more than %d MiB and %d times its packed size: no table of prices packs so well; unpack it first"
                  .formatted(name, FREE_BYTES >> 20, MOST_RATIO));
    }
  }

  /** Thrown for a zip in which it is not clear what to read. */
  static final class AmbiguousArchiveException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    AmbiguousArchiveException(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    /** What to tell a person. */
    String sentence() {
      return sentence;
    }
  }

  /**
   * Looks at {@code path}.
   *
   * @param mostBytes the largest text to read, unpacked
   */
  static PackedFile of(Path path, long mostBytes) throws IOException {
    byte[] magic = new byte[4];
    int read;
    try (InputStream in = Files.newInputStream(path)) {
      read = in.readNBytes(magic, 0, 4);
    }
    String name = path.getFileName().toString();
    if (read >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b) {
      String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
      return packed(path, Packing.GZIP, inner, "", mostBytes);
    }
    if (read == 4 && Arrays.equals(magic, new byte[] {'P', 'K', 3, 4})) {
      String entry = onlyTextIn(path);
      String inner = entry.substring(entry.lastIndexOf('/') + 1);
      return packed(path, Packing.ZIP, inner, entry, mostBytes);
    }
    return packed(path, Packing.PLAIN, name, "", mostBytes);
  }

  private static PackedFile packed(
      Path path, Packing packing, String name, String entry, long mostBytes) throws IOException {
    Limit limit = Limit.of(packing, name, Files.size(path), mostBytes);
    return new PackedFile(path, packing, name, entry, limit);
  }

  private static String onlyTextIn(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> files =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.startsWith("__MACOSX/"))
              .toList();
      List<String> tables = files.stream().filter(name -> ends(name, ".csv")).toList();
      List<String> candidates =
          tables.isEmpty() ? files.stream().filter(name -> ends(name, ".txt")).toList() : tables;
      if (candidates.size() == 1) {
        return candidates.getFirst();
      }
      throw new AmbiguousArchiveException(
          candidates.isEmpty()
              ? path.getFileName() + " holds no .csv file"
              : path.getFileName()
                  + " holds "
                  + candidates.size()
                  + " files; unpack it and import them one by one");
    } catch (ZipException e) {
      throw damaged(path, e);
    }
  }

  private static boolean ends(String name, String suffix) {
    return name.toLowerCase(Locale.ROOT).endsWith(suffix);
  }

  IOException damaged(IOException cause) {
    return damaged(path, cause);
  }

  private static IOException damaged(Path path, IOException cause) {
    return new IOException(path.getFileName() + " is damaged: " + cause.getMessage(), cause);
  }

  /** The text's bytes; reading beyond the limit throws. */
  InputStream open() throws IOException {
    InputStream in =
        switch (packing) {
          case PLAIN -> Files.newInputStream(path);
          case GZIP -> openGzip();
          case ZIP -> openEntry();
        };
    return new BufferedInputStream(new UnpackedStream(in, this), 1 << 16);
  }

  private InputStream openGzip() throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return new GZIPInputStream(file, 1 << 16);
    } catch (EOFException | ZipException e) {
      file.close();
      throw damaged(e);
    }
  }

  private InputStream openEntry() throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      zip.close();
      throw new IOException(entry + " vanished from " + path.getFileName());
    }
    return new ZipEntryStream(zip, zip.getInputStream(found));
  }
}
