package com.aicashevolution.platform.candles;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.Notice;
import java.time.Instant;
import java.util.List;

/** Tells the other processes of every candle that is new or corrected. Thread-safe. */
public final class AnnouncedCandleStore implements CandleStore {

  private final CandleStore store;
  private final Announcer announcer;

  public AnnouncedCandleStore(CandleStore store, Announcer announcer) {
    this.store = store;
    this.announcer = announcer;
  }

  @Override
  public UpsertResult upsert(
      Symbol symbol, Timeframe timeframe, String source, List<Candle> candles) {
    UpsertResult result = store.upsert(symbol, timeframe, source, candles);
    if (result.inserted() + result.corrected() > 0) {
      announcer.announce(new Notice.CandlesChanged(symbol, timeframe));
    }
    return result;
  }

  @Override
  public CandleSeries latest(Symbol symbol, Timeframe timeframe, int count) {
    return store.latest(symbol, timeframe, count);
  }

  @Override
  public CandleSeries latestAsOf(Symbol symbol, Timeframe timeframe, Instant asOf, int count) {
    return store.latestAsOf(symbol, timeframe, asOf, count);
  }

  @Override
  public CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    return store.between(symbol, timeframe, from, to);
  }

  @Override
  public List<Coverage> coverage() {
    return store.coverage();
  }

  @Override
  public Mark mark(Symbol symbol, Timeframe timeframe, Instant from) {
    return store.mark(symbol, timeframe, from);
  }
}
