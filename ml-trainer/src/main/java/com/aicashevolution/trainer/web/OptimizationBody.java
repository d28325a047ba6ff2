package com.aicashevolution.trainer.web;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.trainer.weights.OptimizationResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a search for better weights ended.
 *
 * @param status {@code stored}, {@code not_better} or {@code too_few}
 * @param improvementScore change in the profit of a later decision; null where none was measured
 * @param weightsVersion null where nothing was stored
 * @param weights the best that was found, by indicator
 */
@Schema(name = "WeightOptimization")
record OptimizationBody(
    String status,
    boolean stored,
    String message,
    @Schema(type = "string") ModelLine line,
    Timeframe timeframe,
    @Nullable Double improvementScore,
    @Nullable Improvement improvement,
    @Nullable String weightsVersion,
    @Nullable Map<String, Double> weights) {

  static OptimizationBody stored(WeightsRecord record) {
    Improvement improvement = record.origin().improvement();
    return new OptimizationBody(
        "stored",
        true,
        "%s are in force from now on and replace %s"
            .formatted(record.version(), improvement.against()),
        record.line(),
        record.timeframe(),
        improvement.score(),
        improvement,
        record.version(),
        record.weights().byWireName());
  }

  static OptimizationBody notBetter(
      ModelLine line, Timeframe timeframe, OptimizationResult.NotBetter found) {
    return new OptimizationBody(
        "not_better",
        false,
        "nothing was stored: " + found.why(),
        line,
        timeframe,
        found.improvement().score(),
        found.improvement(),
        null,
        byWireName(found.values()));
  }

  static OptimizationBody tooFew(ModelLine line, Timeframe timeframe, String why) {
    return new OptimizationBody(
        "too_few", false, "nothing was stored: " + why, line, timeframe, null, null, null, null);
  }

  private static Map<String, Double> byWireName(List<Double> values) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (IndicatorName indicator : IndicatorName.values()) {
      map.put(indicator.wireName(), values.get(indicator.ordinal()));
    }
    return map;
  }
}
