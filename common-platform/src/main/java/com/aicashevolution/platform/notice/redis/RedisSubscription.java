package com.aicashevolution.platform.notice.redis;

import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.notice.NoticeBoard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Hears notices for as long as the service runs. Nothing at start-up waits for Redis: the first
 * subscription is tried until it is there, in the background; after a loss the client subscribes
 * again by itself.
 */
final class RedisSubscription implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RedisSubscription.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final RedisConnectionFactory connections;
  private final NoticeBoard board;
  private volatile @Nullable Thread subscriber;
  private volatile @Nullable RedisConnection connection;

  RedisSubscription(RedisConnectionFactory connections, NoticeBoard board) {
    this.connections = connections;
    this.board = board;
  }

  @Override
  public void start() {
    subscriber = Thread.ofVirtual().name("notice-subscriber").start(this::subscribe);
  }

  private void subscribe() {
    while (!trySubscribe()) {
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException shutdown) {
        return;
      }
    }
  }

  private boolean trySubscribe() {
    RedisConnection fresh = null;
    try {
      fresh = connections.getConnection();
      fresh.subscribe((message, pattern) -> heard(message.getBody()), RedisAnnouncer.CHANNEL);
      connection = fresh;
      log.info("event=notices_subscribed");
      return true;
    } catch (DataAccessException notYet) {
      if (fresh != null) {
        fresh.close();
      }
      return false;
    }
  }

  private void heard(byte[] body) {
    Notice.parse(new String(body, StandardCharsets.US_ASCII)).ifPresent(board::post);
  }

  @Override
  public void stop() {
    Thread trying = subscriber;
    if (trying != null) {
      trying.interrupt();
      subscriber = null;
    }
    RedisConnection subscribed = connection;
    if (subscribed != null) {
      subscribed.close();
      connection = null;
    }
  }

  @Override
  public boolean isRunning() {
    return subscriber != null;
  }
}
