package com.aicashevolution.platform.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.LocalRedis;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.platform.cache.ByteCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RedisByteCacheIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Metrics.class, RedisConfiguration.class);

  @Configuration(proxyBeanMethods = false)
  static class Metrics {

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }
  }

  private static double count(MeterRegistry registry, String result) {
    return registry
        .get("ml.cache.requests")
        .tag("level", "redis")
        .tag("result", result)
        .counter()
        .count();
  }

  private static void awaitConnected(RedisByteCache cache) {
    await().atMost(Duration.ofSeconds(30)).until(cache::isConnected);
  }

  @Test
  void shouldGiveBackWhatItWasGivenUntilItExpires() {
    context
        .withPropertyValues("ml.cache.redis-url=" + TestStack.freshRedisUrl())
        .run(
            it -> {
              RedisByteCache cache = it.getBean(RedisByteCache.class);
              awaitConnected(cache);

              cache.put("long", VALUE, MINUTE);
              cache.put("short", VALUE, Duration.ofMillis(50));
              cache.put("never", VALUE, Duration.ZERO);

              assertThat(cache.get("long").orElseThrow()).isEqualTo(VALUE);
              assertThat(cache.get("never")).isEmpty();
              await().atMost(Duration.ofSeconds(10)).until(() -> cache.get("short").isEmpty());
              MeterRegistry registry = it.getBean(MeterRegistry.class);
              assertThat(count(registry, "hit")).isGreaterThanOrEqualTo(1);
              assertThat(count(registry, "miss")).isGreaterThanOrEqualTo(2);
            });
  }

  @Test
  void shouldMissAtOnceWithoutRedisAndHitAgainWhenItIsBack() {
    LocalRedis redis = TestStack.ownRedis();
    redis.start();
    try {
      context
          .withPropertyValues(
              "ml.cache.redis-url=" + redis.redisUrl(0), "ml.cache.command-timeout=500ms")
          .run(
              it -> {
                RedisByteCache cache = it.getBean(RedisByteCache.class);
                awaitConnected(cache);
                cache.put("key", VALUE, MINUTE);
                assertThat(cache.get("key")).isPresent();

                redis.stop();
                await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> cache.get("key").isEmpty() && !cache.isConnected());

                long begun = System.nanoTime();
                for (int i = 0; i < 10_000; i++) {
                  assertThat(cache.get("key")).isEmpty();
                }
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                assertThat(took.dividedBy(10_000)).isLessThan(Duration.ofMillis(1));

                redis.start();
                awaitConnected(cache);
                cache.put("key", VALUE, MINUTE);
                assertThat(cache.get("key")).isPresent();
              });
    } finally {
      redis.close();
    }
  }

  @Test
  void shouldStartWithoutRedisAndWithoutWaitingForIt() {
    context
        .withPropertyValues("ml.cache.redis-url=redis://127.0.0.1:1")
        .run(
            it -> {
              ByteCache cache = it.getBean(ByteCache.class);
              assertThat(cache.get("key")).isEmpty();
              assertThat(count(it.getBean(MeterRegistry.class), "skipped")).isEqualTo(1);
            });
  }

  @Test
  void shouldRememberNothingWhereNoRedisIsConfigured() {
    context.run(
        it -> {
          ByteCache cache = it.getBean(ByteCache.class);
          cache.put("key", VALUE, MINUTE);
          assertThat(cache.get("key")).isEmpty();
        });
  }
}
