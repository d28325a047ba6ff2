package com.aicashevolution.inference;

import com.aicashevolution.inference.prediction.Advisor;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.runtime.Repeating;
import com.aicashevolution.platform.weights.SignalProperties;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsMetrics;
import com.aicashevolution.platform.weights.WeightsWatch;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the indicator weights in force at hand. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignalProperties.class)
class WeightsConfiguration {

  /** As often as the registry is looked at: weights and versions change alike. */
  private static final Duration REFRESH_EVERY = Duration.ofSeconds(1);

  @Bean
  WeightsWatch weightsWatch(WeightHistory history, Clock clock) {
    return new WeightsWatch(history, clock);
  }

  @Bean
  Repeating weightsRefresh(WeightsWatch watch) {
    return new Repeating("weights-refresh", REFRESH_EVERY, watch::refresh);
  }

  @Bean
  WeightsMetrics weightsMetrics(WeightsWatch watch, TradedSymbols traded, Clock clock) {
    return new WeightsMetrics(watch, traded.symbols(), clock);
  }

  @Bean
  Advisor advisor(WeightsWatch watch, SignalProperties properties) {
    return new Advisor(watch, properties.weightsMaxFactor());
  }
}
