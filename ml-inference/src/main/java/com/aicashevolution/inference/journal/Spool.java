package com.aicashevolution.inference.journal;

import com.aicashevolution.platform.journal.JournalEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries waiting for Postgres: first in, first out, durable and bounded. Thread-safe. */
public interface Spool {

  /**
   * Adds the entries durably, all or none.
   *
   * @throws SpoolFullException if they would exceed the bound
   * @throws IOException if the medium fails; none of them is kept
   */
  void append(List<JournalEntry> entries) throws IOException;

  /** The oldest entries, at most {@code limit}; they stay until removed. */
  List<JournalEntry> oldest(int limit) throws IOException;

  /** Drops the {@code count} oldest entries. */
  void remove(int count) throws IOException;

  /** Moves the oldest entry out of the way, to where a person finds it. */
  void setAsideOldest() throws IOException;

  Optional<JournalEntry> find(UUID predictionId) throws IOException;

  /** Entries waiting. */
  int size();

  default boolean isEmpty() {
    return size() == 0;
  }

  /** The bound is reached. */
  final class SpoolFullException extends IOException {

    private static final long serialVersionUID = 1L;

    public SpoolFullException(long limitBytes) {
      super("the spool holds as much as it may, " + limitBytes + " bytes");
    }
  }
}
