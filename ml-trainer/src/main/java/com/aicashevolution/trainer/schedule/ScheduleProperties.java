package com.aicashevolution.trainer.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When runs happen by themselves. Cron expressions have six fields, seconds first, and are read in
 * UTC.
 *
 * @param automatic whether runs are queued and drift is looked for by the clock at all; queued runs
 *     are always executed
 * @param weekly cron of the weekly run
 * @param monthly cron of the monthly run
 * @param stalenessCheck cron of the look at the newest model's age
 * @param driftCheck cron of the daily check for drift
 * @param maxModelAge age from which the newest model is too old
 * @param pollInterval time between two looks at the queue
 * @param heartbeat time between two signs of life of an executing replica; after four missed ones
 *     it counts as dead
 */
@Validated
@ConfigurationProperties(prefix = "ml.schedule", ignoreUnknownFields = false)
public record ScheduleProperties(
    @DefaultValue("true") boolean automatic,
    @DefaultValue("0 0 2 * * SUN") @Cron String weekly,
    @DefaultValue("0 0 3 1 * *") @Cron String monthly,
    @DefaultValue("0 0 */6 * * *") @Cron String stalenessCheck,
    @DefaultValue("0 30 22 * * *") @Cron String driftCheck,
    @DefaultValue("8d") @NotNull @DurationMin(minutes = 1) Duration maxModelAge,
    @DefaultValue("1s") @NotNull @DurationMin(millis = 100) Duration pollInterval,
    @DefaultValue("5s") @NotNull @DurationMin(millis = 100) Duration heartbeat) {}
