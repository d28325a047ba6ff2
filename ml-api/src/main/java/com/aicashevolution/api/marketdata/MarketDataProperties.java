package com.aicashevolution.api.marketdata;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where candles come from by themselves.
 *
 * @param source who brings the candle of an hour that has closed
 * @param simulationSeed which simulated market {@code cli simulate} loads unless it is told
 */
@Validated
@ConfigurationProperties(prefix = "ml.marketdata", ignoreUnknownFields = false)
public record MarketDataProperties(
    @DefaultValue("none") Source source, @DefaultValue("1") long simulationSeed) {

  /** Sources of candles. */
  public enum Source {
    /** Whoever posts or imports them. */
    NONE,
    /** The simulated market that was loaded into the database. */
    SIMULATED
  }
}
