package com.aicashevolution.inference.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How answers are kept.
 *
 * @param spoolDirectory where entries wait while Postgres is lost; one per process, on a disk that
 *     outlives it
 * @param spoolLimit most that may wait there; beyond it no prediction is answered
 * @param queueCapacity entries that may wait for the writer; beyond it predictions are refused
 * @param batchSize most entries of one commit
 * @param acknowledgeWithin longest a request waits for its row
 */
@Validated
@ConfigurationProperties(prefix = "ml.journal", ignoreUnknownFields = false)
public record JournalProperties(
    @DefaultValue(".ml/spool") @NotNull Path spoolDirectory,
    @DefaultValue("256MB") @NotNull DataSize spoolLimit,
    @DefaultValue("4096") @Min(1) @Max(1_000_000) int queueCapacity,
    @DefaultValue("256") @Min(1) @Max(10_000) int batchSize,
    @DefaultValue("10s") @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration acknowledgeWithin) {}
