package com.aicashevolution.trainer.weights;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Where past decisions come from. Thread-safe. */
public final class DecisionSources {

  private final ResolvedPredictions predictions;
  private final TradeDecisions trades;
  private final Duration history;
  private final Clock clock;

  /**
   * Creates the sources.
   *
   * @param history how far back predictions are read
   */
  public DecisionSources(
      ResolvedPredictions predictions, TradeDecisions trades, Duration history, Clock clock) {
    this.predictions = predictions;
    this.trades = trades;
    this.history = history;
    this.clock = clock;
  }

  List<PastDecision> predicted(ModelLine line, Timeframe timeframe) {
    return predictions.of(line, timeframe, clock.instant().minus(history));
  }

  TradeDecisions.Reading traded(String text, ModelLine line, Timeframe timeframe) {
    return trades.read(text, line, timeframe);
  }
}
