package com.aicashevolution.trainer.backtest;

import com.aicashevolution.signal.IndicatorWeights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the indicator weights do to every confidence of a backtest.
 *
 * @param factor on the calibrated probability
 * @param since when they were put in force, having been learnt from decisions before; null for
 *     neutral ones
 */
public record Weighing(IndicatorWeights weights, double factor, @Nullable Instant since) {

  /** Confidences as calibrated. */
  public static final Weighing NEUTRAL = new Weighing(IndicatorWeights.NEUTRAL, 1, null);
}
