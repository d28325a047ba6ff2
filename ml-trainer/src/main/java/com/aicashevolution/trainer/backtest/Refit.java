package com.aicashevolution.trainer.backtest;

import java.time.Instant;

/**
 * One fit of a backtest that retrains as it goes.
 *
 * @param knownUntil no candle that opens at or after it was known; it answers from here on
 * @param trainSamples fitted on
 * @param validationSamples early stopping and calibration saw
 * @param bestEpoch counted from 1
 * @param temperature of its calibration
 * @param validationAccuracy on the end of what was known
 */
public record Refit(
    Instant knownUntil,
    int trainSamples,
    int validationSamples,
    int bestEpoch,
    double temperature,
    double validationAccuracy) {}
