package com.aicashevolution.platform.notice.redis;

import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.Notice;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Publishes each notice from a thread of its own: whoever announces never waits for Redis. */
final class RedisAnnouncer implements Announcer {

  static final byte[] CHANNEL = "ml:notices".getBytes(StandardCharsets.US_ASCII);

  private static final Logger log = LoggerFactory.getLogger(RedisAnnouncer.class);

  private final RedisConnectionFactory connections;

  RedisAnnouncer(RedisConnectionFactory connections) {
    this.connections = connections;
  }

  @Override
  public void announce(Notice notice) {
    Thread.ofVirtual().name("announce").start(() -> publish(notice));
  }

  private void publish(Notice notice) {
    try (RedisConnection connection = connections.getConnection()) {
      connection.commands().publish(CHANNEL, notice.text().getBytes(StandardCharsets.US_ASCII));
    } catch (DataAccessException | IllegalStateException lost) {
      log.debug("event=notice_lost notice=\"{}\" reason=\"{}\"", notice.text(), lost.toString());
    }
  }
}
