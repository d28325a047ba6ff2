package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeatureWindow;
import java.util.List;

/** A window, or why there is none. */
public sealed interface WindowFinding {

  /**
   * The window to answer from.
   *
   * @param imputed wire names that the client did not give, filled from stored candles
   * @param stale whether newer candles may exist that could not be read
   * @param simulated whether the candles behind it come from the simulated market
   */
  record Found(FeatureWindow window, List<String> imputed, boolean stale, boolean simulated)
      implements WindowFinding {

    public Found {
      imputed = List.copyOf(imputed);
    }
  }

  /** The system abstains. */
  record NotEnoughHistory(int availableCandles, int requiredCandles) implements WindowFinding {}

  /** Candles of this symbol were never read, and the store does not answer. */
  record CandlesUnavailable() implements WindowFinding {}
}
