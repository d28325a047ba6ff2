package com.aicashevolution.platform.weights;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.IndicatorWeights;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a line's weights.
 *
 * @param retiredAt when others took its place; null while it is in force
 * @param actor who asked for it
 */
public record WeightsRecord(
    IndicatorWeights weights,
    ModelLine line,
    Timeframe timeframe,
    Instant createdAt,
    @Nullable Instant retiredAt,
    String actor,
    Origin origin) {

  /**
   * What weights came from.
   *
   * @param modelVersion the version whose importance was used; null where there was none
   * @param importance share of every indicator that was assumed
   */
  public record Origin(
      Basis basis,
      @Nullable ModelVersion modelVersion,
      Map<IndicatorName, Double> importance,
      Improvement improvement) {}

  /** Which decisions taught them. */
  public enum Basis {
    PREDICTIONS,
    TRADES;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String version() {
    return weights.version();
  }

  public boolean active() {
    return retiredAt == null;
  }

  public Duration age(Instant now) {
    return Duration.between(createdAt, now);
  }
}
