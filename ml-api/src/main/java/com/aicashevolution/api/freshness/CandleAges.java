package com.aicashevolution.api.freshness;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code ml_candle_age_seconds{symbol}}, since the newest hourly bar closed (NaN where there is
 * none), and {@code ml_market_open}, 1 while the foreign exchange market trades. Ages are computed
 * when they are read, from what the store said last.
 */
final class CandleAges {

  private static final Logger log = LoggerFactory.getLogger(CandleAges.class);

  private final CandleStore candles;
  private final TradedSymbols traded;
  private final Clock clock;
  private final Map<Symbol, Instant> newestClose = new ConcurrentHashMap<>();

  CandleAges(CandleStore candles, TradedSymbols traded, Clock clock, MeterRegistry registry) {
    this.candles = candles;
    this.traded = traded;
    this.clock = clock;
    for (Symbol symbol : traded.symbols()) {
      TimeGauge.builder("ml.candle.age", () -> ageSeconds(symbol), TimeUnit.SECONDS)
          .description("Time since the newest hourly bar closed")
          .tag("symbol", symbol.code())
          .register(registry);
    }
    Gauge.builder("ml.market.open", () -> TradingCalendar.FOREX.isOpen(clock.instant()) ? 1 : 0)
        .description("Whether the foreign exchange market trades")
        .register(registry);
  }

  /** Asks the store what it has; a store that cannot be asked leaves ages growing. */
  void refresh() {
    try {
      for (Symbol symbol : traded.symbols()) {
        CandleSeries newest = candles.latest(symbol, Timeframe.H1, 1);
        if (newest.size() > 0) {
          newestClose.put(symbol, newest.closeTime(0));
        }
      }
    } catch (DataAccessException | TransactionException lost) {
      log.debug("candle ages unknown: {}", lost.getMessage());
    }
  }

  private Number ageSeconds(Symbol symbol) {
    Instant closed = newestClose.get(symbol);
    return closed == null
        ? Double.NaN
        : Duration.between(closed, clock.instant()).toMillis() / 1000.0;
  }
}
