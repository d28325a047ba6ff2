package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Fingerprints of the windows a network is taught with, taken from the same matrix training takes
 * them from: to be held against those of serving. Thread-safe.
 */
public final class WindowDigests {

  private final CandleStore candles;
  private final FeaturePipeline pipeline;

  public WindowDigests(CandleStore candles, FeaturePipeline pipeline) {
    this.candles = candles;
    this.pipeline = pipeline;
  }

  /**
   * SHA-256, lower-case hex, over the big-endian raw bits of the 340 unstandardized floats of each
   * window that ends at one of {@code openTimes}; no entry where there is no such bar or too little
   * history before it.
   *
   * @param openTimes at least one
   */
  public Map<Instant, String> of(Symbol symbol, Timeframe timeframe, List<Instant> openTimes) {
    TreeSet<Instant> ordered = new TreeSet<>(openTimes);
    CandleSeries before =
        candles.latestAsOf(symbol, timeframe, ordered.getFirst(), FeatureSchema.CANDLES_PER_WINDOW);
    Instant from = before.isEmpty() ? ordered.getFirst() : before.openTime(0);
    FeatureMatrix matrix =
        pipeline.matrix(
            candles.between(symbol, timeframe, from, timeframe.closeOf(ordered.getLast())));
    Map<Instant, String> digests = new HashMap<>();
    for (Instant openTime : ordered) {
      int bar = matrix.series().indexOf(openTime);
      if (bar >= matrix.firstWindowBar()) {
        digests.put(openTime, digest(matrix.values(), matrix.windowOffset(bar)));
      }
    }
    return digests;
  }

  private static String digest(float[] values, int offset) {
    ByteBuffer bytes = ByteBuffer.allocate(FeatureWindow.LENGTH * Float.BYTES);
    for (int i = 0; i < FeatureWindow.LENGTH; i++) {
      bytes.putInt(Float.floatToRawIntBits(values[offset + i]));
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
