package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Fingerprints of windows as serving computes them, to be compared bit by bit with the trainer's.
 * Reads the store past every memory. Thread-safe.
 */
public final class WindowDigests {

  private final CandleStore store;
  private final FeaturePipeline pipeline;

  public WindowDigests(CandleStore store, FeaturePipeline pipeline) {
    this.store = store;
    this.pipeline = pipeline;
  }

  /**
   * SHA-256 over the raw bits, big-endian, of the window that ends at the bar that opens at {@code
   * openTime}; empty where there is no such bar or too little history before it.
   */
  public Optional<String> at(Symbol symbol, Timeframe timeframe, Instant openTime) {
    CandleSeries series =
        store.latestAsOf(symbol, timeframe, openTime, FeatureSchema.CANDLES_PER_WINDOW);
    if (series.isEmpty() || !series.openTime(series.size() - 1).equals(openTime)) {
      return Optional.empty();
    }
    return switch (pipeline.latestWindow(series)) {
      case WindowResult.Available(FeatureWindow window) -> Optional.of(sha256(window.values()));
      case WindowResult.NotEnoughHistory lacking -> Optional.empty();
    };
  }

  /** SHA-256 over the raw bits of {@code values}, big-endian, lower-case hex. */
  public static String sha256(float[] values) {
    ByteBuffer bits = ByteBuffer.allocate(values.length * Float.BYTES);
    for (float value : values) {
      bits.putInt(Float.floatToRawIntBits(value));
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bits.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
