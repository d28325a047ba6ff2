package com.aicashevolution.inference.web;

import com.aicashevolution.attribution.Attribution;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.explain.Explanation;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Direction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An explanation on the wire; shares of one, unrounded.
 *
 * @param probabilities by direction
 * @param backgroundWindows whose mean answer is the base
 * @param sumGap largest difference between a sum of values and answer minus base
 */
@Schema(name = "Explanation")
record ExplanationBody(
    UUID predictionId,
    @Schema(type = "string") ModelVersion modelVersion,
    Map<String, Explained> probabilities,
    int backgroundWindows,
    double sumGap,
    double explainTimeMs) {

  /**
   * One probability.
   *
   * @param base mean over the background
   * @param answer what was answered; base and values sum to it
   * @param values how far each indicator moved it, by wire name
   */
  record Explained(double base, double answer, Map<String, Double> values) {}

  static ExplanationBody of(Explanation explanation) {
    Map<String, Explained> probabilities = new LinkedHashMap<>();
    for (Direction direction : List.of(Direction.BUY, Direction.HOLD, Direction.SELL)) {
      probabilities.put(
          direction.name(), explained(explanation.attribution(), direction.ordinal()));
    }
    return new ExplanationBody(
        explanation.predictionId(),
        explanation.modelVersion(),
        probabilities,
        explanation.backgroundWindows(),
        explanation.largestGap(),
        Math.round(explanation.took().toNanos() / 1e3) / 1e3);
  }

  private static Explained explained(Attribution attribution, int output) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (IndicatorName indicator : IndicatorName.values()) {
      values.put(indicator.wireName(), attribution.value(indicator.ordinal(), output));
    }
    return new Explained(attribution.base()[output], attribution.answer()[output], values);
  }
}
