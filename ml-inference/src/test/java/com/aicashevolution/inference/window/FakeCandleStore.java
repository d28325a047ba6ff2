package com.aicashevolution.inference.window;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** Hourly candles in memory; can be lost and found again, and counts who asked. Thread-safe. */
public final class FakeCandleStore implements CandleStore {

  private final Map<Symbol, TreeMap<Instant, Candle>> candles = new TreeMap<>();
  private final Set<Symbol> simulated = new HashSet<>();
  private boolean lost;
  private int candleReads;
  private int marks;
  private final Map<Symbol, TreeMap<Instant, Long>> writes = new TreeMap<>();
  private long lastWrite;
  private Runnable beforeNextRead = () -> {};
  private int coverageReads;

  @Override
  public synchronized UpsertResult upsert(
      Symbol symbol, Timeframe timeframe, String source, List<Candle> added) {
    TreeMap<Instant, Candle> rows = candles.computeIfAbsent(symbol, s -> new TreeMap<>());
    lastWrite++;
    for (Candle candle : added) {
      if (!candle.equals(rows.put(candle.openTime(), candle))) {
        writes.computeIfAbsent(symbol, s -> new TreeMap<>()).put(candle.openTime(), lastWrite);
      }
    }
    if (source.equals("simulated")) {
      simulated.add(symbol);
    }
    return new UpsertResult(added.size(), 0, 0);
  }

  @Override
  public synchronized CandleSeries latest(Symbol symbol, Timeframe timeframe, int count) {
    return latestAsOf(symbol, timeframe, Instant.MAX, count);
  }

  @Override
  public synchronized CandleSeries latestAsOf(
      Symbol symbol, Timeframe timeframe, Instant asOf, int count) {
    candleReads++;
    requireReachable();
    Runnable first = beforeNextRead;
    beforeNextRead = () -> {};
    first.run();
    TreeMap<Instant, Candle> rows =
        timeframe == Timeframe.H1 ? candles.getOrDefault(symbol, new TreeMap<>()) : new TreeMap<>();
    List<Candle> upTo = new ArrayList<>(rows.headMap(asOf, true).values());
    return CandleSeries.of(
        symbol, timeframe, upTo.subList(Math.max(0, upTo.size() - count), upTo.size()));
  }

  @Override
  public CandleSeries between(Symbol symbol, Timeframe timeframe, Instant from, Instant to) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  @Override
  public synchronized List<Coverage> coverage() {
    coverageReads++;
    requireReachable();
    return candles.entrySet().stream()
        .map(
            entry ->
                new Coverage(
                    entry.getKey(),
                    Timeframe.H1,
                    entry.getValue().size(),
                    entry.getValue().firstKey(),
                    entry.getValue().lastKey(),
                    simulated.contains(entry.getKey())))
        .toList();
  }

  @Override
  public synchronized Mark mark(Symbol symbol, Timeframe timeframe, Instant from) {
    marks++;
    requireReachable();
    var since = writes.getOrDefault(symbol, new TreeMap<>()).tailMap(from, true).values();
    return timeframe == Timeframe.H1
        ? new Mark(since.size(), since.stream().mapToLong(Long::longValue).sum())
        : new Mark(0, 0);
  }

  /** How often anybody asked for a mark, successfully or not. */
  public synchronized int marks() {
    return marks;
  }

  private void requireReachable() {
    if (lost) {
      throw new DataAccessResourceFailureException("connection refused");
    }
  }

  /** Something happens between what was asked before and the next read of candles. */
  public synchronized void beforeNextRead(Runnable event) {
    beforeNextRead = event;
  }

  public synchronized void lose() {
    lost = true;
  }

  public synchronized void comeBack() {
    lost = false;
  }

  /** How often anybody asked for candles, successfully or not. */
  public synchronized int candleReads() {
    return candleReads;
  }

  /** How often anybody asked what is stored, successfully or not. */
  public synchronized int coverageReads() {
    return coverageReads;
  }
}
