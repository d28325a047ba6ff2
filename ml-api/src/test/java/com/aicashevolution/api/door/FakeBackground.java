package com.aicashevolution.api.door;

import com.aicashevolution.api.FakeInference;
import com.aicashevolution.api.FakeJournal;
import com.aicashevolution.api.FakeRegistry;
import com.aicashevolution.api.FakeTrainer;
import com.aicashevolution.api.FakeWeights;
import com.aicashevolution.api.gateway.UpstreamGuard;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.platform.security.ApiKey;
import com.aicashevolution.platform.security.ApiKeys;
import com.aicashevolution.platform.security.Role;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * ml-api's own beans on top of fakes; no @Configuration, so that no other test finds it by
 * scanning.
 */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "com.aicashevolution.platform",
      "com.aicashevolution.api.door",
      "com.aicashevolution.api.gateway",
      "com.aicashevolution.api.keys",
      "com.aicashevolution.api.models",
      "com.aicashevolution.api.signals",
      "com.aicashevolution.api.traffic",
      "com.aicashevolution.api.weights",
      "com.aicashevolution.api.web"
    },
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*gateway\\.http\\.Upstream.*"))
class FakeBackground {

  static final String SERVICE_KEY = "service-key-of-the-front-door-test-0123456789";
  static final String READER = "mlk_" + "r".repeat(43);
  static final String PREDICTOR = "mlk_" + "p".repeat(43);
  static final String OPERATOR = "mlk_" + "o".repeat(43);

  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock("2026-11-16T08:00:00Z");
  }

  @Bean
  FakeRegistry fakeRegistry() {
    return new FakeRegistry();
  }

  @Bean
  FakeWeights fakeWeights() {
    return new FakeWeights();
  }

  @Bean
  FakeJournal fakeJournal() {
    return new FakeJournal();
  }

  @Bean
  FakeInference fakeInference(ObjectMapper json) {
    return new FakeInference(json);
  }

  @Bean
  FakeTrainer fakeTrainer() {
    return new FakeTrainer();
  }

  @Bean
  UpstreamGuard upstreamGuard(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    return new UpstreamGuard("ml-fake", 10, breakers, bulkheads);
  }

  @Bean
  FakeKeys fakeKeys(SettableClock clock) {
    FakeKeys keys = new FakeKeys();
    Map.of(READER, Role.READ, PREDICTOR, Role.PREDICT, OPERATOR, Role.OPERATE)
        .forEach(
            (secret, role) ->
                keys.create(
                    new ApiKeys.StoredKey(
                        "key_" + role,
                        "holder of " + role,
                        role,
                        clock.instant(),
                        "test",
                        null,
                        null),
                    ApiKey.parse(secret).orElseThrow().sha256(),
                    "test"));
    return keys;
  }

  /** Keys in memory, with the changes that were made in whose name. */
  static final class FakeKeys implements ApiKeys {

    private final Map<String, StoredKey> byHash = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();

    List<String> changes() {
      return changes;
    }

    @Override
    public Optional<StoredKey> findBySha256(String sha256) {
      return Optional.ofNullable(byHash.get(sha256));
    }

    @Override
    public List<StoredKey> list() {
      return List.copyOf(byHash.values()).reversed();
    }

    @Override
    public void create(StoredKey key, String sha256, String actor) {
      byHash.put(sha256, key);
      changes.add("create " + key.name() + " " + key.role() + " by " + actor);
    }

    @Override
    public boolean revoke(String keyId, String actor) {
      changes.add("revoke " + keyId + " by " + actor);
      return byHash.values().removeIf(key -> key.keyId().equals(keyId));
    }
  }
}
