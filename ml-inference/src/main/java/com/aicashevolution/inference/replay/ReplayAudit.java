package com.aicashevolution.inference.replay;

import com.aicashevolution.platform.journal.JournalArchive;
import com.aicashevolution.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Replays many rows of the journal, a page in memory at a time. One audit per instance. */
public final class ReplayAudit {

  /** Rows in memory at once: a row is about 2 KB. */
  static final int PAGE = 500;

  /** Failures that are told one by one; the others are counted. */
  static final int TOLD = 20;

  private final JournalArchive archive;
  private final Replayer replayer;
  private final Progress progress;

  private long rows;
  private long identical;
  private long different;
  private final List<ReplayResult> failures = new ArrayList<>();

  /** Hears how far an audit is. */
  public interface Progress {

    /** Called after every page. */
    void at(long rows, long identical);
  }

  public ReplayAudit(JournalArchive archive, Replayer replayer, Progress progress) {
    this.archive = archive;
    this.replayer = replayer;
    this.progress = progress;
  }

  /** Replays every answer given at or after {@code since}. */
  public AuditReport all(Instant since) {
    UUID after = JournalArchive.FIRST;
    List<JournalArchive.Row> page = archive.page(since, after, PAGE);
    while (!page.isEmpty()) {
      replay(page);
      after = page.getLast().predictionId();
      page = archive.page(since, after, PAGE);
    }
    return report();
  }

  /** Replays {@code count} answers drawn from those given at or after {@code since}. */
  public AuditReport sample(Instant since, int count, long seed) {
    return these(archive.sample(since, count, seed));
  }

  /** Replays the answers with these ids; unknown ones are left out. */
  public AuditReport these(List<UUID> ids) {
    for (int from = 0; from < ids.size(); from += PAGE) {
      replay(archive.findAll(ids.subList(from, Math.min(ids.size(), from + PAGE))));
    }
    return report();
  }

  private void replay(List<JournalArchive.Row> page) {
    for (JournalArchive.Row row : page) {
      ReplayResult result =
          switch (row) {
            case JournalArchive.Row.Whole(JournalEntry entry) -> replayer.replay(entry);
            case JournalArchive.Row.Damaged(UUID id, String why) ->
                new ReplayResult.Damaged(id, why);
          };
      rows++;
      switch (result) {
        case ReplayResult.Identical same -> identical++;
        case ReplayResult.Different other -> different++;
        case ReplayResult.Damaged damaged -> {}
        case ReplayResult.NoModel none -> {}
      }
      if (!(result instanceof ReplayResult.Identical) && failures.size() < TOLD) {
        failures.add(result);
      }
    }
    progress.at(rows, identical);
  }

  private AuditReport report() {
    return new AuditReport(rows, identical, different, failures);
  }
}
