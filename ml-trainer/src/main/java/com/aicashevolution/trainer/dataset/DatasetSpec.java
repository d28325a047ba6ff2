package com.aicashevolution.trainer.dataset;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which candles to learn from, and what.
 *
 * @param symbols those without candles are left out
 * @param from open time of the first candle; null for all that are stored
 * @param to exclusive end; null for all that are stored
 */
public record DatasetSpec(
    Timeframe timeframe,
    List<Symbol> symbols,
    @Nullable Instant from,
    @Nullable Instant to,
    LabelSpec label) {

  public DatasetSpec {
    symbols = List.copyOf(symbols);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("from must be before to, were " + from + " and " + to);
    }
  }
}
