package com.aicashevolution.api.traffic;

import java.time.Duration;
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
public record TrafficProperties(@DefaultValue("1s") Duration pollInterval) {

  public TrafficProperties {
    if (pollInterval.toMillis() < 50) {
      throw new IllegalArgumentException("poll-interval must be >= 50 ms, was " + pollInterval);
    }
  }
}
