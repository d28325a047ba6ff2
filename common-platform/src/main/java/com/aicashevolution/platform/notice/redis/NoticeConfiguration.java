package com.aicashevolution.platform.notice.redis;

import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.NoticeBoard;
import com.aicashevolution.platform.notice.NoticeListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Sends and hears notices where there is a Redis. */
@Configuration(proxyBeanMethods = false)
public class NoticeConfiguration {

  /** With a Redis. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("ml.cache.redis-url")
  static class WithRedis {

    @Bean
    Announcer announcer(RedisConnectionFactory connections) {
      return new RedisAnnouncer(connections);
    }

    @Bean(initMethod = "start")
    NoticeBoard noticeBoard(ObjectProvider<NoticeListener> listeners) {
      return new NoticeBoard(listeners.orderedStream().toList());
    }

    @Bean
    RedisSubscription redisSubscription(RedisConnectionFactory connections, NoticeBoard board) {
      return new RedisSubscription(connections, board);
    }
  }

  /** Without. */
  @Bean
  @ConditionalOnMissingBean
  Announcer silentAnnouncer() {
    return Announcer.SILENT;
  }
}
