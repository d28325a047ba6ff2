package com.aicashevolution.trainer.drift;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What follows from drift.
 *
 * @param retrain whether a drifted line asks for a training run
 * @param retrainCooldown time after such a wish in which the same line asks for no other: a market
 *     that stays different must not queue runs for ever
 */
@Validated
@ConfigurationProperties(prefix = "ml.drift", ignoreUnknownFields = false)
public record DriftProperties(
    @DefaultValue("false") boolean retrain,
    @DefaultValue("7d") @NotNull @DurationMin(hours = 1) Duration retrainCooldown) {}
