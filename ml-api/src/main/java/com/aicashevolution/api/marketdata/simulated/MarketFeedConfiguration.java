package com.aicashevolution.api.marketdata.simulated;

import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import com.aicashevolution.platform.runtime.Repeating;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Continues the simulated market where that is asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
@ConditionalOnProperty(name = "ml.marketdata.source", havingValue = "simulated")
class MarketFeedConfiguration {

  private static final Logger log = LoggerFactory.getLogger(MarketFeedConfiguration.class);

  /** A new hour is stored within this time; between hours nothing is asked of the database. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Bean
  MarketFeed marketFeed(
      CandleStore store, MarketRegister register, TradedSymbols traded, Clock clock) {
    return new MarketFeed(store, register, traded, clock);
  }

  @Bean
  Repeating marketFeeding(MarketFeed feed) {
    return new Repeating("market-feed", PAUSE, () -> feed(feed));
  }

  private static void feed(MarketFeed feed) {
    try {
      feed.feed();
    } catch (DataAccessException | TransactionException lost) {
      log.warn("SIMULATED market not continued, will be tried again: {}", lost.getMessage());
    }
  }
}
