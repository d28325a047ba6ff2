package com.aicashevolution.trainer.bench;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Simulated hourly candles in memory, to read only. */
final class SimulatedCandles implements CandleStore {

  private final Map<Symbol, CandleSeries> series = new TreeMap<>();

  SimulatedCandles(SimulationSpec spec, List<Symbol> symbols, Instant from, Instant to) {
    SimulatedMarket market = new SimulatedMarket(spec);
    symbols.forEach(symbol -> series.put(symbol, market.candles(symbol, from, to)));
  }

  long size() {
    return series.values().stream().mapToLong(CandleSeries::size).sum();
  }

  @Override
  public CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    CandleSeries all = series.get(symbol);
    if (all == null) {
      throw new IllegalArgumentException("no candles of " + symbol);
    }
    return all;
  }

  @Override
  public List<Coverage> coverage() {
    return series.values().stream()
        .map(
            s ->
                new Coverage(
                    s.symbol(),
                    Timeframe.H1,
                    s.size(),
                    s.openTime(0),
                    s.openTime(s.size() - 1),
                    true))
        .toList();
  }

  @Override
  public UpsertResult upsert(
      Symbol symbol, Timeframe timeframe, String source, List<Candle> candles) {
    throw new UnsupportedOperationException("these candles are only read");
  }

  @Override
  public CandleSeries latest(Symbol symbol, Timeframe timeframe, int count) {
    throw new UnsupportedOperationException("a run reads whole periods");
  }

  @Override
  public CandleSeries latestAsOf(Symbol symbol, Timeframe timeframe, Instant asOf, int count) {
    throw new UnsupportedOperationException("a run reads whole periods");
  }

  @Override
  public Mark mark(Symbol symbol, Timeframe timeframe, Instant from) {
    throw new UnsupportedOperationException("these candles do not change");
  }
}
