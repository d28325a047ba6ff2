package com.aicashevolution.trainer.gate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a version must reach on data it never saw.
 *
 * @param minTrainingSamples windows in the training part, and at least as many must be judged
 * @param minAccuracy share of right answers
 * @param minWinRate share of acted-on signals that ended above zero, net of spread
 * @param minF1 macro F1
 * @param skillConfidence one-sided confidence of the lower bound of skill, which must be above 0
 */
@Validated
@ConfigurationProperties(prefix = "ml.gate", ignoreUnknownFields = false)
public record GateProperties(
    @DefaultValue("100") @Min(1) int minTrainingSamples,
    @DefaultValue("0.55") @DecimalMin("0.0") @DecimalMax("1.0") double minAccuracy,
    @DefaultValue("0.45") @DecimalMin("0.0") @DecimalMax("1.0") double minWinRate,
    @DefaultValue("0.6") @DecimalMin("0.0") @DecimalMax("1.0") double minF1,
    @DefaultValue("0.95") @DecimalMin("0.5") @DecimalMax("0.9999") double skillConfidence) {}
