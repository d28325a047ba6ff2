package com.aicashevolution.platform.cache.redis;

import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.cache.CacheProperties;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Connects to Redis where a URL is set; nothing at start-up waits for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
public class RedisConfiguration {

  /** With a Redis. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("ml.cache.redis-url")
  static class WithRedis {

    @Bean
    LettuceConnectionFactory redisConnectionFactory(CacheProperties properties) {
      RedisURI uri = RedisURI.create(String.valueOf(properties.redisUrl()));
      LettuceConnectionFactory factory =
          new LettuceConnectionFactory(
              LettuceConnectionFactory.createRedisConfiguration(uri), client(uri, properties));
      factory.setValidateConnection(false);
      return factory;
    }

    @Bean(initMethod = "start")
    RedisByteCache sharedCache(
        LettuceConnectionFactory connections, MeterRegistry registry, CacheProperties properties) {
      CacheMetrics metrics = new CacheMetrics(registry, "redis");
      return new RedisByteCache(connections, metrics, properties.failuresToOpen());
    }

    @Bean
    RedisCheck redisCheck(RedisByteCache cache) {
      return new RedisCheck(cache);
    }

    private static LettuceClientConfiguration client(RedisURI uri, CacheProperties properties) {
      LettuceClientConfigurationBuilder client =
          LettuceClientConfiguration.builder()
              .commandTimeout(properties.commandTimeout())
              .shutdownTimeout(Duration.ofMillis(100))
              .shutdownQuietPeriod(Duration.ZERO)
              .clientOptions(
                  ClientOptions.builder()
                      .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                      .socketOptions(
                          SocketOptions.builder()
                              .connectTimeout(properties.connectTimeout())
                              .keepAlive(true)
                              .build())
                      .timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()))
                      .build());
      if (uri.isSsl()) {
        client.useSsl();
      }
      return client.build();
    }
  }

  /** Without. */
  @Bean
  @ConditionalOnMissingBean
  ByteCache noSharedCache() {
    return new NoRedis();
  }
}
