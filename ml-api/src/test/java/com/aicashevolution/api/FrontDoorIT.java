package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole service on real Postgres and Redis, with nobody behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorIT {

  private RunningApi api;

  @BeforeAll
  void start() {
    api =
        RunningApi.start(
            "--ml.upstream.training-url=http://127.0.0.1:1",
            "--ml.upstream.inference-url=http://127.0.0.1:1");
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void shouldBeHealthyWithoutAKeyAndDegradedWithoutUpstreams() throws Exception {
    JsonNode health = RunningApi.read(api.get("/health"));
    JsonNode detailed = RunningApi.read(api.get("/health/detailed", RunningApi.asService()));

    assertThat(health.path("status").asText()).isEqualTo("healthy");
    assertThat(health.path("service").asText()).isEqualTo("ml-api");
    assertThat(detailed.path("status").asText()).isEqualTo("degraded");
    assertThat(detailed.at("/dependencies/postgres/up").asBoolean()).isTrue();
    assertThat(detailed.at("/dependencies/redis/up").asBoolean()).isTrue();
    assertThat(detailed.at("/dependencies/ml-trainer/error").asText())
        .contains("cannot be reached");
  }

  @Test
  void shouldListEverySymbolBeforeAnythingWasPredicted() throws Exception {
    JsonNode signals = RunningApi.read(api.get("/signals", RunningApi.asService()));

    assertThat(signals.path("count").asInt()).isEqualTo(26);
    assertThat(signals.path("predicted").asInt()).isZero();
    assertThat(signals.at("/signals/0/symbol").asText()).isEqualTo("EURUSD");
    assertThat(signals.at("/signals/0/prediction").isNull()).isTrue();
  }

  @Test
  void shouldSayThatNothingServes() throws Exception {
    HttpResponse<String> answer =
        api.post("/predict", "{\"symbol\":\"EURUSD\"}", RunningApi.asService());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(RunningApi.read(answer).path("type").asText())
        .isEqualTo("urn:ml-trading:problem:model-not-serving");
  }

  @Test
  void shouldMakeNoSpansAndNoThreadForThemWithoutAnEndpoint() throws Exception {
    api.get("/training-status", RunningApi.asService());

    assertThat(api.hasBean("io.micrometer.tracing.Tracer")).isFalse();
    assertThat(api.hasBean("io.opentelemetry.api.OpenTelemetry")).isFalse();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("SpanProcessor"));
  }

  @Test
  void shouldTellThatAServiceBehindItIsAway() throws Exception {
    HttpResponse<String> answer = api.get("/training-status", RunningApi.asService());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(RunningApi.read(answer).path("type").asText())
        .isEqualTo("urn:ml-trading:problem:unavailable");
  }
}
