package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes the window a request is answered from. Thread-safe. */
public final class WindowSource {

  private final RecentCandles candles;
  private final SimulatedMarkets simulated;
  private final FeaturePipeline pipeline;

  public WindowSource(RecentCandles candles, SimulatedMarkets simulated, FeaturePipeline pipeline) {
    this.candles = candles;
    this.simulated = simulated;
    this.pipeline = pipeline;
  }

  /** The window for {@code input}, or what is missing for it. */
  public WindowFinding find(Symbol symbol, Timeframe timeframe, WindowInput input) {
    return switch (candles.newest(symbol, timeframe)) {
      case RecentCandles.Reading.Unknown unknown -> new WindowFinding.CandlesUnavailable();
      case RecentCandles.Reading.Known(RecentBars bars, boolean stale) -> from(bars, stale, input);
    };
  }

  private WindowFinding from(RecentBars bars, boolean stale, WindowInput input) {
    if (input instanceof WindowInput.Sequence(List<IndicatorSnapshot> snapshots)) {
      return fromSequence(snapshots, bars.series(), stale);
    }
    return switch (bars.window()) {
      case WindowResult.NotEnoughHistory(int available, int required) ->
          new WindowFinding.NotEnoughHistory(available, required);
      case WindowResult.Available(FeatureWindow stored) ->
          input instanceof WindowInput.NewestRow(Map<IndicatorName, Double> given)
              ? withNewest(stored, bars, given, stale)
              : found(stored, bars.series(), List.of(), stale);
    };
  }

  /**
   * A posted snapshot has no close and no volume: it takes those of the stored bar it stands on.
   */
  private WindowFinding fromSequence(
      List<IndicatorSnapshot> snapshots, CandleSeries series, boolean stale) {
    if (series.size() < FeatureSchema.WINDOW_BARS) {
      return new WindowFinding.NotEnoughHistory(series.size(), FeatureSchema.WINDOW_BARS);
    }
    CandleSeries bars = series.last(FeatureSchema.WINDOW_BARS);
    return found(pipeline.windowFrom(snapshots, bars), bars, List.of(), stale);
  }

  private WindowFinding withNewest(
      FeatureWindow stored, RecentBars bars, Map<IndicatorName, Double> given, boolean stale) {
    IndicatorSnapshot newest = bars.newest().orElseThrow().with(given);
    List<String> imputed =
        Arrays.stream(IndicatorName.values())
            .filter(name -> !given.containsKey(name))
            .map(IndicatorName::wireName)
            .toList();
    CandleSeries series = bars.series();
    FeatureWindow window = pipeline.withNewest(stored, newest, series.candle(series.size() - 1));
    return found(window, series, imputed, stale);
  }

  private WindowFinding found(
      FeatureWindow window, CandleSeries series, List<String> imputed, boolean stale) {
    return new WindowFinding.Found(
        window, imputed, stale, simulated.contains(series.symbol(), series.timeframe()));
  }
}
