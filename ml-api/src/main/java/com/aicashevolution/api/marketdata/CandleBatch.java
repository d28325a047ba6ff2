package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects candles and writes them a few thousand at a time. Not thread-safe. */
final class CandleBatch implements Consumer<Candle> {

  private static final int SIZE = 5_000;

  private final CandleStore store;
  private final Symbol symbol;
  private final Timeframe timeframe;
  private final String source;
  private final List<Candle> pending = new ArrayList<>(SIZE);
  private int inserted;
  private int corrected;
  private int unchanged;

  CandleBatch(CandleStore store, Symbol symbol, Timeframe timeframe, String source) {
    this.store = store;
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.source = source;
  }

  @Override
  public void accept(Candle candle) {
    pending.add(candle);
    if (pending.size() == SIZE) {
      flush();
    }
  }

  /** Writes what is left and tells what was written altogether. */
  CandleStore.UpsertResult end() {
    if (!pending.isEmpty()) {
      flush();
    }
    return new CandleStore.UpsertResult(inserted, corrected, unchanged);
  }

  private void flush() {
    CandleStore.UpsertResult result = store.upsert(symbol, timeframe, source, pending);
    inserted += result.inserted();
    corrected += result.corrected();
    unchanged += result.unchanged();
    pending.clear();
  }
}
