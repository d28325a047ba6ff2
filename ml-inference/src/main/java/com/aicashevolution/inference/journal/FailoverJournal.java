package com.aicashevolution.inference.journal;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * A journal that survives the loss of the one behind it: while the spool holds anything, new
 * entries queue behind it and the lost journal is not even asked. One thread at a time may append.
 */
public final class FailoverJournal implements PredictionJournal {

  /** Qualifier of the bean, which stands beside the journal it wraps. */
  public static final String NAME = "failover";

  private static final Logger LOG = LoggerFactory.getLogger(FailoverJournal.class);

  private final PredictionJournal primary;
  private final Spool spool;

  public FailoverJournal(PredictionJournal primary, Spool spool) {
    this.primary = primary;
    this.spool = spool;
  }

  /**
   * Writes to the primary, or else durably to the spool.
   *
   * @throws DataIntegrityViolationException if the primary is there and will never take an entry
   * @throws UncheckedIOException if neither took them
   */
  @Override
  public void append(List<JournalEntry> entries) {
    if (spool.isEmpty()) {
      try {
        primary.append(entries);
        return;
      } catch (DataIntegrityViolationException refused) {
        throw refused;
      } catch (RuntimeException unreachable) {
        LOG.warn(
            "event=journal_spooling entries={} reason=\"{}\"",
            entries.size(),
            unreachable.toString());
      }
    }
    try {
      spool.append(entries);
    } catch (IOException neither) {
      throw new UncheckedIOException(neither);
    }
  }

  @Override
  public Optional<JournalEntry> find(UUID predictionId) {
    try {
      Optional<JournalEntry> waiting = spool.find(predictionId);
      return waiting.isPresent() ? waiting : primary.find(predictionId);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<JournalEntry> latestPerSymbol(Timeframe timeframe) {
    return primary.latestPerSymbol(timeframe);
  }
}
