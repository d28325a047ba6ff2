package com.aicashevolution.inference.journal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of records, each {@code [int length][int CRC-32C][payload]}, added at the end and fsynced
 * before the addition counts. Not thread-safe.
 */
final class RecordFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordFile.class);
  private static final int HEADER = 2 * Integer.BYTES;
  private static final int MAX_PAYLOAD = 1 << 20;

  private final Path path;
  // not a FileChannel: that one closes itself when a reading thread is interrupted
  private final RandomAccessFile file;
  private long end;

  /** Where a payload lies. */
  record Slot(long offset, int length) {}

  private RecordFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Opens or makes the file; call {@link #recover} before anything else. */
  static RecordFile open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try (FileChannel directory = FileChannel.open(directoryOf(path))) {
      directory.force(true); // a new file's name is durable only with its directory
    }
    return new RecordFile(path, file);
  }

  /**
   * Finds the records that are whole. What follows them, as a rule the torn end of a crashed write
   * that was never acknowledged, is copied to a file beside this one before it is cut off.
   */
  List<Slot> recover() throws IOException {
    List<Slot> slots = new ArrayList<>();
    long size = file.length();
    while (end + HEADER <= size) {
      ByteBuffer header = ByteBuffer.wrap(read(new Slot(end, HEADER)));
      int length = header.getInt();
      if (length <= 0 || length > MAX_PAYLOAD || end + HEADER + length > size) {
        break;
      }
      Slot slot = new Slot(end + HEADER, length);
      if (crc(read(slot)) != header.getInt()) {
        break;
      }
      slots.add(slot);
      end += HEADER + length;
    }
    if (end < size) {
      cutDamagedEnd(Math.toIntExact(size - end));
    }
    return slots;
  }

  private void cutDamagedEnd(int bytes) throws IOException {
    Path copy = Files.createTempFile(directoryOf(path), "damaged-", ".spool");
    Files.write(copy, read(new Slot(end, bytes)));
    LOG.warn(
        "event=spool_damaged_end file={} offset={} bytes={} kept_as={}", path, end, bytes, copy);
    cutTo(end);
  }

  static long bytesFor(List<byte[]> payloads) {
    return payloads.stream().mapToLong(payload -> HEADER + payload.length).sum();
  }

  /** Offset at which the next record goes. */
  long end() {
    return end;
  }

  /** Adds the payloads durably; on failure none of them counts and the next write replaces them. */
  List<Slot> append(List<byte[]> payloads) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytesFor(payloads)));
    List<Slot> slots = new ArrayList<>(payloads.size());
    for (byte[] payload : payloads) {
      buffer.putInt(payload.length).putInt(crc(payload));
      slots.add(new Slot(end + buffer.position(), payload.length));
      buffer.put(payload);
    }
    file.seek(end);
    file.write(buffer.array());
    file.getFD().sync();
    end += buffer.capacity();
    return slots;
  }

  byte[] read(Slot slot) throws IOException {
    byte[] bytes = new byte[slot.length()];
    file.seek(slot.offset());
    file.readFully(bytes);
    return bytes;
  }

  void clear() throws IOException {
    cutTo(0);
  }

  private void cutTo(long length) throws IOException {
    file.setLength(length);
    file.getFD().sync();
    end = length;
  }

  private static Path directoryOf(Path path) {
    return path.toAbsolutePath().resolveSibling(".").normalize();
  }

  private static int crc(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
