package com.aicashevolution.trainer.drift;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps reports. Thread-safe across processes. */
public interface DriftReports {

  /**
   * Keeps a report; in the caller's transaction where there is one. A change between drifted and
   * not drifted goes to the audit log.
   *
   * @return false if it is a daily one of a line that has one of the same UTC day: then nothing is
   *     kept
   */
  boolean keep(DriftReport report);

  /** Whether the line has a daily report of the UTC day that {@code at} is in. */
  boolean hasDaily(ModelLine line, Timeframe timeframe, Instant at);

  /** When a report of the line last queued a run. */
  Optional<Instant> lastQueued(ModelLine line, Timeframe timeframe);

  /** The newest of every line and timeframe, ordered by both. */
  List<DriftReport> latest();

  /** Newest first; of one line where one is named. */
  List<DriftReport> newest(@Nullable ModelLine line, int limit);
}
