package com.aicashevolution.inference.cache;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How long an answer may be given again.
 *
 * @param ttl at most, seconds where no unit is given; the close of the bar ends it sooner. Zero
 *     remembers nothing
 * @param memoryEntries answers kept in this process
 */
@Validated
@ConfigurationProperties(prefix = "ml.prediction-cache", ignoreUnknownFields = false)
public record PredictionCacheProperties(
    @DefaultValue("60s")
        @DurationUnit(ChronoUnit.SECONDS)
        @NotNull @DurationMin(millis = 0)
        @DurationMax(hours = 24)
        Duration ttl,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int memoryEntries) {}
