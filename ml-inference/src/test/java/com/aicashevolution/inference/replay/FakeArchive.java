package com.aicashevolution.inference.replay;

import com.aicashevolution.platform.journal.JournalArchive;
import com.aicashevolution.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An archive in memory. */
record FakeArchive(List<JournalEntry> rows) implements JournalArchive {

  FakeArchive {
    rows = rows.stream().sorted(Comparator.comparing(JournalEntry::predictionId)).toList();
  }

  @Override
  public List<Row> page(Instant since, UUID after, int limit) {
    return rows.stream()
        .filter(row -> !row.createdAt().isBefore(since) && row.predictionId().compareTo(after) > 0)
        .limit(limit)
        .<Row>map(Row.Whole::new)
        .toList();
  }

  @Override
  public List<UUID> sample(Instant since, int count, long seed) {
    return rows.stream()
        .filter(row -> !row.createdAt().isBefore(since))
        .map(JournalEntry::predictionId)
        .skip(seed)
        .limit(count)
        .toList();
  }

  @Override
  public List<Row> findAll(List<UUID> ids) {
    return rows.stream()
        .filter(row -> ids.contains(row.predictionId()))
        .<Row>map(Row.Whole::new)
        .toList();
  }
}
