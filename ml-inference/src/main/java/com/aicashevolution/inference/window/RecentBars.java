package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.CandleSeries;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest stored bars of one symbol and timeframe, with what every request needs of them already
 * computed. Immutable.
 *
 * @param fetchedAt when the store was asked
 * @param newest indicators of the newest bar; empty where the history is too short for a window
 */
record RecentBars(
    CandleSeries series,
    Instant fetchedAt,
    WindowResult window,
    Optional<IndicatorSnapshot> newest) {

  static RecentBars of(CandleSeries series, Instant fetchedAt, FeaturePipeline pipeline) {
    WindowResult window = pipeline.latestWindow(series);
    Optional<IndicatorSnapshot> newest =
        switch (window) {
          case WindowResult.Available available ->
              Optional.of(pipeline.snapshots(series, series.size() - 1, series.size()).getFirst());
          case WindowResult.NotEnoughHistory lacking -> Optional.empty();
        };
    return new RecentBars(series, fetchedAt, window, newest);
  }

  /** These bars as found unchanged at {@code now}. */
  RecentBars confirmedAt(Instant now) {
    return new RecentBars(series, now, window, newest);
  }

  /** Whether {@code other} has the same candles, field by field: a correction makes it false. */
  boolean hasSameCandlesAs(CandleSeries other) {
    if (series.size() != other.size()) {
      return false;
    }
    for (int i = series.size() - 1; i >= 0; i--) {
      if (!series.candle(i).equals(other.candle(i))) {
        return false;
      }
    }
    return true;
  }
}
