package com.aicashevolution.inference.window;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which stored candles are simulated, so that an answer can say so. Read again by {@link #refresh},
 * which is called in the background, and at once for a symbol that was not there; what was known
 * holds while the store does not answer. Thread-safe.
 */
public final class SimulatedMarkets {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedMarkets.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final CandleStore store;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Map<Market, Boolean> simulated = Map.of();
  private volatile Instant askedAt = Instant.MIN;

  private record Market(Symbol symbol, Timeframe timeframe) {}

  public SimulatedMarkets(CandleStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether any stored candle of the symbol is simulated; false where nothing is known of it. */
  public boolean contains(Symbol symbol, Timeframe timeframe) {
    Market market = new Market(symbol, timeframe);
    Boolean known = simulated.get(market);
    if (known != null) {
      return known;
    }
    reading.lock();
    try {
      if (!simulated.containsKey(market) && mayAsk()) {
        refresh();
      }
    } finally {
      reading.unlock();
    }
    return simulated.getOrDefault(market, false);
  }

  /** Reads the store anew; keeps what was known if it does not answer. */
  public void refresh() {
    try {
      simulated =
          store.coverage().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      row -> new Market(row.symbol(), row.timeframe()),
                      CandleStore.Coverage::simulated));
    } catch (RuntimeException unreachable) {
      LOG.warn("event=coverage_unavailable reason=\"{}\"", unreachable.toString());
    }
    askedAt = clock.instant();
  }

  /** A symbol without candles must not make every request ask. */
  private boolean mayAsk() {
    return askedAt.equals(Instant.MIN) || !clock.instant().isBefore(askedAt.plus(RETRY_AFTER));
  }
}
