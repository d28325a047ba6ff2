package com.aicashevolution.platform.notice.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.LocalRedis;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.cache.redis.RedisConfiguration;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.notice.NoticeListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RedisNoticesIT {

  private static final Notice EURUSD = new Notice.CandlesChanged(Symbol.of("EURUSD"), Timeframe.H1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Ears.class, RedisConfiguration.class, NoticeConfiguration.class);

  /** A service that remembers what it heard. */
  @Configuration(proxyBeanMethods = false)
  static class Ears {

    private final List<Notice> heard = new CopyOnWriteArrayList<>();

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }

    @Bean
    NoticeListener ear() {
      return heard::add;
    }
  }

  /** Until it is heard: a subscription begins when Redis is there, and nothing says when. */
  private static void announceUntilHeard(Announcer announcer, List<Notice> heard) {
    heard.clear();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              announcer.announce(EURUSD);
              return heard.contains(EURUSD);
            });
  }

  @Test
  void shouldReachAnotherProcess() {
    String redis = "ml.cache.redis-url=" + TestStack.freshRedisUrl();
    context
        .withPropertyValues(redis)
        .run(
            listening ->
                context
                    .withPropertyValues(redis)
                    .run(
                        telling ->
                            announceUntilHeard(
                                telling.getBean(Announcer.class),
                                listening.getBean(Ears.class).heard)));
  }

  @Test
  void shouldStartWithoutRedisAndHearAgainWheneverItIsBack() {
    LocalRedis redis = TestStack.ownRedis();
    try {
      context
          .withPropertyValues("ml.cache.redis-url=" + redis.redisUrl())
          .run(
              it -> {
                Announcer announcer = it.getBean(Announcer.class);
                List<Notice> heard = it.getBean(Ears.class).heard;
                announcer.announce(EURUSD);
                redis.start();
                announceUntilHeard(announcer, heard);
                redis.stop();
                announcer.announce(EURUSD);
                redis.start();
                announceUntilHeard(announcer, heard);
              });
    } finally {
      redis.stop();
    }
  }

  @Test
  void shouldTellNobodyWhereThereIsNoRedis() {
    context.run(it -> assertThat(it.getBean(Announcer.class)).isSameAs(Announcer.SILENT));
  }
}
