package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A store without a database. Not thread-safe. */
public final class InMemoryCandleStore implements CandleStore {

  private record Key(Symbol symbol, Timeframe timeframe) {}

  private final Map<Key, NavigableMap<Instant, Candle>> candles = new HashMap<>();
  private final Map<Key, List<String>> sources = new HashMap<>();
  private int upserts;

  @Override
  public UpsertResult upsert(
      Symbol symbol, Timeframe timeframe, String source, List<Candle> batch) {
    upserts++;
    Key key = new Key(symbol, timeframe);
    NavigableMap<Instant, Candle> stored = candles.computeIfAbsent(key, k -> new TreeMap<>());
    sources.computeIfAbsent(key, k -> new ArrayList<>()).add(source);
    int inserted = 0;
    int corrected = 0;
    for (Candle candle : batch) {
      Candle before = stored.put(candle.openTime(), candle);
      inserted += before == null ? 1 : 0;
      corrected += before != null && !before.equals(candle) ? 1 : 0;
    }
    return new UpsertResult(inserted, corrected, batch.size() - inserted - corrected);
  }

  @Override
  public CandleSeries latest(Symbol symbol, Timeframe timeframe, int count) {
    return latestAsOf(symbol, timeframe, Instant.MAX, count);
  }

  @Override
  public CandleSeries latestAsOf(Symbol symbol, Timeframe timeframe, Instant asOf, int count) {
    return series(symbol, timeframe, stored(symbol, timeframe).headMap(asOf, true)).last(count);
  }

  @Override
  public CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    return series(symbol, timeframe, stored(symbol, timeframe).subMap(from, to));
  }

  @Override
  public List<Coverage> coverage() {
    return candles.keySet().stream()
        .filter(key -> !latest(key.symbol(), key.timeframe(), 1).isEmpty())
        .map(this::coverage)
        .sorted(Comparator.comparing(Coverage::symbol).thenComparing(Coverage::timeframe))
        .toList();
  }

  @Override
  public Mark mark(Symbol symbol, Timeframe timeframe, Instant from) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  private Coverage coverage(Key key) {
    CandleSeries all = between(key.symbol(), key.timeframe(), Instant.MIN, Instant.MAX);
    return new Coverage(
        key.symbol(),
        key.timeframe(),
        all.size(),
        all.openTime(0),
        all.openTime(all.size() - 1),
        sources.getOrDefault(key, List.of()).stream().anyMatch(s -> s.startsWith("simulated")));
  }

  private NavigableMap<Instant, Candle> stored(Symbol symbol, Timeframe timeframe) {
    return candles.getOrDefault(new Key(symbol, timeframe), new TreeMap<>());
  }

  private static CandleSeries series(
      Symbol symbol, Timeframe timeframe, Map<Instant, Candle> candles) {
    return CandleSeries.of(
        symbol, timeframe, candles.values().stream().filter(Candle::complete).toList());
  }

  /** Its simulated candles, told by the source of the last write. */
  public SimulatedCandles simulated() {
    return new SimulatedCandles() {
      @Override
      public boolean exist(Symbol symbol) {
        return coverage().stream().anyMatch(c -> c.symbol().equals(symbol) && c.simulated());
      }

      @Override
      public long delete(Symbol symbol) {
        long deleted = 0;
        for (Key key : List.copyOf(candles.keySet())) {
          if (key.symbol().equals(symbol) && exist(symbol)) {
            deleted += stored(key.symbol(), key.timeframe()).size();
            candles.remove(key);
            sources.remove(key);
          }
        }
        return deleted;
      }
    };
  }

  /** How often something was written. */
  public int upserts() {
    return upserts;
  }

  /** Sources that wrote candles of {@code symbol}, one per upsert. */
  public List<String> sources(Symbol symbol, Timeframe timeframe) {
    return sources.getOrDefault(new Key(symbol, timeframe), List.of());
  }
}
