package com.aicashevolution.trainer.weights;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How weights are looked for.
 *
 * @param history how far back decisions are read
 * @param halfLife age at which a result counts half
 * @param judgedShare share of the decisions, the latest, that weights are judged on
 * @param minFitted decisions to fit on at least
 * @param minJudged decisions to judge on at least
 * @param minActed of those, how many the new weights must act on at least
 * @param confidence of each bound that must be above 0, one-sided
 * @param blockInstants distinct instants per block of the bootstrap
 */
@Validated
@ConfigurationProperties(prefix = "ml.weights", ignoreUnknownFields = false)
public record WeightsProperties(
    @DefaultValue("180d") @DurationMin(days = 1) Duration history,
    @DefaultValue("30d") @DurationMin(hours = 1) Duration halfLife,
    @DefaultValue("0.4") @DecimalMin("0.1") @DecimalMax("0.9") double judgedShare,
    @DefaultValue("120") @Min(30) int minFitted,
    @DefaultValue("120") @Min(30) int minJudged,
    @DefaultValue("30") @Min(10) int minActed,
    @DefaultValue("0.99") @DecimalMin("0.8") @DecimalMax("0.999") double confidence,
    @DefaultValue("12") @Min(1) int blockInstants) {}
