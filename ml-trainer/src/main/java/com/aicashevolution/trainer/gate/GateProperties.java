package com.aicashevolution.trainer.gate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a version must reach on data it never saw, with its worst seed.
 *
 * @param minTrainingSamples windows in every training part, and at least as many must be judged out
 *     of fold and in the holdout
 * @param minAccuracy share of right answers; its lower bound out of fold must reach it
 * @param minWinRate share of acted-on signals that ended above zero, net of spread
 * @param minF1 macro F1
 * @param minCoverage share of bars acted on: a figure over a handful of trades is an anecdote
 * @param maxCalibrationError expected calibration error, out of fold and in the holdout
 * @param maxExcludedShare share of labelled bars left out for gaps
 * @param maxShortfall how much less often than a learned baseline it may be right, whose lower
 *     bound decides: 0.05 keeps out what a logistic regression clearly does better
 * @param minDeflatedSharpe confidence that the Sharpe ratio of the days exceeds what the best of
 *     all trials in the ledger would have shown by chance
 * @param accuracyCeiling on real candles anything above, a baseline's answers included, is a leak
 *     until somebody shows otherwise
 * @param confidence of every one-sided bound
 */
@Validated
@ConfigurationProperties(prefix = "ml.gate", ignoreUnknownFields = false)
public record GateProperties(
    @DefaultValue("100") @Min(1) int minTrainingSamples,
    @DefaultValue("0.55") @DecimalMin("0.0") @DecimalMax("1.0") double minAccuracy,
    @DefaultValue("0.45") @DecimalMin("0.0") @DecimalMax("1.0") double minWinRate,
    @DefaultValue("0.6") @DecimalMin("0.0") @DecimalMax("1.0") double minF1,
    @DefaultValue("0.01") @DecimalMin("0.0") @DecimalMax("1.0") double minCoverage,
    @DefaultValue("0.1") @DecimalMin("0.0") @DecimalMax("1.0") double maxCalibrationError,
    @DefaultValue("0.1") @DecimalMin("0.0") @DecimalMax("1.0") double maxExcludedShare,
    @DefaultValue("0.05") @DecimalMin("0.0") @DecimalMax("1.0") double maxShortfall,
    @DefaultValue("0.95") @DecimalMin("0.0") @DecimalMax("0.9999") double minDeflatedSharpe,
    @DefaultValue("0.75") @DecimalMin("0.0") @DecimalMax("1.0") double accuracyCeiling,
    @DefaultValue("0.95") @DecimalMin("0.5") @DecimalMax("0.9999") double confidence) {}
