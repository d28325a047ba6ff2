package com.aicashevolution.localstack.client;

import com.aicashevolution.localstack.StackFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One service's HTTP interface, with a key. Thread-safe. */
public final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final String baseUrl;
  private final @Nullable String key;

  public ApiClient(String baseUrl, @Nullable String key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /** An answer, whatever its status. {@code body} is the JSON null when there was none. */
  public record Answer(int status, JsonNode body, String text, HttpResponse<byte[]> response) {
    public boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  /** An answer of the 200s as JSON; anything else is a {@link Refused}. */
  public JsonNode get(String path) {
    return successOf(exchange("GET", path, null));
  }

  /** An answer of the 200s as plain text; anything else is a {@link Refused}. */
  public String text(String path) {
    Answer answer = exchange("GET", path, "text/plain", null);
    if (!answer.isSuccess()) {
      throw new Refused(answer);
    }
    return answer.text();
  }

  /** As {@link #get}. */
  public JsonNode post(String path, JsonNode body) {
    return successOf(exchange("POST", path, body.toString()));
  }

  /** The bytes of an answer of the 200s, a file say; anything else is a {@link Refused}. */
  public byte[] download(String path) {
    Answer answer = exchange("GET", path, null);
    successOf(answer);
    return answer.response().body();
  }

  /** As {@link #get}, without an answer to read. */
  public void delete(String path) {
    successOf(exchange("DELETE", path, null));
  }

  private static JsonNode successOf(Answer answer) {
    if (!answer.isSuccess()) {
      throw new Refused(answer);
    }
    return answer.body();
  }

  /** One request with any text as its body; the answer whatever it says. */
  public Answer exchange(String method, String path, @Nullable String body) {
    return exchange(method, path, "application/json", body);
  }

  private Answer exchange(String method, String path, String accepted, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(PATIENCE)
            .header("Accept", accepted)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("X-API-Key", key);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      String text = new String(response.body(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), parse(text), text, response);
    } catch (IOException e) {
      throw new StackFailure(
          "%s does not answer (%s): is the stack up? See ./ml status."
              .formatted(baseUrl, e.getClass().getSimpleName()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for " + baseUrl, e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode parsed = JSON.readTree(text);
      return parsed == null ? JSON.nullNode() : parsed;
    } catch (JsonProcessingException e) {
      return JSON.nullNode();
    }
  }
}
