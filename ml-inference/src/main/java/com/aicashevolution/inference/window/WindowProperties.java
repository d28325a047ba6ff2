package com.aicashevolution.inference.window;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How old candles in memory may be.
 *
 * @param maxAge after which the store is asked again
 * @param retryAfter pause after the store failed, before it is asked again
 */
@Validated
@ConfigurationProperties(prefix = "ml.window", ignoreUnknownFields = false)
public record WindowProperties(
    @DefaultValue("1s") @NotNull @DurationMin(millis = 0) @DurationMax(minutes = 1) Duration maxAge,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration retryAfter) {}
