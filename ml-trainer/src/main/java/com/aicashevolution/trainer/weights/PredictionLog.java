package com.aicashevolution.trainer.weights;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.util.List;

/** Finds what was predicted. Thread-safe. */
public interface PredictionLog {

  /**
   * Predictions of a side, one per symbol, bar and version however often it was asked for: of
   * several the first from stored candles alone, else the first. The newest {@code limit} bars.
   *
   * @param since no bar that opened before it
   */
  List<LoggedPrediction> toTrade(ModelLine line, Timeframe timeframe, Instant since, int limit);

  /**
   * A prediction.
   *
   * @param asOf open time of the newest bar
   * @param features row of that bar, not standardized
   */
  record LoggedPrediction(
      Symbol symbol,
      Instant asOf,
      ModelVersion modelVersion,
      Probabilities probabilities,
      float[] features) {}
}
