package com.aicashevolution.inference.web;

import com.aicashevolution.inference.window.WindowDigests;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the journal on the wire.
 *
 * @param rawProbabilities the journalled floats themselves, in class order SELL, HOLD, BUY
 */
@Schema(name = "JournalledPrediction")
record JournalledBody(
    UUID predictionId,
    @Schema(type = "string") Symbol symbol,
    Timeframe timeframe,
    Advice prediction,
    @Schema(type = "string") ModelVersion modelVersion,
    @Schema(type = "string") ModelLine line,
    String variant,
    boolean simulated,
    Input features,
    String weightsVersion,
    double weightFactor,
    List<Float> rawProbabilities,
    String requestId,
    @Nullable String userId,
    Instant timestamp,
    double computeTimeMs) {

  /** What was advised; percentages with two decimals. */
  record Advice(
      Direction direction,
      double confidence,
      Map<String, Double> probabilities,
      String recommendation) {}

  /**
   * What it was computed from.
   *
   * @param windowSha256 fingerprint of the raw input, as {@code /features/digests} gives it
   */
  record Input(
      Instant asOf,
      String inputKind,
      List<String> imputed,
      String schemaHash,
      String windowSha256) {}

  static JournalledBody of(JournalEntry entry) {
    return new JournalledBody(
        entry.predictionId(),
        entry.symbol(),
        entry.timeframe(),
        new Advice(
            entry.direction(),
            entry.confidence(),
            PredictionBody.percentages(entry.probabilities()),
            entry.recommendation()),
        entry.modelVersion(),
        entry.line(),
        entry.variant(),
        entry.simulated(),
        new Input(
            entry.asOf(),
            entry.inputKind(),
            entry.imputed(),
            entry.schemaHash(),
            WindowDigests.sha256(entry.window())),
        entry.weightsVersion(),
        entry.weightFactor(),
        List.of(
            entry.probabilities().sell(),
            entry.probabilities().hold(),
            entry.probabilities().buy()),
        entry.requestId(),
        entry.userId(),
        entry.createdAt(),
        entry.latencyMicros() / 1_000.0);
  }
}
