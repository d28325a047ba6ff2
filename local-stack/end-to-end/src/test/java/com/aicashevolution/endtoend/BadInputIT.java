package com.aicashevolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.ApiClient.Answer;
import com.aicashevolution.localstack.keys.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every door says to what it must not accept. */
class BadInputIT {
  private final RunningStack stack = RunningStack.get();
  private final ApiClient api = stack.api(Role.OPERATE);

  @BeforeAll
  static void aModelServes() throws SQLException {
    RunningStack.get().ensureChampion();
  }

  @ParameterizedTest
  @EnumSource(StackService.class)
  void withoutAKeyNothingButHealthIsAnswered(StackService service) {
    ApiClient stranger = stack.stranger(service);
    assertThat(stranger.exchange("GET", "/health", null).status()).isEqualTo(200);
    for (String path : new String[] {"/models", "/metrics", "/health/detailed", "/nowhere"}) {
      Answer answer = stranger.exchange("GET", path, null);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertProblem(answer, "unauthenticated");
    }
    assertThat(stranger.exchange("POST", "/predict", "{}").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, POST, /predict, 403",
    "READ, POST, /train, 403",
    "PREDICT, POST, /train, 403",
    "PREDICT, POST, /models/v20260101_000000/promote, 403",
    "PREDICT, GET, /keys, 403",
    "READ, GET, /signals, 200"
  })
  void aRoleMayDoWhatItMayAndNoMore(Role role, String method, String path, int status) {
    Answer answer = stack.api(role).exchange(method, path, method.equals("POST") ? "{}" : null);
    assertThat(answer.status()).isEqualTo(status);
  }

  static Stream<Arguments> malformedPredictions() {
    return Stream.of(
        Arguments.of("{\"symbol\":\"ABCDEF\"}", 400, "symbol"),
        Arguments.of("{\"symbol\":\"EUR_USD\"}", 400, "symbol"),
        Arguments.of("{}", 400, "symbol"),
        Arguments.of("{\"symbol\":\"EURUSD\",\"timeframe\":\"H3\"}", 400, "timeframe"),
        Arguments.of("{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi\":50}}", 400, "rsi"),
        Arguments.of(
            "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":\"NaN\"}}", 400, "rsi_value"),
        Arguments.of("{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":NaN}}", 400, null),
        Arguments.of(
            "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":1e999}}", 400, "rsi_value"),
        Arguments.of("{\"symbol\":\"EURUSD\",\"sequence\":[]}", 400, "sequence"),
        Arguments.of("{\"symbol\":\"EURUSD\",\"colour\":\"red\"}", 400, "colour"),
        Arguments.of("{\"symbol\":", 400, null),
        Arguments.of("[]", 400, null),
        Arguments.of("", 400, null));
  }

  @ParameterizedTest
  @MethodSource("malformedPredictions")
  void aMalformedPredictionIsRefusedByTheNameOfItsField(
      String body, int status, @Nullable String field) {
    Answer answer = api.exchange("POST", "/predict", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertProblem(answer, "invalid-request");
    if (field != null) {
      assertThat(answer.text()).contains(field);
    }
  }

  @Test
  void anOversizedBodyIsRefusedUnread() {
    String body = "{\"symbol\":\"EURUSD\",\"user_id\":\"" + "x".repeat(1 << 20) + "\"}";
    Answer answer = api.exchange("POST", "/predict", body);
    assertThat(answer.status()).isEqualTo(413);
    assertProblem(answer, "payload-too-large");
  }

  @Test
  void aBatchOfTooManyIsRefused() {
    String one = "{\"symbol\":\"EURUSD\"}";
    String body = "[" + (one + ",").repeat(256) + one + "]";
    Answer answer = api.exchange("POST", "/batch-predict", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("256");
  }

  @Test
  void whatDoesNotExistCannotBePromotedOrRead() {
    assertProblem(
        api.exchange("POST", "/models/v20200101_000000/promote", "{\"traffic_percentage\":100}"),
        "not-found");
    assertProblem(api.exchange("GET", "/models/v20200101_000000", null), "not-found");
    assertProblem(
        api.exchange("GET", "/predictions/00000000-0000-0000-0000-000000000000", null),
        "not-found");
    assertProblem(api.exchange("GET", "/nowhere", null), "not-found");
  }

  @Test
  void aVersionThatIsNoneIsNotLookedFor() {
    Answer answer =
        api.exchange("POST", "/models/..%2F..%2Fetc/promote", "{\"traffic_percentage\":100}");
    assertThat(answer.status()).isIn(400, 404);
  }

  @Test
  void aRequestIdIsKeptAndAWrongOneReplaced() {
    assertThat(
            api.exchange("GET", "/signals", null).response().headers().firstValue("X-Request-ID"))
        .isPresent();
  }

  private static void assertProblem(Answer answer, String type) {
    JsonNode problem = answer.body();
    assertThat(problem.path("type").asText()).as(answer.text()).endsWith(":" + type);
    assertThat(problem.path("request_id").asText()).isNotEmpty();
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            contentType -> assertThat(contentType).startsWith("application/problem+json"));
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
