package com.aicashevolution.platform.cache;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shared cache.
 *
 * @param redisUrl {@code redis://} or {@code rediss://} with user and password; null for none
 * @param commandTimeout longest a request waits for the cache
 * @param connectTimeout longest one attempt to connect takes; requests never wait for it
 * @param failuresToOpen failures in a row after which the cache is left alone until it is back
 */
@Validated
@ConfigurationProperties(prefix = "ml.cache", ignoreUnknownFields = false)
public record CacheProperties(
    @Nullable String redisUrl,
    @DefaultValue("100ms") @DurationMin(millis = 1) Duration commandTimeout,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("3") @Min(1) int failuresToOpen) {

  @Override
  public String toString() {
    return "CacheProperties[commandTimeout=" + commandTimeout + "]";
  }
}
