package com.aicashevolution.drift;

import com.aicashevolution.market.Symbol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that later checks of a version are measured against; a file of its artifact.
 *
 * @param layout of this document
 * @param plan that thresholds were calibrated for, and so the run length that is stated
 * @param bars by symbol: features and volatility
 * @param answers by symbol: what the model answered out of fold and in the holdout
 * @param missing symbols without bars, and why
 * @param promise of its signals' results; null where they were too few
 */
public record DriftReferences(
    int layout,
    CheckPlan plan,
    Map<Symbol, DriftReference> bars,
    Map<Symbol, AnswerReference> answers,
    Map<Symbol, String> missing,
    @Nullable PerformancePromise promise) {

  /** Layout this build writes and reads. */
  public static final int CURRENT = 1;

  public DriftReferences {
    bars = Map.copyOf(bars);
    answers = Map.copyOf(answers);
    missing = Map.copyOf(missing);
    if (layout != CURRENT) {
      throw new IllegalArgumentException(
          "layout " + layout + " is not known to this build, which reads " + CURRENT);
    }
  }
}
