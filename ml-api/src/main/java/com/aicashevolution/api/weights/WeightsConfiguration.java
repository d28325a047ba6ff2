package com.aicashevolution.api.weights;

import com.aicashevolution.api.traffic.TrafficProperties;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.notice.NoticeListener;
import com.aicashevolution.platform.runtime.Repeating;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsMetrics;
import com.aicashevolution.platform.weights.WeightsWatch;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the weights in force as often as the registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WeightsConfiguration {

  @Bean
  WeightsWatch weightsWatch(WeightHistory history, Clock clock) {
    return new WeightsWatch(history, clock);
  }

  @Bean
  Repeating weightsPolling(WeightsWatch watch, TrafficProperties properties) {
    return new Repeating("weights-watch", properties.pollInterval(), watch::refresh);
  }

  @Bean
  NoticeListener weightsChangedElsewhere(WeightsWatch watch) {
    return notice -> {
      if (notice instanceof Notice.WeightsChanged) {
        watch.refresh();
      }
    };
  }

  @Bean
  WeightsMetrics weightsMetrics(WeightsWatch watch, TradedSymbols traded, Clock clock) {
    return new WeightsMetrics(watch, traded.symbols(), clock);
  }
}
