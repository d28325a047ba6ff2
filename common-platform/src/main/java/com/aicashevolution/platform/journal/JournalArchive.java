package com.aicashevolution.platform.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads answers in bulk, as many at a time as fit in memory. Thread-safe. */
public interface JournalArchive {

  /** A row, as far as it can be read. */
  sealed interface Row {

    UUID predictionId();

    /** As it was written. */
    record Whole(JournalEntry entry) implements Row {

      @Override
      public UUID predictionId() {
        return entry.predictionId();
      }
    }

    /** Holding what nobody ever wrote there; {@code why} names the value. */
    record Damaged(UUID predictionId, String why) implements Row {}
  }

  /** Before every id. */
  UUID FIRST = new UUID(0, 0);

  /**
   * The next answers in the order of their ids, which is that of their making.
   *
   * @param since only answers made then or later
   * @param after id of the last answer of the page before; {@link #FIRST} for the first page
   * @param limit most answers of a page
   */
  List<Row> page(Instant since, UUID after, int limit);

  /**
   * Ids of up to {@code count} answers made at or after {@code since}, each as likely as any other,
   * in order; the same for the same rows and seed.
   */
  List<UUID> sample(Instant since, int count, long seed);

  /** The answers with these ids, ordered by id; unknown ones are left out. */
  List<Row> findAll(List<UUID> ids);
}
