package com.aicashevolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.process.Ports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while requests are under way: ml-api waits for a trainer that is slow to answer. */
class GracefulStopIT {

  private static final int REQUESTS = 16;
  private static final String KEY = "service-key-of-the-stopping-test-0123456789";

  @TempDir private Path folder;

  @Test
  void answersWhatItAcceptedTakesNothingNewAndEnds() throws Exception {
    CountDownLatch arrived = new CountDownLatch(REQUESTS);
    CountDownLatch released = new CountDownLatch(1);
    HttpServer trainer = slowTrainer(arrived, released);
    int port = Ports.free();
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL",
            TestStack.freshDatabase().databaseUrl(),
            "ML_SERVICE_KEY",
            KEY,
            "PORT",
            Integer.toString(port),
            "MANAGEMENT_PORT",
            "0",
            "TRAINING_API_URL",
            "http://127.0.0.1:" + trainer.getAddress().getPort());
    try (ServiceJar api = ServiceJar.start(StackService.API, folder, environment);
        HttpClient http = HttpClient.newHttpClient()) {
      await().atMost(Duration.ofMinutes(2)).until(() -> health(http, port) == 200);

      var answers =
          Stream.generate(() -> http.sendAsync(status(port), HttpResponse.BodyHandlers.ofString()))
              .limit(REQUESTS)
              .toList();
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
      api.terminate();
      await().atMost(Duration.ofSeconds(15)).until(() -> Ports.isFree(port));
      assertThat(answers).noneMatch(CompletableFuture::isDone);
      assertThat(api.isAlive()).isTrue();
      released.countDown();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        HttpResponse<String> response = answer.get(30, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"status\":\"idle\"");
      }
      // 128 + SIGTERM: it ended of the signal, when it had finished
      assertThat(api.ended(Duration.ofSeconds(30))).isEqualTo(143);
      assertThat(api.output()).contains("Graceful shutdown complete");
    } finally {
      released.countDown();
      trainer.stop(0);
    }
  }

  private static HttpRequest status(int port) {
    return HttpRequest.newBuilder(uri(port, "/training-status")).header("X-API-Key", KEY).build();
  }

  private static int health(HttpClient http, int port) throws InterruptedException {
    try {
      return http.send(
              HttpRequest.newBuilder(uri(port, "/health")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpServer slowTrainer(CountDownLatch arrived, CountDownLatch released)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/training-status",
        exchange -> {
          arrived.countDown();
          answerWhen(released, exchange);
        });
    server.start();
    return server;
  }

  private static void answerWhen(CountDownLatch released, HttpExchange exchange) {
    try (exchange) {
      released.await();
      byte[] body = "{\"status\":\"idle\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
