package com.aicashevolution.api.marketdata.simulated;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.ReferencePrices;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStore.Coverage;
import com.aicashevolution.platform.market.TradedSymbols;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Continues the simulated market a database holds, an hour at a time and after a pause all hours
 * that were missed. It begins none, and never touches a symbol with real candles. Several replicas
 * may run one each: they write the same candles. Not thread-safe.
 */
public final class MarketFeed {

  private static final Logger log = LoggerFactory.getLogger(MarketFeed.class);

  private final CandleStore store;
  private final MarketRegister register;
  private final TradedSymbols traded;
  private final Clock clock;
  private @Nullable Instant fedUntil;

  public MarketFeed(CandleStore store, MarketRegister register, TradedSymbols traded, Clock clock) {
    this.store = store;
    this.register = register;
    this.traded = traded;
    this.clock = clock;
  }

  /** Stores the hours that have closed since the last call; returns how many candles were new. */
  public int feed() {
    Instant hour = Timeframe.H1.openOf(clock.instant());
    if (hour.equals(fedUntil)) {
      return 0;
    }
    Optional<StoredMarket> stored = register.current();
    int inserted = stored.map(market -> append(market.market(), hour)).orElse(0);
    if (stored.isPresent()) {
      fedUntil = hour;
    }
    if (inserted > 0) {
      log.info("SIMULATED market continued, until={} candles={}", hour, inserted);
    }
    return inserted;
  }

  private int append(SimulatedMarket market, Instant hour) {
    Map<Symbol, Coverage> coverage =
        store.coverage().stream()
            .filter(row -> row.timeframe() == Timeframe.H1)
            .collect(Collectors.toMap(Coverage::symbol, Function.identity()));
    Optional<Instant> begin =
        coverage.values().stream()
            .filter(Coverage::simulated)
            .map(Coverage::first)
            .min(Comparator.naturalOrder());
    if (begin.isEmpty()) {
      return 0;
    }
    int inserted = 0;
    for (Symbol symbol : traded.symbols()) {
      Coverage row = coverage.get(symbol);
      boolean isReal = row != null && !row.simulated();
      if (!isReal && ReferencePrices.of(symbol).isPresent()) {
        Instant from = row == null ? begin.get() : Timeframe.H1.closeOf(row.last());
        inserted += append(market, symbol, from, hour);
      }
    }
    return inserted;
  }

  private int append(SimulatedMarket market, Symbol symbol, Instant from, Instant hour) {
    List<Candle> candles = MarketLoader.candles(market.candles(symbol, from, hour));
    return candles.isEmpty()
        ? 0
        : store.upsert(symbol, Timeframe.H1, SimulatedMarket.SOURCE, candles).inserted();
  }
}
