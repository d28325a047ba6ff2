package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest candles of every symbol that was asked for, at most {@link WindowProperties#maxAge}
 * old while the store answers.
 *
 * <p>Requests find them in memory: {@link #changed} reads them anew when somebody says that there
 * are others, and {@link #confirm}, called in the background, asks the store of every symbol in use
 * whether that is still so, by a mark that costs it a fraction of a read. Only the first request
 * for a symbol, and one that finds the background late, asks the store itself.
 *
 * <p>While the store does not answer, what was read last is given and marked stale, and the store
 * is asked again only after {@link WindowProperties#retryAfter}, so that nobody waits for a dead
 * database. Thread-safe.
 */
public final class RecentCandles {

  private static final Logger LOG = LoggerFactory.getLogger(RecentCandles.class);

  /** A symbol nobody asks for any more costs the store nothing. */
  private static final Duration IN_USE = Duration.ofMinutes(10);

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
    private volatile Instant askedAt = Instant.MIN;
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
    Instant now = clock.instant();
    cell.askedAt = now;
    RecentBars known = cell.bars;
    if (known == null) {
      cell.refreshing.lock(); // the first reader reads, the others wait for it
    } else if (isFresh(known, now) || !cell.refreshing.tryLock()) {
      return new Reading.Known(known, degraded());
    }
    try {
      known = cell.bars;
      if (known == null || !isFresh(known, now)) {
        known = refreshed(cell, symbol, timeframe);
      }
      return known == null ? new Reading.Unknown() : new Reading.Known(known, degraded());
    } finally {
      cell.refreshing.unlock();
    }
  }

  /** Candles of a symbol are said to have changed: reads them now, if anybody wanted them. */
  public void changed(Symbol symbol, Timeframe timeframe) {
    Cell cell = cells.get(new Key(symbol, timeframe));
    if (cell != null && cell.bars != null) {
      cell.refreshing.lock(); // a read under way may have begun before the change
      try {
        var _ = refreshed(cell, symbol, timeframe);
      } finally {
        cell.refreshing.unlock();
      }
    }
  }

  /** Asks the store whether the candles of the symbols in use are still its newest. */
  public void confirm() {
    Instant inUseSince = clock.instant().minus(IN_USE);
    cells.forEach(
        (key, cell) -> {
          if (cell.askedAt.isAfter(inUseSince) && cell.refreshing.tryLock()) {
            try {
              var _ = refreshed(cell, key.symbol(), key.timeframe());
            } finally {
              cell.refreshing.unlock();
            }
          }
        });
  }

  /** What the store says now, or what is known while it says nothing. */
  private @Nullable RecentBars refreshed(Cell cell, Symbol symbol, Timeframe timeframe) {
    RecentBars known = cell.bars;
    Instant now = clock.instant();
    if (now.isBefore(retryAt)) {
      return known;
    }
    try {
      RecentBars read =
          known == null
              ? firstRead(symbol, timeframe, now)
              : readUnlessUnchanged(known, symbol, timeframe, now);
      cell.bars = read;
      retryAt = Instant.MIN;
      return read;
    } catch (RuntimeException unreachable) {
      if (!degraded()) {
        LOG.warn("event=candles_unavailable reason=\"{}\"", unreachable.toString());
      }
      retryAt = clock.instant().plus(properties.retryAfter());
      return known;
    }
  }

  /** One query: a mark is taken when the symbol is asked for again. */
  private RecentBars firstRead(Symbol symbol, Timeframe timeframe, Instant now) {
    CandleSeries series = store.latest(symbol, timeframe, FeatureSchema.CANDLES_PER_WINDOW);
    return RecentBars.of(series, now, new RecentBars.Seal(Instant.EPOCH, null), pipeline);
  }

  private RecentBars readUnlessUnchanged(
      RecentBars known, Symbol symbol, Timeframe timeframe, Instant now) {
    RecentBars.Seal seal = known.seal();
    if (seal.mark() != null && seal.mark().equals(store.mark(symbol, timeframe, seal.from()))) {
      return known.confirmedAt(now, seal);
    }
    Instant from = known.firstOpenTime();
    RecentBars.Seal next = new RecentBars.Seal(from, store.mark(symbol, timeframe, from));
    CandleSeries series = store.latest(symbol, timeframe, FeatureSchema.CANDLES_PER_WINDOW);
    return known.hasSameCandlesAs(series)
        ? known.confirmedAt(now, next)
        : RecentBars.of(series, now, next, pipeline);
  }

  private boolean isFresh(RecentBars bars, Instant now) {
    return now.isBefore(bars.fetchedAt().plus(properties.maxAge()));
  }
}
