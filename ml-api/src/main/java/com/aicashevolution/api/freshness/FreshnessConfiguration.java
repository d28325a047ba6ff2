package com.aicashevolution.api.freshness;

import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.runtime.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps an eye on the candles. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FreshnessConfiguration {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Bean
  CandleAges candleAges(
      CandleStore candles, TradedSymbols traded, Clock clock, MeterRegistry registry) {
    return new CandleAges(candles, traded, clock, registry);
  }

  @Bean
  Repeating candleAgeWatch(CandleAges ages) {
    return new Repeating("candle-ages", PAUSE, ages::refresh);
  }
}
