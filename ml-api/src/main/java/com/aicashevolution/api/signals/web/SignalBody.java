package com.aicashevolution.api.signals.web;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The newest prediction of a symbol on the wire.
 *
 * @param asOf open time of the newest bar it saw
 * @param barClosedAt close time of that bar: what the market knew
 * @param current whether no newer bar has closed since, weekends aside
 */
record SignalBody(
    UUID predictionId,
    Direction direction,
    double confidence,
    Map<String, Double> probabilities,
    String recommendation,
    ModelVersion modelVersion,
    ModelLine line,
    String variant,
    boolean simulated,
    Instant asOf,
    Instant barClosedAt,
    Instant timestamp,
    boolean current) {

  static SignalBody of(JournalEntry entry, boolean current) {
    Timeframe timeframe = entry.timeframe();
    return new SignalBody(
        entry.predictionId(),
        entry.direction(),
        entry.confidence(),
        Percentages.of(entry.probabilities()),
        entry.recommendation(),
        entry.modelVersion(),
        entry.line(),
        entry.variant(),
        entry.simulated(),
        entry.asOf(),
        timeframe.closeOf(entry.asOf()),
        entry.createdAt(),
        current);
  }

  static double ageSeconds(JournalEntry entry, Instant now) {
    return Math.max(0, Duration.between(entry.createdAt(), now).toMillis()) / 1000.0;
  }
}
