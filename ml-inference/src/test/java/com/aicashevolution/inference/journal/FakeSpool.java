package com.aicashevolution.inference.journal;

import com.aicashevolution.platform.journal.JournalEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A spool in memory for {@code capacity} entries. */
public final class FakeSpool implements Spool {

  private final int capacity;
  private final List<JournalEntry> waiting = new ArrayList<>();
  private final List<JournalEntry> aside = new ArrayList<>();

  public FakeSpool(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void append(List<JournalEntry> entries) throws IOException {
    if (waiting.size() + entries.size() > capacity) {
      throw new SpoolFullException(capacity);
    }
    waiting.addAll(entries);
  }

  @Override
  public synchronized List<JournalEntry> oldest(int limit) {
    return List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
  }

  @Override
  public synchronized void remove(int count) {
    waiting.subList(0, count).clear();
  }

  @Override
  public synchronized void setAsideOldest() {
    aside.add(waiting.removeFirst());
  }

  @Override
  public synchronized Optional<JournalEntry> find(UUID predictionId) {
    return waiting.stream().filter(entry -> entry.predictionId().equals(predictionId)).findFirst();
  }

  @Override
  public synchronized int size() {
    return waiting.size();
  }

  public synchronized List<JournalEntry> aside() {
    return List.copyOf(aside);
  }
}
