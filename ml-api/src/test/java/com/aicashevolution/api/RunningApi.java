package com.aicashevolution.api;

import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** ml-api as its jar runs it, on real engines and free ports. */
final class RunningApi implements AutoCloseable {

  static final String SERVICE_KEY = "service-key-of-the-front-door-test-0123456789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  final TestDatabase database;

  private RunningApi(TestDatabase database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /** Starts it on a fresh database with {@code more} settings. */
  static RunningApi start(String... more) {
    return startOn(TestStack.freshDatabase(), TestStack.freshRedisUrl(), List.of(more));
  }

  /** Starts it on engines that the test may stop. */
  static RunningApi startOn(TestDatabase database, String redisUrl, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--ml.database.url=" + database.databaseUrl(),
                "--ml.cache.redis-url=" + redisUrl,
                "--ml.security.service-key=" + SERVICE_KEY,
                "--server.port=0",
                "--management.server.port=0"));
    arguments.addAll(more);
    return new RunningApi(
        database,
        new SpringApplicationBuilder(ApiApplication.class).run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Whether there is a bean of that type. */
  boolean hasBean(String type) throws ClassNotFoundException {
    return context.getBeanNamesForType(Class.forName(type)).length > 0;
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  int managementPort() {
    return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  static String[] asService() {
    return new String[] {"X-API-Key", SERVICE_KEY};
  }

  static JsonNode read(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
