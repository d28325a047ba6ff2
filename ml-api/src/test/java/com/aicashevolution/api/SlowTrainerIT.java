package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A trainer that takes its time: what looks for something is waited for, what queues is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowTrainerIT {

  /** Longer than queueing may take, shorter than a search may. */
  private static final long ANSWER_MILLIS = 1_500;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private HttpServer trainer;
  private RunningApi api;

  @BeforeAll
  void start() throws Exception {
    trainer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trainer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    trainer.createContext("/", this::answerLate);
    trainer.start();
    api =
        RunningApi.start(
            "--ml.upstream.training-url=http://127.0.0.1:" + trainer.getAddress().getPort(),
            "--ml.upstream.training-timeout=500ms",
            "--ml.upstream.search-timeout=20s");
  }

  @AfterAll
  void stop() {
    stopped.countDown();
    api.close();
    trainer.stop(0);
  }

  private void answerLate(HttpExchange exchange) throws IOException {
    try (exchange) {
      var _ = stopped.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
      byte[] body = "{\"status\":\"found\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void waitsForWeightsAndForDriftButNotForTheQueue() throws Exception {
    for (String path : new String[] {"/weights/optimize", "/drift-detection"}) {
      HttpResponse<String> found = api.post(path, "{}", RunningApi.asService());
      assertThat(found.statusCode()).as(path + ": " + found.body()).isEqualTo(200);
      assertThat(RunningApi.read(found).path("status").asText()).isEqualTo("found");
    }

    HttpResponse<String> queued = api.post("/train", "{}", RunningApi.asService());
    assertThat(queued.statusCode()).isEqualTo(504);
    assertThat(RunningApi.read(queued).path("detail").asText())
        .isEqualTo("ml-trainer did not answer within 500 ms");
  }
}
