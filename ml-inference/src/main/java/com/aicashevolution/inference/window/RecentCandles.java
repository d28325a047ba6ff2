package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest candles of every symbol that was asked for, at most {@link WindowProperties#maxAge}
 * old while the store answers. While it does not, what was read last is given and marked stale, and
 * the store is asked again only after {@link WindowProperties#retryAfter}, so that nobody waits for
 * a dead database. Thread-safe.
 */
public final class RecentCandles {

  private static final Logger LOG = LoggerFactory.getLogger(RecentCandles.class);

  private final CandleStore store;
  private final FeaturePipeline pipeline;
  private final WindowProperties properties;
  private final Clock clock;
  private final Map<Key, Cell> cells = new ConcurrentHashMap<>();
  private volatile Instant retryAt = Instant.MIN;

  private record Key(Symbol symbol, Timeframe timeframe) {}

  private static final class Cell {
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable RecentBars bars;
  }

  /** What is known of a symbol. */
  sealed interface Reading {

    /**
     * Its newest bars.
     *
     * @param stale whether the store could not be asked whether there are newer ones
     */
    record Known(RecentBars bars, boolean stale) implements Reading {}

    /** Nothing was ever read, and the store does not answer. */
    record Unknown() implements Reading {}
  }

  public RecentCandles(
      CandleStore store, FeaturePipeline pipeline, WindowProperties properties, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether the store failed when it was last asked. */
  public boolean degraded() {
    return !retryAt.equals(Instant.MIN);
  }

  Reading newest(Symbol symbol, Timeframe timeframe) {
    Cell cell = cells.computeIfAbsent(new Key(symbol, timeframe), key -> new Cell());
    RecentBars known = cell.bars;
    if (known == null) {
      cell.refreshing.lock(); // the first reader reads, the others wait for it
    } else if (isFresh(known) || !cell.refreshing.tryLock()) {
      return new Reading.Known(known, degraded());
    }
    try {
      return refreshed(cell, symbol, timeframe);
    } finally {
      cell.refreshing.unlock();
    }
  }

  private Reading refreshed(Cell cell, Symbol symbol, Timeframe timeframe) {
    RecentBars known = cell.bars;
    Instant now = clock.instant();
    boolean mayAsk = !now.isBefore(retryAt);
    if (mayAsk && (known == null || !isFresh(known))) {
      try {
        known = read(known, symbol, timeframe, now);
        cell.bars = known;
        retryAt = Instant.MIN;
      } catch (RuntimeException unreachable) {
        if (!degraded()) {
          LOG.warn("event=candles_unavailable reason=\"{}\"", unreachable.toString());
        }
        retryAt = clock.instant().plus(properties.retryAfter());
      }
    }
    return known == null ? new Reading.Unknown() : new Reading.Known(known, degraded());
  }

  private RecentBars read(
      @Nullable RecentBars known, Symbol symbol, Timeframe timeframe, Instant now) {
    CandleSeries series = store.latest(symbol, timeframe, FeatureSchema.CANDLES_PER_WINDOW);
    return known != null && known.hasSameCandlesAs(series)
        ? known.confirmedAt(now)
        : RecentBars.of(series, now, pipeline);
  }

  private boolean isFresh(RecentBars bars) {
    return clock.instant().isBefore(bars.fetchedAt().plus(properties.maxAge()));
  }
}
