package com.aicashevolution.inference.cache;

import com.aicashevolution.inference.window.WindowDigests;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;

/**
 * Everything an answer depends on.
 *
 * @param value {@code prediction:1:symbol:timeframe:version:schema:weights:SHA-256 of the window}
 */
public record PredictionKey(String value) {

  /**
   * The key of one question.
   *
   * @param window raw values as the pipeline gives them; the digest is over their bits, big-endian
   */
  public static PredictionKey of(
      Symbol symbol,
      Timeframe timeframe,
      ModelVersion version,
      String schemaHash,
      String weightsVersion,
      float[] window) {
    return new PredictionKey(
        String.join(
            ":",
            "prediction",
            "1",
            symbol.code(),
            timeframe.name(),
            version.value(),
            schemaHash,
            weightsVersion,
            WindowDigests.sha256(window)));
  }
}
