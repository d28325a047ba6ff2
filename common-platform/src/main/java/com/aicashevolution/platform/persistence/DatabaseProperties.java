package com.aicashevolution.platform.persistence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service reaches PostgreSQL.
 *
 * @param poolSize most connections this process opens
 * @param migrate whether this process brings the schema up to date; false where its role may not
 *     create tables, and then it waits until somebody else has
 * @param connectTimeout longest wait for a connection, both to the server and from the pool
 * @param socketTimeout longest silence of the server in the middle of an answer
 * @param retryInterval pause between attempts to migrate while the server cannot be reached
 */
@Validated
@ConfigurationProperties(prefix = "ml.database", ignoreUnknownFields = false)
public record DatabaseProperties(
    @NotNull DatabaseUrl url,
    @DefaultValue("10") @Min(2) @Max(20) int poolSize,
    @DefaultValue("true") boolean migrate,
    @DefaultValue("3s") @DurationMin(seconds = 1) Duration connectTimeout,
    @DefaultValue("20s") @DurationMin(seconds = 1) Duration socketTimeout,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration retryInterval) {}
