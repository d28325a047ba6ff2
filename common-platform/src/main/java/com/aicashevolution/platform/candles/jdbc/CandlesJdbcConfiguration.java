package com.aicashevolution.platform.candles.jdbc;

import com.aicashevolution.platform.candles.AnnouncedCandleStore;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.persistence.ConditionalOnDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the candle store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
class CandlesJdbcConfiguration {

  @Bean
  CandleStore candleStore(
      JdbcClient jdbc, TransactionOperations transactions, Clock clock, Announcer announcer) {
    return new AnnouncedCandleStore(new JdbcCandleStore(jdbc, transactions, clock), announcer);
  }
}
