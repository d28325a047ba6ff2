package com.aicashevolution.api.gateway.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Recommendation;
import com.aicashevolution.signal.RiskLevel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How ml-inference's answer is described to our callers. It is handed back as it came, so this is
 * never filled: fields that a newer ml-inference adds reach the caller all the same.
 */
@Schema(name = "Prediction")
record PredictionDocument(
    UUID predictionId,
    Symbol symbol,
    Timeframe timeframe,
    Signal prediction,
    ModelVersion modelVersion,
    ModelLine line,
    @Schema(allowableValues = {"champion", "challenger", "pinned"}) String variant,
    @Schema(description = "candles or training were simulated") boolean simulated,
    Features features,
    Instant timestamp,
    double processingTimeMs,
    boolean cacheHit) {

  /** The advice. */
  record Signal(
      Direction direction,
      @Schema(description = "percent with two decimals") double confidence,
      @Schema(description = "percent with two decimals, by direction")
          Map<String, Double> probabilities,
      Recommendation recommendation,
      double positionMultiplier,
      RiskLevel riskLevel,
      boolean weightsApplied,
      Map<String, Double> weights,
      double weightFactor) {}

  /** What it was computed from. */
  record Features(
      @Schema(description = "open time of the newest bar") Instant asOf,
      @Schema(description = "indicators filled from stored candles") List<String> imputed) {}
}
