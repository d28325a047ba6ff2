package com.aicashevolution.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What only a real Tomcat shows: chunked bodies, broken requests, the management port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorIT {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ConfigurableApplicationContext context;

  @BeforeAll
  void start() {
    context =
        new SpringApplicationBuilder(Door.class)
            .run(
                "--ml.security.service-key=" + Door.SERVICE_KEY,
                "--server.port=0",
                "--management.server.port=0");
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private int port(String which) {
    return context.getEnvironment().getRequiredProperty("local." + which + ".port", Integer.class);
  }

  private HttpRequest.Builder at(String which, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(which) + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher chunked(String text) {
    InputStream body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofInputStream(() -> body);
  }

  private static String thing(int noteLength) {
    return "{\"symbol\":\"EURUSD\",\"timeframe\":\"H1\",\"price\":1.1,\"count\":3,\"open\":true,"
        + "\"note\":\""
        + "x".repeat(noteLength)
        + "\"}";
  }

  @Test
  void shouldReadABodyWithoutAContentTypeAsJsonLikeCurlSendsIt() throws Exception {
    for (String type : new String[] {"", "application/x-www-form-urlencoded"}) {
      HttpRequest.Builder request =
          at("server", "/things?unused=1")
              .header("X-API-Key", Door.PREDICTOR)
              .POST(BodyPublishers.ofString(thing(3)));
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      assertThat(send(request).statusCode()).as(type).isEqualTo(200);
    }
  }

  @Test
  void shouldStopReadingAChunkedBodyAtTheLimit() throws Exception {
    HttpResponse<String> fits =
        send(
            at("server", "/things")
                .header("X-API-Key", Door.PREDICTOR)
                .POST(chunked(thing((1 << 20) - 200))));
    HttpResponse<String> tooLarge =
        send(
            at("server", "/things")
                .header("X-API-Key", Door.PREDICTOR)
                .POST(chunked(thing(1 << 20))));

    assertThat(fits.statusCode()).isEqualTo(200);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("urn:ml-trading:problem:payload-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /things/a|b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void shouldAnswerABrokenRequestWithAProblemAndNoServerName(String raw) throws Exception {
    String answer = exchange(raw.replace("Host: x", "Host: x\r\nConnection: close"));

    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("<html");
    assertThat(answer).contains("application/problem+json");
  }

  @Test
  void shouldRefuseHeadersThatAreTooLarge() throws Exception {
    String answer =
        exchange(
            "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Large: "
                + "x".repeat(20_000)
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat");
  }

  private String exchange(String raw) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port("server"))) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(raw.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldGuardTheManagementPortToo() throws Exception {
    assertThat(port("management")).isNotEqualTo(port("server"));
    assertThat(send(at("management", "/actuator/health")).statusCode()).isEqualTo(200);
    assertThat(send(at("management", "/actuator/health/liveness")).statusCode()).isEqualTo(200);
    assertThat(send(at("management", "/actuator/prometheus")).statusCode()).isEqualTo(401);
    HttpResponse<String> scraped =
        send(at("management", "/actuator/prometheus").header("X-API-Key", Door.READER));
    assertThat(scraped.statusCode()).isEqualTo(200);
    assertThat(scraped.body()).contains("jvm_memory_used_bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "beans", "heapdump", "threaddump", "shutdown", "loggers"})
  void shouldExposeNothingElseThere(String endpoint) throws Exception {
    HttpResponse<String> answer =
        send(at("management", "/actuator/" + endpoint).header("X-API-Key", Door.SERVICE_KEY));

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldServeTheSwaggerPagesToABrowserWithAKeyOnly() throws Exception {
    HttpResponse<String> without = send(at("server", "/swagger-ui/index.html"));
    HttpResponse<String> with =
        send(at("server", "/swagger-ui/index.html").header("X-API-Key", Door.READER));

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    assertThat(with.statusCode()).isEqualTo(200);
    assertThat(with.body()).contains("swagger-ui");
  }
}
