package com.aicashevolution.api.weights.web;

import com.aicashevolution.api.weights.LineImportance.OfVersion;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.signal.IndicatorWeights;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights in force on a line.
 *
 * @param weightsVersion {@code neutral} where the line has none
 * @param createdAt null while neutral, as are age, score and basis
 * @param modelVersion the champion whose importance is shown; null where that is not known
 * @param asOf when the weights were last read; null where they never were
 * @param stale whether they were last read more than five minutes ago
 * @param history where those before them are
 */
@Schema(name = "IndicatorWeights")
record WeightsBody(
    @Schema(type = "string") ModelLine line,
    Timeframe timeframe,
    String weightsVersion,
    @Nullable Instant createdAt,
    @Nullable Long ageSeconds,
    @Nullable Double improvementScore,
    @Nullable String basis,
    @Schema(type = "string") @Nullable ModelVersion modelVersion,
    List<Weight> weights,
    @Nullable Instant asOf,
    boolean stale,
    String history) {

  /** As long as any cached answer about weights may live. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /**
   * An indicator.
   *
   * @param importance share in what the champion uses, else what was assumed when the weights were
   *     found; null where neither is known
   */
  @Schema(name = "IndicatorWeight")
  record Weight(String indicatorName, double currentWeight, @Nullable Double importance) {}

  static WeightsBody of(
      ModelLine line,
      Timeframe timeframe,
      @Nullable WeightsRecord record,
      @Nullable OfVersion champion,
      Reading reading) {
    IndicatorWeights weights = record == null ? IndicatorWeights.NEUTRAL : record.weights();
    return new WeightsBody(
        line,
        timeframe,
        weights.version(),
        record == null ? null : record.createdAt(),
        record == null ? null : record.age(reading.now()).toSeconds(),
        record == null ? null : record.origin().improvement().score(),
        record == null ? null : record.origin().basis().wireName(),
        champion == null ? null : champion.version(),
        Arrays.stream(IndicatorName.values())
            .map(
                name ->
                    new Weight(
                        name.wireName(), weights.of(name), importance(name, record, champion)))
            .toList(),
        reading.readAt(),
        reading.readAt() == null
            || Duration.between(reading.readAt(), reading.now()).compareTo(FRESH) > 0,
        "/weights/history?line=" + line.name() + "&timeframe=" + timeframe);
  }

  private static @Nullable Double importance(
      IndicatorName name, @Nullable WeightsRecord record, @Nullable OfVersion champion) {
    if (champion != null) {
      return champion.importance().importance().get(name);
    }
    return record == null ? null : record.origin().importance().get(name);
  }

  /** When weights were read, and when that is told. */
  record Reading(@Nullable Instant readAt, Instant now) {}
}
