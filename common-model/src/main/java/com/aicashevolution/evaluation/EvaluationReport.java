package com.aicashevolution.evaluation;

import java.util.Map;

/**
 * A model's metrics on data it never saw, beside what needs no model.
 *
 * @param model the candidate
 * @param baselines name to metrics on the same rows, {@code majority} always among them
 * @param trading acted-on signals of the candidate, net of spread
 */
public record EvaluationReport(
    ClassificationMetrics model,
    Map<String, ClassificationMetrics> baselines,
    TradingMetrics trading) {

  public EvaluationReport {
    baselines = Map.copyOf(baselines);
  }
}
