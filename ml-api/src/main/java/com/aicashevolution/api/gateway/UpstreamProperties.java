package com.aicashevolution.api.gateway;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the other services are and how long they may take.
 *
 * @param predictTimeout longest wait for one prediction or a batch of them
 * @param trainingTimeout longest wait for the trainer where it only queues and reports
 * @param searchTimeout longest wait for the trainer where it looks for better weights or for drift
 * @param concurrentPredictions calls to ml-inference at a time; more are refused at once
 * @param concurrentTraining calls to ml-trainer at a time
 */
@Validated
@ConfigurationProperties(prefix = "ml.upstream", ignoreUnknownFields = false)
public record UpstreamProperties(
    @DefaultValue("http://127.0.0.1:8081") URI trainingUrl,
    @DefaultValue("http://127.0.0.1:8082") URI inferenceUrl,
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration predictTimeout,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration trainingTimeout,
    @DefaultValue("90s") @DurationMin(millis = 1) Duration searchTimeout,
    @DefaultValue("256") @Min(1) int concurrentPredictions,
    @DefaultValue("32") @Min(1) int concurrentTraining) {}
