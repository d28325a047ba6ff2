package com.aicashevolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.endtoend.TraceCollector.Span;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient.Answer;
import com.aicashevolution.localstack.keys.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One prediction, followed through both services: by its trace, and by what they logged of it. */
class LogsAndTracesIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningStack stack = RunningStack.get();

  @BeforeAll
  static void aModelServes() throws SQLException {
    RunningStack.get().ensureChampion();
  }

  @Test
  void aPredictionIsOneTraceWithEachSpanBelowItsCaller() {
    Answer answer = predict("GBPUSD");
    String requestId = answer.response().headers().firstValue("X-Request-ID").orElseThrow();
    String predictionId = answer.body().path("prediction_id").asText();

    Span api = awaitSpan(span -> isServerOf(span, "ml-api", requestId));
    Span inference = awaitSpan(span -> isServerOf(span, "ml-inference", requestId));
    Span call = awaitSpan(span -> span.isClient() && span.spanId().equals(inference.parentId()));

    assertThat(api.parentId()).isEmpty();
    assertThat(call.service()).isEqualTo("ml-api");
    assertThat(call.parentId()).isEqualTo(api.spanId());
    assertThat(List.of(api.traceId(), call.traceId(), inference.traceId()))
        .containsOnly(api.traceId());
    for (Span span : List.of(api, inference)) {
      assertThat(span.name()).isEqualTo("http post /predict");
      assertThat(span.attributes())
          .containsEntry("symbol", "GBPUSD")
          .containsEntry("prediction_id", predictionId)
          .containsEntry("model_version", answer.body().path("model_version").asText());
    }
    assertThat(stack.traces().spans()).noneMatch(span -> span.name().contains("/health"));
  }

  @ParameterizedTest
  @EnumSource(
      value = StackService.class,
      names = {"API", "INFERENCE"})
  void theLineOfARequestSaysWhatItWasAbout(StackService service) {
    Answer answer = predict("USDJPY");
    String requestId = answer.response().headers().firstValue("X-Request-ID").orElseThrow();

    JsonNode line =
        awaitLine(
            service,
            each ->
                each.path("request_id").asText().equals(requestId)
                    && each.path("message").asText().startsWith("event=request_answered"));

    assertThat(line.path("symbol").asText()).isEqualTo("USDJPY");
    assertThat(line.path("prediction_id")).isEqualTo(answer.body().path("prediction_id"));
    assertThat(line.path("model_version")).isEqualTo(answer.body().path("model_version"));
    assertThat(line.at("/service/name").asText()).isEqualTo(service.module());
    assertThat(line.at("/service/version").asText()).startsWith("1.");
    assertThat(line.at("/service/environment").asText()).isEqualTo(RunningStack.ENVIRONMENT);
    assertThat(line.at("/log/level").asText()).isEqualTo("DEBUG");
    String trace = awaitSpan(span -> isServerOf(span, service.module(), requestId)).traceId();
    assertThat(line.at("/trace/id").asText()).isEqualTo(trace);
  }

  @Test
  void aLineOutsideOfARequestSaysItsModelAndItsTraining() {
    assertThat(
            awaitLine(
                    StackService.INFERENCE,
                    line -> line.path("message").asText().startsWith("event=model_loaded"))
                .path("model_version")
                .asText())
        .startsWith("v2");
    assertThat(
            awaitLine(
                    StackService.TRAINER,
                    line -> line.path("message").asText().startsWith("event=training_ended"))
                .path("training_id")
                .asText())
        .startsWith("training_");
  }

  @ParameterizedTest
  @EnumSource(StackService.class)
  void everyLineIsJsonAndNoneHoldsASecret(StackService service) throws IOException {
    stack.api(Role.READ).exchange("GET", "/nowhere?api_key=" + stack.secret(Role.READ), null);
    List<String> lines = Files.readAllLines(stack.log(service));

    assertThat(lines).hasSizeGreaterThan(3);
    for (String line : lines) {
      // the JVM's own, once at start
      if (!line.startsWith("WARNING: Using incubator modules")) {
        assertThat(parse(line).path("message").isTextual()).as(line).isTrue();
      }
      assertThat(line).doesNotContain(stack.secrets());
    }
  }

  private Answer predict(String symbol) {
    Answer answer =
        stack
            .api(Role.PREDICT)
            .exchange("POST", "/predict", "{\"symbol\":\"%s\"}".formatted(symbol));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static boolean isServerOf(Span span, String service, String requestId) {
    return span.isServer()
        && span.service().equals(service)
        && requestId.equals(span.attributes().get("request_id"));
  }

  private Span awaitSpan(Predicate<Span> wanted) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> stack.traces().spans().stream().filter(wanted).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private JsonNode awaitLine(StackService service, Predicate<JsonNode> wanted) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Files.readAllLines(stack.log(service)).stream()
                    .filter(line -> line.startsWith("{"))
                    .map(LogsAndTracesIT::parse)
                    .filter(wanted)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
