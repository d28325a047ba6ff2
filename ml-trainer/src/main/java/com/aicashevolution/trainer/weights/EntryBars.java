package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;

/** Candles and features around the moments decisions were taken. Thread-safe. */
public final class EntryBars {

  /** A week more than the bars take: markets close in between. */
  private static final Duration CLOSURES = Duration.ofDays(7);

  private final CandleStore candles;
  private final FeaturePipeline pipeline;

  public EntryBars(CandleStore candles, FeaturePipeline pipeline) {
    this.candles = candles;
    this.pipeline = pipeline;
  }

  /**
   * Rows of every bar from the first of {@code moments} to {@code barsAfter} bars after the last.
   *
   * @param moments at least one
   */
  FeatureMatrix around(
      Symbol symbol, Timeframe timeframe, Collection<Instant> moments, int barsAfter) {
    Instant first = Collections.min(moments);
    // one more than a row looks back: the bar that holds the moment has not closed yet
    CandleSeries before =
        candles.latestAsOf(symbol, timeframe, first, IndicatorCalculator.LOOKBACK_BARS + 1);
    Instant from = before.isEmpty() ? first : before.openTime(0);
    Instant to =
        Collections.max(moments).plusSeconds((barsAfter + 1L) * timeframe.seconds()).plus(CLOSURES);
    return pipeline.matrix(candles.between(symbol, timeframe, from, to));
  }
}
