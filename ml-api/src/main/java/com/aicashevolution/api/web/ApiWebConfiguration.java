package com.aicashevolution.api.web;

import static com.aicashevolution.platform.security.Role.OPERATE;
import static com.aicashevolution.platform.security.Role.PREDICT;
import static com.aicashevolution.platform.security.Role.READ;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.PredictionActivity;
import com.aicashevolution.platform.observability.PredictionMetrics;
import com.aicashevolution.platform.observability.RequestSeries;
import com.aicashevolution.platform.security.RouteRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may use which route, and how predictions are counted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiWebConfiguration {

  @Bean
  RouteRules apiRoutes() {
    return RouteRules.builder()
        .allow(PREDICT, POST, "/predict", "/batch-predict")
        .allow(READ, GET, "/signals", "/signals/{symbol}", "/predictions/{id}")
        .allow(READ, GET, "/predictions/{id}/explanation")
        .allow(READ, POST, "/predictions/{id}/replay")
        .allow(READ, GET, "/models", "/models/{version}", "/rollouts")
        .allow(READ, GET, "/training-status", "/training-status/stream")
        .allow(READ, GET, "/drift")
        .allow(OPERATE, POST, "/drift-detection")
        .allow(OPERATE, POST, "/train", "/training/{id}/cancel")
        .allow(OPERATE, POST, "/models/{version}/promote", "/models/{version}/rollback")
        .allow(READ, GET, "/backtests", "/backtests/{id}", "/backtests/{id}/{file}")
        .allow(READ, GET, "/validations", "/validations/{id}")
        .allow(OPERATE, POST, "/backtests", "/backtests/{id}/cancel")
        .allow(OPERATE, POST, "/models/{version}/validate")
        .allow(READ, GET, "/weights", "/weights/history")
        .allow(OPERATE, POST, "/weights/optimize", "/weights/reset")
        .allow(OPERATE, POST, "/keys")
        .allow(OPERATE, GET, "/keys")
        .allow(OPERATE, DELETE, "/keys/{id}")
        .build();
  }

  @Bean
  RequestSeries predictSeries() {
    return new RequestSeries("/predict", "/batch-predict");
  }

  @Bean
  PredictionActivity predictionActivity(Clock clock) {
    return new PredictionActivity(clock);
  }

  @Bean
  PredictionMetrics predictionMetrics(
      MeterRegistry registry, TradedSymbols traded, PredictionActivity activity) {
    return new PredictionMetrics(registry, traded.symbols(), activity);
  }
}
