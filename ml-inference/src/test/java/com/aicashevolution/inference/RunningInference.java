package com.aicashevolution.inference;

import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.window.SampleCandles;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole service on a port of its own, spoken to over HTTP. */
final class RunningInference implements AutoCloseable {

  static final String SERVICE_KEY = "integration-test-service-key-0123456789abcdef";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServletWebServerApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningInference(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Starts the service with {@code settings} beside those every test needs. */
  static RunningInference start(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--management.server.port=0");
    arguments.add("--management.server.address=127.0.0.1");
    arguments.add("--ml.security.service-key=" + SERVICE_KEY);
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new RunningInference(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(InferenceApplication.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void publish(SampleArtifact artifact) throws IOException {
    bean(ArtifactStore.class)
        .publish(artifact.version(), artifact.files(), artifact.manifestBytes());
    bean(ModelRegistry.class).register(artifact.registered(), "test");
  }

  void importCandles(String symbol, int count) {
    bean(CandleStore.class)
        .upsert(
            Symbol.of(symbol),
            Timeframe.H1,
            "import:test",
            SampleCandles.candles(Symbol.of(symbol), count));
  }

  /** An answer: status and JSON body. */
  record Answer(int status, JsonNode body) {

    JsonNode at(String pointer) {
      return body.at(pointer);
    }
  }

  /** An answer that may be more than JSON. */
  record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + name + " in " + headers));
    }

    Answer json() {
      try {
        return new Answer(status, JSON.readTree(body));
      } catch (IOException e) {
        throw new IllegalStateException(new String(body, StandardCharsets.UTF_8), e);
      }
    }
  }

  /** The answer to bytes with headers of their own. */
  RawAnswer postRaw(String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("X-API-Key", SERVICE_KEY)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<byte[]> response =
        exchange(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new RawAnswer(response.statusCode(), response.headers().map(), response.body());
  }

  Answer get(String path) {
    return send("GET", path, null, SERVICE_KEY);
  }

  Answer post(String path, String body) {
    return send("POST", path, body, SERVICE_KEY);
  }

  /** The answer to a scraper. */
  String text(String path) {
    return exchange("GET", path, null, SERVICE_KEY).body();
  }

  Answer send(String method, String path, @Nullable String body, @Nullable String key) {
    HttpResponse<String> response = exchange(method, path, body, key);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + ": " + response.body(), e);
    }
  }

  private HttpResponse<String> exchange(
      String method, String path, @Nullable String body, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return exchange(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new IllegalStateException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
