package com.aicashevolution.inference.web;

import com.aicashevolution.inference.explain.Explanation;
import com.aicashevolution.inference.explain.ExplanationResult;
import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.Recommendation;
import com.aicashevolution.signal.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer on the wire; probabilities and confidence are percentages with two decimals.
 *
 * @param timestamp when the answer was computed: of a remembered one, earlier than now
 * @param simulated whether candles or training were simulated
 * @param explanation where it was asked for
 * @param explanationUnavailable why there is none although it was asked for
 */
@Schema(name = "Prediction")
record PredictionBody(
    UUID predictionId,
    @Schema(type = "string") Symbol symbol,
    Timeframe timeframe,
    Signal prediction,
    @Schema(type = "string") ModelVersion modelVersion,
    @Schema(type = "string") ModelLine line,
    String variant,
    boolean simulated,
    Features features,
    Instant timestamp,
    double processingTimeMs,
    boolean cacheHit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExplanationBody explanation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String explanationUnavailable) {

  /**
   * The advice.
   *
   * @param weightsApplied whether it was decided under weights other than neutral
   * @param weights by indicator; null where they were not asked for
   * @param weightsVersion those it was decided under
   */
  record Signal(
      Direction direction,
      double confidence,
      Map<String, Double> probabilities,
      Recommendation recommendation,
      double positionMultiplier,
      RiskLevel riskLevel,
      boolean weightsApplied,
      @Nullable Map<String, Double> weights,
      String weightsVersion,
      double weightFactor) {}

  /**
   * What the answer was computed from.
   *
   * @param asOf open time of the newest bar
   * @param imputed indicators that were filled from stored candles
   * @param spansAbnormalGap whether candles are missing inside the window
   * @param stale whether newer candles may exist that could not be read
   */
  record Features(Instant asOf, List<String> imputed, boolean spansAbnormalGap, boolean stale) {}

  static PredictionBody of(PredictionAnswer answer) {
    var advice = answer.advice();
    var decision = answer.decision();
    var window = answer.window();
    return new PredictionBody(
        answer.predictionId(),
        answer.request().symbol(),
        answer.request().timeframe(),
        new Signal(
            decision.direction(),
            decision.confidencePercent(),
            percentages(answer.probabilities()),
            decision.recommendation(),
            decision.positionMultiplier(),
            decision.riskLevel(),
            advice.weighs(),
            answer.request().includeWeights() ? advice.weights().byWireName() : null,
            advice.weights().version(),
            advice.factor()),
        answer.model().version(),
        answer.model().line(),
        answer.variant().wireName(),
        answer.simulated(),
        new Features(
            window.window().asOf(),
            window.imputed(),
            window.window().spansAbnormalGap(),
            window.stale()),
        answer.createdAt(),
        Math.round(answer.took().toNanos() / 1e3) / 1e3,
        answer.cacheHit(),
        null,
        null);
  }

  /** This answer with {@code result}, or with the sentence why it is none: the answer stands. */
  PredictionBody explained(ExplanationResult result) {
    return new PredictionBody(
        predictionId,
        symbol,
        timeframe,
        prediction,
        modelVersion,
        line,
        variant,
        simulated,
        features,
        timestamp,
        processingTimeMs,
        cacheHit,
        result instanceof ExplanationResult.Explained(Explanation explanation)
            ? ExplanationBody.of(explanation)
            : null,
        ExplanationProblems.of(result).map(Problem::detail).orElse(null));
  }

  static Map<String, Double> percentages(Probabilities probabilities) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (Direction direction : List.of(Direction.BUY, Direction.HOLD, Direction.SELL)) {
      map.put(direction.name(), Math.round(probabilities.of(direction) * 10_000.0) / 100.0);
    }
    return map;
  }
}
