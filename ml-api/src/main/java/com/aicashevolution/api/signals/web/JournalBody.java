package com.aicashevolution.api.signals.web;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A journal row on the wire.
 *
 * @param probabilities percentages, as they were answered
 * @param rawProbabilities the very floats of the kernel
 * @param window the very floats it was given, twenty rows of seventeen, oldest first
 */
record JournalBody(
    UUID predictionId,
    Instant timestamp,
    Symbol symbol,
    Timeframe timeframe,
    Instant asOf,
    ModelLine line,
    ModelVersion modelVersion,
    String variant,
    String schemaHash,
    String weightsVersion,
    double weightFactor,
    String inputKind,
    List<String> imputed,
    Direction direction,
    double confidence,
    String recommendation,
    Map<String, Double> probabilities,
    Raw rawProbabilities,
    boolean simulated,
    String requestId,
    @Nullable String userId,
    double processingTimeMs,
    @Nullable List<float[]> window) {

  /** Unrounded. */
  record Raw(float sell, float hold, float buy) {

    static Raw of(Probabilities probabilities) {
      return new Raw(probabilities.sell(), probabilities.hold(), probabilities.buy());
    }
  }

  static JournalBody of(JournalEntry entry, boolean withWindow) {
    return new JournalBody(
        entry.predictionId(),
        entry.createdAt(),
        entry.symbol(),
        entry.timeframe(),
        entry.asOf(),
        entry.line(),
        entry.modelVersion(),
        entry.variant(),
        entry.schemaHash(),
        entry.weightsVersion(),
        entry.weightFactor(),
        entry.inputKind(),
        entry.imputed(),
        entry.direction(),
        entry.confidence(),
        entry.recommendation(),
        Percentages.of(entry.probabilities()),
        Raw.of(entry.probabilities()),
        entry.simulated(),
        entry.requestId(),
        entry.userId(),
        entry.latencyMicros() / 1_000.0,
        withWindow ? rows(entry.window()) : null);
  }

  private static List<float[]> rows(float[] window) {
    int columns = FeatureSchema.FEATURES;
    return IntStream.range(0, window.length / columns)
        .mapToObj(row -> Arrays.copyOfRange(window, row * columns, (row + 1) * columns))
        .toList();
  }
}
