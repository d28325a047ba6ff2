package com.aicashevolution.feature;

import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.TradingCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one way from candles to features. Each row is a pure function of its last 400 candles, so a
 * row computed for training, for serving and for replay is the same bits. Thread-safe.
 */
public final class FeaturePipeline {

  private static final int FIRST_ROW_BAR = IndicatorCalculator.LOOKBACK_BARS - 1;

  /** Rows of every bar with a full look-back; no rows where the series is too short. */
  public FeatureMatrix matrix(CandleSeries series) {
    if (series.size() <= FIRST_ROW_BAR) {
      return new FeatureMatrix(series, FIRST_ROW_BAR, new float[0], new double[0]);
    }
    double[] indicators = indicators(series, FIRST_ROW_BAR, series.size());
    int rows = series.size() - FIRST_ROW_BAR;
    double[] atr = new double[rows];
    for (int row = 0; row < rows; row++) {
      atr[row] = indicators[row * IndicatorName.COUNT + IndicatorName.ATR.ordinal()];
    }
    return new FeatureMatrix(
        series, FIRST_ROW_BAR, features(series, FIRST_ROW_BAR, indicators), atr);
  }

  /** The window ending at bar {@code bar}, or what is missing for it. */
  public WindowResult windowAt(CandleSeries series, int bar) {
    if (bar + 1 < FeatureSchema.CANDLES_PER_WINDOW) {
      return new WindowResult.NotEnoughHistory(bar + 1, FeatureSchema.CANDLES_PER_WINDOW);
    }
    int first = bar + 1 - FeatureSchema.WINDOW_BARS;
    float[] values = features(series, first, indicators(series, first, bar + 1));
    return new WindowResult.Available(window(values, series.slice(first, bar + 1)));
  }

  /** The window ending at the newest bar, or what is missing for it. */
  public WindowResult latestWindow(CandleSeries series) {
    return windowAt(series, series.size() - 1);
  }

  /**
   * The window of twenty posted snapshots, oldest first.
   *
   * @param snapshots twenty, the last one belonging to the newest bar
   * @param bars the twenty bars they belong to: features need the close and the volume as well
   */
  public FeatureWindow windowFrom(List<IndicatorSnapshot> snapshots, CandleSeries bars) {
    if (snapshots.size() != FeatureSchema.WINDOW_BARS || bars.size() != FeatureSchema.WINDOW_BARS) {
      throw new IllegalArgumentException(
          "a window needs "
              + FeatureSchema.WINDOW_BARS
              + " snapshots and bars, had "
              + snapshots.size()
              + " and "
              + bars.size());
    }
    float[] values = new float[FeatureWindow.LENGTH];
    for (int row = 0; row < FeatureSchema.WINDOW_BARS; row++) {
      FeatureTransform.apply(
          snapshots.get(row), bars.candle(row), values, row * FeatureSchema.FEATURES);
    }
    return window(values, bars);
  }

  /**
   * {@code window} with its newest row computed from {@code newest} instead.
   *
   * @param bar the window's newest bar
   */
  public FeatureWindow withNewest(FeatureWindow window, IndicatorSnapshot newest, Candle bar) {
    if (!bar.openTime().equals(window.asOf())) {
      throw new IllegalArgumentException(
          "the newest bar must open at " + window.asOf() + ", opened at " + bar.openTime());
    }
    float[] values = window.values().clone();
    FeatureTransform.apply(newest, bar, values, FeatureWindow.LENGTH - FeatureSchema.FEATURES);
    return new FeatureWindow(values, window.asOf(), window.spansAbnormalGap());
  }

  /**
   * Indicators of bars {@code [fromBar, toBar)}.
   *
   * @throws IllegalArgumentException if {@code fromBar} lacks a full look-back
   */
  public List<IndicatorSnapshot> snapshots(CandleSeries series, int fromBar, int toBar) {
    double[] rows = indicators(series, fromBar, toBar);
    List<IndicatorSnapshot> snapshots = new ArrayList<>(toBar - fromBar);
    for (int at = 0; at < rows.length; at += IndicatorName.COUNT) {
      snapshots.add(IndicatorSnapshot.of(Arrays.copyOfRange(rows, at, at + IndicatorName.COUNT)));
    }
    return snapshots;
  }

  private static double[] indicators(CandleSeries series, int fromBar, int toBar) {
    return new IndicatorCalculator().rows(series, fromBar, toBar);
  }

  private static float[] features(CandleSeries series, int fromBar, double[] indicators) {
    float[] values = new float[indicators.length];
    for (int at = 0; at < values.length; at += FeatureSchema.FEATURES) {
      int bar = fromBar + at / FeatureSchema.FEATURES;
      FeatureTransform.apply(indicators, at, series.close(bar), series.volume(bar), values, at);
    }
    return values;
  }

  private static FeatureWindow window(float[] values, CandleSeries bars) {
    TradingCalendar calendar = TradingCalendar.of(bars.symbol());
    return new FeatureWindow(values, bars.openTime(bars.size() - 1), calendar.hasAbnormalGap(bars));
  }

  /** A window, or the history that lacks. */
  public sealed interface WindowResult {

    /** The window that was asked for. */
    record Available(FeatureWindow window) implements WindowResult {}

    /** The system abstains: it never fills missing history. */
    record NotEnoughHistory(int availableCandles, int requiredCandles) implements WindowResult {}
  }
}
