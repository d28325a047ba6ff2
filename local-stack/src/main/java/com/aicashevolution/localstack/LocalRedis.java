package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Redis 6.2 with a password; persistent (append-only file) or in memory alone. */
public final class LocalRedis implements LocalEngine {
  /** Databases {@code /0} to {@code /1023}, so that tests in one JVM need not share one. */
  public static final int DATABASES = 1024;

  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);
  private static final int ANSWER_MILLIS = 2000;

  private final EngineHome home;
  private final int port;
  private final String password;
  private final boolean persistent;
  private final SupervisedProcess process;

  public LocalRedis(EngineHome home, int port, String password, boolean persistent) {
    this.home = home;
    this.port = port;
    this.password = password;
    this.persistent = persistent;
    this.process = new SupervisedProcess(name(), home.pidFile(), port);
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (process.resume(this::isReady, STOP_GRACE)) {
      return;
    }
    Path program = RedisBinary.unpackedBelow(BuildFolder.path().resolve("engines"));
    // In a file that only we can read: arguments are visible to every user of the machine.
    Path settings = home.data().resolve("redis.conf");
    PrivateFile.write(settings, settings());
    process.launch(home.launch(name(), List.of(program.toString(), settings.toString())));
    process.awaitReady(this::isReady, START_PATIENCE, home.log());
  }

  private String settings() {
    return """
    bind 127.0.0.1
    port %d
    dir "%s"
    requirepass %s
    databases %d
    daemonize no
    save ""
    appendonly %s
    appendfsync everysec
    """
        .formatted(port, home.data(), password, DATABASES, persistent ? "yes" : "no");
  }

  @Override
  public boolean isReady() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket
          .getOutputStream()
          .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
      var answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return "+OK".equals(answers.readLine()) && "+PONG".equals(answers.readLine());
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    process.stop(Signal.TERM, STOP_GRACE);
  }

  public String redisUrl() {
    return redisUrl(0);
  }

  /** {@code redis://:password@host:port/database}. */
  public String redisUrl(int database) {
    if (database < 0 || database >= DATABASES) {
      throw new IllegalArgumentException(
          "database must be in [0, %d), was %d".formatted(DATABASES, database));
    }
    return "redis://:%s@127.0.0.1:%d/%d".formatted(password, port, database);
  }
}
