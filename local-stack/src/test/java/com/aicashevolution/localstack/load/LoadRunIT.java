package com.aicashevolution.localstack.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadRunIT {
  private static final String ANSWER =
      """
      {"prediction_id":"0192b1f0-0000-7000-8000-000000000001","symbol":"EURUSD",
       "prediction":{"direction":"BUY","probabilities":{"BUY":50.5,"HOLD":30.0,"SELL":19.5}},
       "model_version":"v20261121_000000","features":{"as_of":"2026-11-20T20:00:00Z"},
       "cache_hit":true}""";

  private final ExchangeLog log = new ExchangeLog();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private ExecutorService threads;

  private interface Reaction {
    void to(HttpExchange exchange, int number) throws IOException;
  }

  @BeforeEach
  void listen() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  private LoadRun run(Pace pace, Reaction reaction) {
    server.createContext(
        "/predict",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          reaction.to(exchange, asked.incrementAndGet());
          exchange.close();
        });
    return LoadRun.start(
        new Target(server.getAddress().getPort(), "/predict", "key"), pace, n -> "{}", log);
  }

  private static void answer(HttpExchange exchange, String body, boolean chunked)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, chunked ? 0 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void await(int exchanges) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> log.inOrder().size() >= exchanges);
  }

  @Test
  void readsAnswersWhetherTheirLengthIsGivenOrTheyComeInChunks() {
    try (LoadRun _ = run(new Pace(200, 2), (it, n) -> answer(it, ANSWER, n % 2 == 0))) {
      await(20);
    }
    assertThat(log.inOrder())
        .allSatisfy(
            exchange -> {
              assertThat(exchange.failure()).isNull();
              Answer answer = exchange.answers().getFirst();
              assertThat(answer.modelVersion()).isEqualTo("v20261121_000000");
              assertThat(answer.asOf()).isEqualTo("2026-11-20T20:00:00Z");
              assertThat(answer.direction()).isEqualTo("BUY");
              assertThat(List.of(answer.sell(), answer.hold(), answer.buy()))
                  .containsExactly(19.5, 30.0, 50.5);
              assertThat(answer.cacheHit()).isTrue();
            });
  }

  @Test
  void readsEveryAnswerOfABatch() {
    String batch = "{\"success\":true,\"results\":[" + ANSWER + "," + ANSWER + "],\"errors\":[]}";
    try (LoadRun _ = run(new Pace(100, 1), (it, n) -> answer(it, batch, false))) {
      await(1);
    }
    assertThat(log.inOrder().getFirst().answers()).hasSize(2);
  }

  @Test
  void countsTheWaitOfRequestsThatAStallKeptFromBeingSent() throws InterruptedException {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    long begun = System.nanoTime();
    try (LoadRun _ =
        run(
            new Pace(100, 1),
            (it, n) -> {
              try {
                mayAnswer.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              answer(it, ANSWER, false);
            })) {
      Awaitility.await().until(() -> System.nanoTime() - begun > 500_000_000L);
      mayAnswer.countDown();
      await(30);
    }
    List<Exchange> exchanges = log.inOrder();
    // the one connection was taken: the tenth was due after 0.1 s and sent after 0.5 s
    assertThat(exchanges.get(10).latencyNanos()).isGreaterThan(300_000_000L);
    assertThat(exchanges.get(10).due()).isLessThan(exchanges.get(10).begun());
  }

  @Test
  void saysWhyARequestFailedAndGoesOn() {
    try (LoadRun _ =
        run(
            new Pace(100, 2),
            (it, n) -> {
              switch (n % 3) {
                case 0 -> it.sendResponseHeaders(503, -1);
                case 1 -> answer(it, "{}", false);
                default -> answer(it, ANSWER, false);
              }
            })) {
      await(12);
    }
    List<String> failures =
        log.inOrder().stream().map(each -> String.valueOf(each.failure())).distinct().toList();
    assertThat(failures)
        .contains("null", "an answer without a prediction")
        .anyMatch(text -> text.startsWith("HTTP 503"));
  }
}
