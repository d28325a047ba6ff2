package com.aicashevolution.api.marketdata.web;

import static com.aicashevolution.platform.security.Role.OPERATE;
import static com.aicashevolution.platform.security.Role.READ;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.aicashevolution.api.marketdata.CandleIntake;
import com.aicashevolution.api.marketdata.MarketDataProperties;
import com.aicashevolution.api.marketdata.SimulatedCandles;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.security.RouteRules;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the intake of candles and says who may use it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(MarketDataProperties.class)
class MarketDataWebConfiguration {

  @Bean
  RouteRules marketDataRoutes() {
    return RouteRules.builder()
        .allow(OPERATE, POST, "/candles")
        .allow(READ, GET, "/candles/{symbol}", "/indicators/{symbol}")
        .build();
  }

  @Bean
  CandleIntake candleIntake(
      CandleStore store, SimulatedCandles simulated, TradedSymbols traded, Clock clock) {
    return new CandleIntake(store, simulated, traded, clock);
  }
}
