package com.aicashevolution.feature;

import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.indicator.IndicatorName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a network's input means: the names, their order, the transform and the window. Two systems
 * may exchange a model only if their {@link #hash()} is the same.
 *
 * @param version counts changes of meaning
 * @param hash SHA-256 over everything the meaning depends on, lower-case hex
 */
public record FeatureSchema(int version, String hash) {

  /** Rows of a window: bars the network looks back on. */
  public static final int WINDOW_BARS = 20;

  /** Features of a row: one per indicator. */
  public static final int FEATURES = IndicatorName.COUNT;

  /** Candles needed for one window: the first row has a full look-back of its own. */
  public static final int CANDLES_PER_WINDOW = IndicatorCalculator.LOOKBACK_BARS + WINDOW_BARS - 1;

  /** The schema this build computes and serves. */
  public static final FeatureSchema CURRENT = describe(1);

  private static FeatureSchema describe(int version) {
    String text =
        String.join(
            "\n",
            "schema " + version,
            "indicators " + String.join(",", IndicatorName.wireNames()),
            "formulas " + IndicatorCalculator.FORMULAS,
            "lookback " + IndicatorCalculator.LOOKBACK_BARS,
            "window " + WINDOW_BARS,
            "transform " + FeatureTransform.FORMULAS);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new FeatureSchema(version, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
