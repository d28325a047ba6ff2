package com.aicashevolution.inference.journal;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** A journal in memory that can be lost and found again. Thread-safe. */
public final class FakeJournal implements PredictionJournal {

  private final Map<UUID, JournalEntry> rows = new LinkedHashMap<>();
  private final List<Integer> batchSizes = new ArrayList<>();
  private final Set<UUID> refused = new HashSet<>();
  private boolean lost;
  private @Nullable Runnable beforeAppend;

  @Override
  public void append(List<JournalEntry> entries) {
    Runnable hook = beforeAppend();
    if (hook != null) {
      hook.run();
    }
    write(entries);
  }

  private synchronized void write(List<JournalEntry> entries) {
    if (lost) {
      throw new DataAccessResourceFailureException("connection refused");
    }
    if (entries.stream().anyMatch(entry -> refused.contains(entry.predictionId()))) {
      throw new DataIntegrityViolationException("a value the column does not take");
    }
    entries.forEach(entry -> rows.putIfAbsent(entry.predictionId(), entry));
    batchSizes.add(entries.size());
  }

  @Override
  public synchronized Optional<JournalEntry> find(UUID predictionId) {
    if (lost) {
      throw new DataAccessResourceFailureException("connection refused");
    }
    return Optional.ofNullable(rows.get(predictionId));
  }

  @Override
  public List<JournalEntry> latestPerSymbol(Timeframe timeframe) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  public synchronized void lose() {
    lost = true;
  }

  public synchronized void comeBack() {
    lost = false;
  }

  public synchronized void refuse(JournalEntry entry) {
    refused.add(entry.predictionId());
  }

  /** Runs at the start of every later append, on the thread that appends. */
  public synchronized void beforeAppend(Runnable hook) {
    beforeAppend = hook;
  }

  private synchronized @Nullable Runnable beforeAppend() {
    return beforeAppend;
  }

  public synchronized List<UUID> ids() {
    return List.copyOf(rows.keySet());
  }

  public synchronized List<JournalEntry> rows() {
    return List.copyOf(rows.values());
  }

  public synchronized List<Integer> batchSizes() {
    return List.copyOf(batchSizes);
  }
}
