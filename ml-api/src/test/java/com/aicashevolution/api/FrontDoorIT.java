package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real Postgres and Redis, with nobody behind it. */
@SpringBootTest(
    classes = ApiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "ml.security.service-key=" + FrontDoorIT.SERVICE_KEY,
      "ml.upstream.training-url=http://127.0.0.1:1",
      "ml.upstream.inference-url=http://127.0.0.1:1",
      "management.server.port=0"
    })
class FrontDoorIT {

  static final String SERVICE_KEY = "service-key-of-the-front-door-test-0123456789";

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private ObjectMapper json;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void engines(DynamicPropertyRegistry properties) {
    String database = TestStack.freshDatabase().databaseUrl();
    String redis = TestStack.freshRedisUrl();
    properties.add("ml.database.url", () -> database);
    properties.add("ml.cache.redis-url", () -> redis);
  }

  private HttpResponse<String> send(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!key.isEmpty()) {
      request.header("X-API-Key", key);
    }
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode read(HttpResponse<String> response) throws IOException {
    return json.readTree(response.body());
  }

  @Test
  void answers() throws Exception {
    HttpResponse<String> health = send("GET", "/health", "", "");
    System.err.println(health.body());
    for (String path :
        new String[] {
          "/health/detailed",
          "/signals",
          "/models",
          "/rollouts",
          "/metrics",
          "/v3/api-docs",
          "/training-status"
        }) {
      HttpResponse<String> r = send("GET", path, SERVICE_KEY, "");
      System.err.println(
          path
              + " "
              + r.statusCode()
              + " "
              + r.body().substring(0, Math.min(1500, r.body().length())));
    }
    HttpResponse<String> r = send("POST", "/predict", SERVICE_KEY, "{\"symbol\":\"EURUSD\"}");
    System.err.println(r.statusCode() + " " + r.body());
    assertThat(health.statusCode()).isEqualTo(200);
  }
}
