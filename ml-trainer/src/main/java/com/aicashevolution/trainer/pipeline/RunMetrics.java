package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.trainer.gate.Skill;

/**
 * What came out of a run.
 *
 * @param report on the untouched tail, beside the baselines
 * @param skill over the best constant answer
 * @param validation what chose the seed, calibrated
 * @param temperature of the calibration
 * @param seed of the best fit
 * @param bestEpoch of that fit, counted from 1
 * @param weightsSha256 of {@code weights.safetensors}, lower-case hex
 * @param dataHash of the candles, lower-case hex
 * @param samples what the parts held
 * @param samplesPerSecond fitted by all fits together
 */
public record RunMetrics(
    EvaluationReport report,
    Skill skill,
    ClassificationMetrics validation,
    double temperature,
    long seed,
    int bestEpoch,
    String weightsSha256,
    String dataHash,
    Samples samples,
    double samplesPerSecond) {

  /**
   * Sizes of the parts.
   *
   * @param excludedForGaps bars left out because their window spans an abnormal gap
   */
  public record Samples(int train, int validation, int test, int excludedForGaps) {}
}
