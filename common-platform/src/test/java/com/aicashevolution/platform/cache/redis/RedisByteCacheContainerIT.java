package com.aicashevolution.platform.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.platform.containers.ProductionImages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class RedisByteCacheContainerIT {

  @Test
  void givesBackWhatItWasGiven() {
    byte[] value = "value".getBytes(StandardCharsets.UTF_8);
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withUserConfiguration(RedisConfiguration.class)
        .withPropertyValues("ml.cache.redis-url=" + ProductionImages.redisUrl())
        .run(
            it -> {
              RedisByteCache cache = it.getBean(RedisByteCache.class);
              await().atMost(Duration.ofSeconds(30)).until(cache::isConnected);

              cache.put("key", value, Duration.ofMinutes(1));

              await().untilAsserted(() -> assertThat(cache.get("key")).hasValue(value));
            });
  }
}
