package com.aicashevolution.platform.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.ServiceKey;
import com.aicashevolution.platform.upstream.Upstream;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;

class UpstreamClientsIT {

  private static final String SECRET = "service-key-for-tests-0123456789abcdef";

  private volatile Headers received = new Headers();
  private final CountDownLatch testEnds = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  @AfterEach
  void stop() {
    testEnds.countDown();
    server.stop(0);
    MDC.clear();
    SecurityContextHolder.clearContext();
  }

  private void answer(int status, String type, String body) {
    server.createContext(
        "/",
        exchange -> {
          received = exchange.getRequestHeaders();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private RestClient client(String address, Duration readTimeout) {
    UpstreamClients clients =
        new UpstreamClients(
            new ServiceKey(SECRET), StrictJson.newMapper(List.of()), ObservationRegistry.NOOP);
    return clients.connect(
        new Upstream("ml-other", URI.create(address), Duration.ofSeconds(5), readTimeout));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private JsonNode call() {
    return client(address(), Duration.ofSeconds(30))
        .get()
        .uri("/x")
        .retrieve()
        .body(JsonNode.class);
  }

  @Test
  void shouldSendTheServiceKeyTheRequestIdAndWhoAsked() {
    answer(200, "application/json", "{\"new_field\":1}");
    MDC.put(RequestId.LOG_KEY, "request-77");
    SecurityContextHolder.getContext()
        .setAuthentication(
            new TestingAuthenticationToken(new Caller("key_1", "alice", Role.OPERATE, null), null));

    assertThat(call().path("new_field").asInt()).isEqualTo(1);

    assertThat(received.getFirst("X-API-Key")).isEqualTo(SECRET);
    assertThat(received.getFirst("X-Request-ID")).isEqualTo("request-77");
    assertThat(received.getFirst("X-Actor")).isEqualTo("alice");
  }

  @Test
  void shouldHandAProblemOnAsItWasSaid() {
    answer(
        409,
        "application/problem+json",
        "{\"type\":\"urn:ml-trading:problem:training-in-progress\",\"status\":409,"
            + "\"detail\":\"busy\",\"training_id\":\"training_1\"}");

    RelayedProblemException relayed =
        catchThrowableOfType(RelayedProblemException.class, this::call);

    assertThat(relayed.status()).isEqualTo(409);
    assertThat(relayed.type()).isEqualTo(ProblemType.TRAINING_IN_PROGRESS);
    assertThat(relayed.body())
        .containsEntry("detail", "busy")
        .containsEntry("training_id", "training_1");
  }

  @Test
  void shouldCallAFailureWithoutAProblemOneOfTheServiceBehind() {
    answer(500, "text/html", "<h1>Tomcat</h1>");

    ProblemException failed = catchThrowableOfType(ProblemException.class, this::call);

    assertThat(failed.problem().type()).isEqualTo(ProblemType.UPSTREAM_FAILED);
    assertThat(failed.problem().detail()).isEqualTo("ml-other answered with status 500");
  }

  @Test
  void shouldNotBlameTheCallerForAServiceKeyThatIsRefused() {
    answer(401, "application/problem+json", "{\"type\":\"x\",\"status\":401}");

    ProblemException failed = catchThrowableOfType(ProblemException.class, this::call);

    assertThat(failed.problem().type()).isEqualTo(ProblemType.UPSTREAM_FAILED);
  }

  @Test
  void shouldTellSilenceFromAbsence() {
    server.createContext(
        "/",
        exchange -> {
          try {
            testEnds.await();
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });

    RestClient impatient = client(address(), Duration.ofMillis(200));
    ProblemException silent =
        catchThrowableOfType(
            ProblemException.class,
            () -> impatient.get().uri("/x").retrieve().body(JsonNode.class));
    RestClient nobody = client("http://127.0.0.1:1", Duration.ofSeconds(5));
    ProblemException absent =
        catchThrowableOfType(
            ProblemException.class, () -> nobody.get().uri("/x").retrieve().body(JsonNode.class));

    assertThat(silent.problem().type()).isEqualTo(ProblemType.UPSTREAM_TIMEOUT);
    assertThat(silent.problem().detail()).isEqualTo("ml-other did not answer within 200 ms");
    assertThat(absent.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(absent.problem().detail()).isEqualTo("ml-other cannot be reached at the moment");
  }
}
