package com.aicashevolution.platform.journal.jdbc;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees to it that the months to come have their partitions. Where they cannot be made the default
 * partition takes the rows, and hands them over when they can. Thread-safe.
 */
final class JournalPartitions {

  private static final Logger LOG = LoggerFactory.getLogger(JournalPartitions.class);
  private static final int MONTHS_AHEAD = 3;

  private final JdbcClient jdbc;
  private volatile @Nullable YearMonth seenTo;

  JournalPartitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asks the database once per process and month. */
  void prepareFor(Instant instant) {
    YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    if (month.equals(seenTo)) {
      return;
    }
    seenTo = month;
    try {
      int made =
          jdbc.sql("select ml_predictions_partitions(?, ?)")
              .params(month.atDay(1), MONTHS_AHEAD)
              .query(Integer.class)
              .single();
      LOG.info("journal partitions ready, from={} months={} made={}", month, MONTHS_AHEAD, made);
    } catch (DataAccessException e) {
      LOG.warn("journal partitions not made, the default partition takes the rows", e);
    }
  }
}
