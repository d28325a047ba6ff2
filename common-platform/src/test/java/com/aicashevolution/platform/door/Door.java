package com.aicashevolution.platform.door;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.ApiKeys;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.InMemoryApiKeys;
import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one controller, to stand before the platform's door. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      RedisAutoConfiguration.class
    })
@ComponentScan(
    basePackages = {
      "com.aicashevolution.platform.security",
      "com.aicashevolution.platform.problem",
      "com.aicashevolution.platform.json",
      "com.aicashevolution.platform.observability",
      "com.aicashevolution.platform.runtime",
      "com.aicashevolution.platform.door"
    },
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.jdbc\\..*"))
class Door {

  static final String SERVICE_KEY = "service-key-for-tests-0123456789abcdef";
  static final String READER = "mlk_" + "r".repeat(43);
  static final String PREDICTOR = "mlk_" + "p".repeat(43);

  @Bean
  ApiKeys apiKeys(Clock clock) {
    InMemoryApiKeys keys = new InMemoryApiKeys(clock);
    keys.give(READER, Role.READ);
    keys.give(PREDICTOR, Role.PREDICT);
    return keys;
  }

  @Bean
  RouteRules doorRoutes() {
    return RouteRules.builder()
        .allow(Role.READ, HttpMethod.GET, "/things/{symbol}", "/whoami", "/boom", "/problem")
        .allow(Role.PREDICT, HttpMethod.POST, "/things")
        .allow(Role.OPERATE, HttpMethod.POST, "/things/{symbol}/promote")
        .build();
  }

  /** What is posted. */
  record Thing(
      @NotNull Symbol symbol,
      Timeframe timeframe,
      double price,
      @Nullable Double bid,
      @Nullable Float ask,
      @Min(1) @Max(10) int count,
      boolean open,
      @Nullable Instant at,
      @Nullable String note,
      @Nullable Map<String, Double> indicators,
      @Nullable List<Integer> counts) {}

  /** Answers anything. */
  @RestController
  static class ThingController {

    @GetMapping("/things/{symbol}")
    Map<String, Object> thing(
        @PathVariable Symbol symbol,
        @RequestParam(defaultValue = "H1") Timeframe timeframe,
        @RequestParam(defaultValue = "5") @Min(1) @Max(256) int limit) {
      return Map.of("symbol", symbol, "timeframe", timeframe, "limit", limit);
    }

    @PostMapping("/things")
    Thing post(@RequestBody @Valid Thing thing) {
      return thing;
    }

    @PostMapping("/things/{symbol}/promote")
    Map<String, Object> promote(
        @PathVariable Symbol symbol,
        @RequestParam int trafficPercentage,
        @AuthenticationPrincipal Caller caller) {
      return Map.of("actor", caller.actor(), "traffic", trafficPercentage);
    }

    @GetMapping("/whoami")
    Map<String, Object> whoami(@AuthenticationPrincipal Caller caller) {
      return Map.of("key_id", caller.keyId(), "role", caller.role(), "actor", caller.actor());
    }

    @GetMapping("/boom")
    String boom() {
      throw new IllegalStateException("secret detail of our inside");
    }

    @GetMapping("/problem")
    String problem() {
      throw new ProblemException(ProblemType.MODEL_NOT_SERVING, "No model serves EURUSD");
    }
  }
}
