package com.aicashevolution.trainer.backtest;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Instant;

/** Reads the bars of a period with the look-back that serving would have had. Thread-safe. */
final class TapeReader {

  private final CandleStore candles;
  private final FeaturePipeline pipeline;

  TapeReader(CandleStore candles, FeaturePipeline pipeline) {
    this.candles = candles;
    this.pipeline = pipeline;
  }

  SymbolTape read(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    CandleSeries before =
        candles.latestAsOf(
            symbol, timeframe, from.minusSeconds(1), FeatureSchema.CANDLES_PER_WINDOW - 1);
    Instant first = before.isEmpty() ? from : before.openTime(0);
    return new SymbolTape(pipeline.matrix(candles.between(symbol, timeframe, first, to)), from);
  }
}
