package com.aicashevolution.inference.journal.file;

import com.aicashevolution.inference.journal.Spool;
import com.aicashevolution.platform.journal.JournalEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The spool in one file of a directory of its own. Removal moves a mark in memory; the file is cut
 * to nothing when everything has been removed, so a crash brings entries back rather than losing
 * one. Thread-safe; one process per directory.
 */
public final class FileSpool implements Spool, AutoCloseable {

  private static final String FILE = "predictions.spool";
  private static final String REFUSED = "refused.spool";
  private static final String LOCK = "spool.lock";

  private final Path directory;
  private final long limitBytes;
  private final FileChannel lock;
  private final RecordFile file;
  private final Map<UUID, RecordFile.Slot> waiting = new LinkedHashMap<>();

  private FileSpool(Path directory, long limitBytes, FileChannel lock, RecordFile file) {
    this.directory = directory;
    this.limitBytes = limitBytes;
    this.lock = lock;
    this.file = file;
  }

  /**
   * Opens the spool of {@code directory}, making the directory if need be; entries of an earlier
   * process wait in it.
   *
   * @throws IOException if the directory cannot be written, or another process uses it
   */
  public static FileSpool open(Path directory, long limitBytes) throws IOException {
    Files.createDirectories(directory);
    FileChannel lock = lock(directory);
    FileSpool spool =
        new FileSpool(directory, limitBytes, lock, RecordFile.open(directory.resolve(FILE)));
    for (RecordFile.Slot slot : spool.file.recover()) {
      spool.waiting.putIfAbsent(spool.read(slot).predictionId(), slot);
    }
    return spool;
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (java.nio.channels.OverlappingFileLockException heldByThisProcess) {
      // the same answer as for another process
    }
    channel.close();
    throw new IOException("spool directory " + directory + " is in use by another process");
  }

  @Override
  public synchronized void append(List<JournalEntry> entries) throws IOException {
    List<byte[]> payloads = new ArrayList<>(entries.size());
    for (JournalEntry entry : entries) {
      payloads.add(JournalEntryFormat.write(entry));
    }
    if (file.end() + RecordFile.bytesFor(payloads) > limitBytes) {
      throw new SpoolFullException(limitBytes);
    }
    List<RecordFile.Slot> slots = file.append(payloads);
    for (int i = 0; i < slots.size(); i++) {
      waiting.putIfAbsent(entries.get(i).predictionId(), slots.get(i));
    }
  }

  @Override
  public synchronized List<JournalEntry> oldest(int limit) throws IOException {
    List<JournalEntry> entries = new ArrayList<>(Math.min(limit, waiting.size()));
    for (RecordFile.Slot slot : waiting.values()) {
      if (entries.size() == limit) {
        break;
      }
      entries.add(read(slot));
    }
    return entries;
  }

  @Override
  public synchronized void remove(int count) throws IOException {
    var oldest = waiting.values().iterator();
    for (int i = 0; i < count; i++) {
      oldest.next();
      oldest.remove();
    }
    if (waiting.isEmpty()) {
      file.clear();
    }
  }

  @Override
  public synchronized void setAsideOldest() throws IOException {
    byte[] payload = file.read(waiting.values().iterator().next());
    try (RecordFile refused = RecordFile.open(directory.resolve(REFUSED))) {
      refused.recover();
      refused.append(List.of(payload));
    }
    remove(1);
  }

  @Override
  public synchronized Optional<JournalEntry> find(UUID predictionId) throws IOException {
    RecordFile.@Nullable Slot slot = waiting.get(predictionId);
    return slot == null ? Optional.empty() : Optional.of(read(slot));
  }

  @Override
  public synchronized int size() {
    return waiting.size();
  }

  private JournalEntry read(RecordFile.Slot slot) throws IOException {
    return JournalEntryFormat.read(file.read(slot));
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
    lock.close();
  }
}
