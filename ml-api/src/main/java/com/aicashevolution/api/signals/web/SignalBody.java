package com.aicashevolution.api.signals.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.RiskLevel;
import com.aicashevolution.signal.SignalPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest prediction of a symbol on the wire, in the shape of a prediction; all but the first
 * two members are null where there is none yet.
 *
 * @param asOf open time of the newest bar it saw
 * @param ageSeconds since it was predicted
 * @param current whether no bar that the trading calendar expects has closed since
 */
record SignalBody(
    Symbol symbol,
    Timeframe timeframe,
    @Nullable UUID predictionId,
    @Nullable Advice prediction,
    @Nullable ModelVersion modelVersion,
    @Nullable ModelLine line,
    @Nullable String variant,
    @Nullable Boolean simulated,
    @Nullable Instant asOf,
    @Nullable Instant timestamp,
    @Nullable Double ageSeconds,
    @Nullable Boolean current) {

  /** What was advised. */
  record Advice(
      Direction direction,
      double confidence,
      Map<String, Double> probabilities,
      String recommendation,
      double positionMultiplier,
      RiskLevel riskLevel) {

    static Advice of(JournalEntry entry) {
      return new Advice(
          entry.direction(),
          entry.confidence(),
          Percentages.of(entry.probabilities()),
          entry.recommendation(),
          SignalPolicy.positionMultiplier(entry.direction(), entry.confidence()),
          SignalPolicy.riskLevel(entry.direction(), entry.confidence()));
    }
  }

  static SignalBody none(Symbol symbol, Timeframe timeframe) {
    return new SignalBody(
        symbol, timeframe, null, null, null, null, null, null, null, null, null, null);
  }

  static SignalBody of(JournalEntry entry, Instant now, boolean current) {
    return new SignalBody(
        entry.symbol(),
        entry.timeframe(),
        entry.predictionId(),
        Advice.of(entry),
        entry.modelVersion(),
        entry.line(),
        entry.variant(),
        entry.simulated(),
        entry.asOf(),
        entry.createdAt(),
        Math.max(0, Duration.between(entry.createdAt(), now).toMillis()) / 1000.0,
        current);
  }
}
