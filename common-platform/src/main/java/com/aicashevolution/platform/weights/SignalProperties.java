package com.aicashevolution.platform.weights;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What indicator weights may do to a confidence.
 *
 * @param weightsMaxFactor largest factor; 1 lets them lower a confidence and not raise it
 */
@Validated
@ConfigurationProperties(prefix = "ml.signal", ignoreUnknownFields = false)
public record SignalProperties(
    @DefaultValue("1.0") @DecimalMin("0.5") @DecimalMax("10") double weightsMaxFactor) {}
