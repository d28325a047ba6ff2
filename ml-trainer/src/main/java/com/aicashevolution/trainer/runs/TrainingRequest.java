package com.aicashevolution.trainer.runs;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for; null where the caller leaves it to us.
 *
 * @param line whose version it makes, {@code global} unless said
 * @param symbols to learn from; every traded symbol of the line unless said
 * @param timeframe of the candles, H1 unless said
 * @param from open time of the first candle; all that are stored unless said
 * @param to exclusive end
 * @param holdoutFrom open time of the first candle of the holdout; the configured share unless said
 * @param seed of the first fit; further fits count on from it
 * @param publish whether the result becomes a version, true unless said
 * @param warmStart version that every fit begins from, or {@code champion}; random weights unless
 *     said
 * @param search by which hyper-parameters are chosen; none unless said
 */
public record TrainingRequest(
    @Nullable ModelLine line,
    @Size(min = 1, max = 100) @Nullable List<Symbol> symbols,
    @Nullable Timeframe timeframe,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant holdoutFrom,
    @Min(0) @Nullable Long seed,
    @Nullable Boolean publish,
    @Valid @Nullable HyperparameterOverrides hyperparameters,
    @Nullable String warmStart,
    @Valid @Nullable SearchWish search) {

  /** Leaves everything to us. */
  public static final TrainingRequest DEFAULT =
      new TrainingRequest(null, null, null, null, null, null, null, null, null, null, null);

  /** A new version of a line, everything else left to us. */
  public static TrainingRequest of(ModelLine line, Timeframe timeframe) {
    return new TrainingRequest(
        line, null, timeframe, null, null, null, null, null, null, null, null);
  }

  public ModelLine lineOrGlobal() {
    return line == null ? ModelLine.GLOBAL : line;
  }

  public Timeframe timeframeOrHourly() {
    return timeframe == null ? Timeframe.H1 : timeframe;
  }
}
