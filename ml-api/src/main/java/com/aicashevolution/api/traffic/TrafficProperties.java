package com.aicashevolution.api.traffic;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How closely the registry is followed.
 *
 * @param pollInterval pause between two looks at the registry
 */
@Validated
@ConfigurationProperties(prefix = "ml.traffic", ignoreUnknownFields = false)
public record TrafficProperties(
    @DefaultValue("1s") @DurationMin(millis = 50) Duration pollInterval) {}
