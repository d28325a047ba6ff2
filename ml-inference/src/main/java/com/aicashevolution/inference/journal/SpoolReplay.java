package com.aicashevolution.inference.journal;

import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Moves the spool into Postgres, oldest first. An entry is dropped from the spool only after its
 * commit, and the journal leaves an id it already has as it is, so a crash between the two changes
 * nothing. One thread at a time.
 */
public final class SpoolReplay {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);
  private static final int BATCH = 500;

  private final Spool spool;
  private final PredictionJournal primary;

  public SpoolReplay(Spool spool, PredictionJournal primary) {
    this.spool = spool;
    this.primary = primary;
  }

  /** Replays until the spool is empty or Postgres refuses; returns how many entries moved. */
  public int run() {
    int moved = 0;
    try {
      while (!spool.isEmpty()) {
        moved += moveOldest(spool.oldest(BATCH));
      }
    } catch (RuntimeException stillUnreachable) {
      LOG.debug("event=journal_still_unreachable waiting={}", spool.size(), stillUnreachable);
    } catch (IOException unreadable) {
      LOG.error("event=spool_unreadable waiting={}", spool.size(), unreadable);
    }
    if (moved > 0) {
      LOG.info("event=spool_replayed entries={} waiting={}", moved, spool.size());
    }
    return moved;
  }

  private int moveOldest(List<JournalEntry> oldest) throws IOException {
    try {
      primary.append(oldest);
    } catch (DataIntegrityViolationException refused) {
      return moveOneByOne(oldest);
    }
    spool.remove(oldest.size());
    return oldest.size();
  }

  /** One entry Postgres will never take must not hold up those behind it. */
  private int moveOneByOne(List<JournalEntry> oldest) throws IOException {
    int moved = 0;
    for (JournalEntry entry : oldest) {
      try {
        primary.append(List.of(entry));
        spool.remove(1);
        moved++;
      } catch (DataIntegrityViolationException refused) {
        spool.setAsideOldest();
        LOG.error("event=spool_entry_refused prediction_id={}", entry.predictionId(), refused);
      }
    }
    return moved;
  }
}
