package com.aicashevolution.inference.window;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How old candles in memory may be.
 *
 * @param maxAge after which a request asks the store itself; the background asks twice as often
 * @param retryAfter pause after the store failed, before it is asked again
 */
@Validated
@ConfigurationProperties(prefix = "ml.window", ignoreUnknownFields = false)
public record WindowProperties(
    @DefaultValue("1s") @NotNull @DurationMin(millis = 0) @DurationMax(minutes = 1) Duration maxAge,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration retryAfter) {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  /**
   * Pause between two looks of the background: half of {@code maxAge}, so that requests find it
   * done.
   */
  public Duration confirmEvery() {
    Duration half = maxAge.dividedBy(2);
    return half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
  }
}
