package com.aicashevolution.feature;

import com.aicashevolution.market.CandleSeries;

/**
 * The one way from candles to features. Each row is a pure function of its last 400 candles, so a
 * row computed for training, for serving and for replay is the same bits. Thread-safe.
 */
public final class FeaturePipeline {

  /** Rows of every bar with a full look-back; no rows where the series is too short. */
  public FeatureMatrix matrix(CandleSeries series) {
    throw new UnsupportedOperationException("contract only");
  }

  /** The window ending at bar {@code bar}, or what is missing for it. */
  public WindowResult windowAt(CandleSeries series, int bar) {
    throw new UnsupportedOperationException("contract only");
  }

  /** The window ending at the newest bar, or what is missing for it. */
  public WindowResult latestWindow(CandleSeries series) {
    return windowAt(series, series.size() - 1);
  }

  /** A window, or the history that lacks. */
  public sealed interface WindowResult {

    /** The window that was asked for. */
    record Available(FeatureWindow window) implements WindowResult {}

    /** The system abstains: it never fills missing history. */
    record NotEnoughHistory(int availableCandles, int requiredCandles) implements WindowResult {}
  }
}
