package com.aicashevolution.platform.journal;

import com.aicashevolution.market.Timeframe;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps and finds answers in {@code ml_predictions}. Thread-safe. */
public interface PredictionJournal {

  /** Writes the entries durably, all or none; an id that is already there is left as it is. */
  void append(List<JournalEntry> entries);

  /**
   * The answer with this id.
   *
   * @throws DamagedRowException if its row holds what nobody ever wrote there
   */
  Optional<JournalEntry> find(UUID predictionId);

  /** The newest answer of every symbol that has one, ordered by symbol. */
  List<JournalEntry> latestPerSymbol(Timeframe timeframe);
}
