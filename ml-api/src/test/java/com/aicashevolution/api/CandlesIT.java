package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.cli.MarketDataCommands;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Candles over HTTP, stored in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandlesIT {

  private static final String INVALID = "urn:ml-trading:problem:invalid-request";

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

  @BeforeEach
  void forgetCandles() throws Exception {
    try (Connection connection = api.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from market_candles");
    }
  }

  private HttpResponse<String> post(String body) throws Exception {
    return api.send(
        java.net.http.HttpRequest.newBuilder(api.uri("/candles"))
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)),
        RunningApi.asService());
  }

  private JsonNode stored(String body) throws Exception {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningApi.read(answer);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return api.get(path, RunningApi.asService());
  }

  private JsonNode shown(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningApi.read(answer);
  }

  private static String candle(String time, String close) {
    return ("{\"open_time\":\"%s\",\"open\":1.1,\"high\":1.2,\"low\":1.0,\"close\":%s,"
            + "\"volume\":7,\"spread\":0.0002}")
        .formatted(time, close);
  }

  private static String eurusd(String... candles) {
    return "{\"symbol\":\"EURUSD\",\"candles\":[" + String.join(",", candles) + "]}";
  }

  private String column(String name) throws Exception {
    try (Connection connection = api.database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + name + " from market_candles")) {
      assertThat(row.next()).isTrue();
      return String.valueOf(row.getString(1));
    }
  }

  @Test
  void shouldStoreCandlesAndShowThemOldestFirst() throws Exception {
    JsonNode counts =
        stored(
            eurusd(candle("2026-11-02T11:00:00Z", "1.16"), candle("2026-11-02T10:00:00Z", "1.15")));
    assertThat(counts.toString())
        .isEqualTo(
            "{\"symbol\":\"EURUSD\",\"timeframe\":\"H1\",\"inserted\":2,\"corrected\":0,"
                + "\"unchanged\":0}");

    JsonNode candles = shown("/candles/EURUSD");

    assertThat(candles.path("count").asInt()).isEqualTo(2);
    assertThat(candles.path("simulated").asBoolean()).isFalse();
    assertThat(candles.at("/candles/0").toString())
        .isEqualTo(
            "{\"open_time\":\"2026-11-02T10:00:00Z\",\"open\":1.1,\"high\":1.2,\"low\":1.0,"
                + "\"close\":1.15,\"volume\":7.0,\"spread\":2.0E-4,\"complete\":true}");
    assertThat(candles.at("/candles/1/close").asDouble()).isEqualTo(1.16);
  }

  @Test
  void shouldKeepWhenACandleCameThroughRepetitionAndCorrection() throws Exception {
    stored(eurusd(candle("2026-11-02T10:00:00Z", "1.15")));
    String received = column("received_at");
    assertThat(column("corrected_at")).isEqualTo("null");

    assertThat(stored(eurusd(candle("2026-11-02T10:00:00Z", "1.15"))).path("unchanged").asInt())
        .isEqualTo(1);
    assertThat(stored(eurusd(candle("2026-11-02T10:00:00Z", "1.17"))).path("corrected").asInt())
        .isEqualTo(1);

    assertThat(column("received_at")).isEqualTo(received);
    assertThat(column("corrected_at")).isNotEqualTo("null");
    assertThat(shown("/candles/EURUSD").at("/candles/0/close").asDouble()).isEqualTo(1.17);
  }

  @Test
  void shouldKeepAnUnfinishedCandleToItself() throws Exception {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    String unfinished =
        candle(hour.toString(), "1.15").replace("\"volume\"", "\"complete\":false,\"volume\"");

    assertThat(stored(eurusd(unfinished)).path("inserted").asInt()).isEqualTo(1);

    assertThat(shown("/candles/EURUSD").path("count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | symbol | must be given",
        "{\"symbol\":\"EUR\"} | symbol | six upper-case letters",
        "{\"symbol\":\"USDTRY\",\"candles\":[CANDLE]} | symbol | USDTRY is not traded here",
        "{\"symbol\":\"EURUSD\",\"timeframe\":\"H2\"} | timeframe | must be one of",
        "{\"symbol\":\"EURUSD\"} | candles | must be 1 to 5000 candles, were 0",
        "{\"symbol\":\"EURUSD\",\"candles\":[]} | candles | must be 1 to 5000 candles, were 0",
        "{\"symbol\":\"EURUSD\",\"candles\":[null]} | candles[0] | must be an object",
        "{\"symbol\":\"EURUSD\",\"candles\":[{}]} | candles[0].open_time | must be given",
        "{\"symbol\":\"EURUSD\",\"bars\":[CANDLE]} | bars | is not a known field",
      })
  void shouldRefuseAPostByTheNameOfTheField(String body, String field, String message)
      throws Exception {
    JsonNode problem = refused(body.replace("CANDLE", candle("2026-11-02T10:00:00Z", "1.15")));

    assertThat(problem.toString()).contains("\"" + field + "\"").contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "close | NaN",
        "close | Infinity",
        "close | 1e999",
        "close | 1e15",
        "close | 1e-300",
        "close | 0",
        "close | -1.1",
        "close | null",
        "close | \"1.1\"",
        "close | 1.3",
        "close | 0.9",
        "volume | -1",
        "volume | 1e300",
        "spread | -0.1",
        "spread | 1e300",
        "open_time | \"yesterday\"",
        "open_time | \"2026-11-02T10:05:00Z\"",
        "open_time | \"2126-11-02T10:00:00Z\"",
      })
  void shouldRefuseWhatNoCandleCanHoldAndStoreNone(String field, String value) throws Exception {
    String bad =
        candle("2026-11-02T10:00:00Z", "1.15")
            .replaceAll("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value);

    JsonNode problem = refused(eurusd(candle("2026-11-02T09:00:00Z", "1.15"), bad));

    assertThat(problem.path("type").asText()).isEqualTo(INVALID);
    assertThat(problem.toString()).contains("candles[1]");
    assertThat(shown("/candles/EURUSD").path("count").asInt()).isZero();
  }

  private JsonNode refused(String body) throws Exception {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = RunningApi.read(answer);
    assertThat(problem.path("request_id").asText()).isNotEmpty();
    return problem;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7"})
  void shouldRefuseWhatIsNoPost(String body) throws Exception {
    assertThat(refused(body).path("type").asText()).isEqualTo(INVALID);
  }

  @Test
  void shouldRefuseMoreCandlesAndMoreBytesThanAllowed() throws Exception {
    String tiny = "{\"open_time\":\"2026-11-02T10:00:00Z\"}";
    String many = IntStream.range(0, 5_001).mapToObj(i -> tiny).collect(Collectors.joining(","));
    assertThat(refused(eurusd(many)).toString()).contains("must be 1 to 5000 candles, were 5001");

    HttpResponse<String> answer = post(eurusd("{\"remark\":\"" + "x".repeat(1 << 20) + "\"}"));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(RunningApi.read(answer).path("type").asText())
        .isEqualTo("urn:ml-trading:problem:payload-too-large");
  }

  @Test
  void shouldShowARange() throws Exception {
    stored(
        eurusd(
            candle("2026-11-02T09:00:00Z", "1.11"),
            candle("2026-11-02T10:00:00Z", "1.12"),
            candle("2026-11-02T11:00:00Z", "1.13"),
            candle("2026-11-02T12:00:00Z", "1.14")));

    assertThat(closes("?limit=2")).containsExactly(1.13, 1.14);
    assertThat(closes("?limit=2&to=2026-11-02T11:00:00Z")).containsExactly(1.11, 1.12);
    assertThat(closes("?from=2026-11-02T10:00:00Z")).containsExactly(1.12, 1.13, 1.14);
    assertThat(closes("?from=2026-11-02T10:00:00Z&limit=1")).containsExactly(1.12);
    assertThat(closes("?from=2026-11-02T10:00:00Z&to=2026-11-02T12:00:00Z"))
        .containsExactly(1.12, 1.13);
    assertThat(closes("?timeframe=D1")).isEmpty();
  }

  private List<Double> closes(String query) throws Exception {
    return shown("/candles/EURUSD" + query).path("candles").findValues("close").stream()
        .map(JsonNode::asDouble)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/candles/USDTRY | 404 | USDTRY is not traded here",
        "/candles/eur | 400 | symbol",
        "/candles/EURUSD?timeframe=H2 | 400 | timeframe",
        "/candles/EURUSD?limit=0 | 400 | limit",
        "/candles/EURUSD?limit=10001 | 400 | limit",
        "/candles/EURUSD?limit=many | 400 | limit",
        "/candles/EURUSD?from=yesterday | 400 | from",
        "/candles/EURUSD?from=2026-11-02T10:00:00Z&to=2026-11-02T10:00:00Z | 400"
            + " | must be before to",
        "/candles/EURUSD?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | 400"
            + " | at most 10000 bars after from",
        "/candles/EURUSD?from=%2B1000000000-12-31T23:59:59Z | 400 | from",
        "/candles/EURUSD?from=-1000000000-01-01T00:00:00Z | 400 | from",
        "/candles/EURUSD?to=-1000000000-01-01T00:00:00Z | 400 | to",
      })
  void shouldRefuseToShowWhatThereCannotBe(String path, int status, String message)
      throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(message);
  }

  @Test
  void shouldLetNobodyWriteWithoutAnOperatorsKey() throws Exception {
    assertThat(api.post("/candles", eurusd()).statusCode()).isEqualTo(401);
    assertThat(api.get("/candles/EURUSD").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldNotMixRealCandlesWithSimulatedOnes() throws Exception {
    System.setProperty("ml.database.url", api.database.databaseUrl());
    try {
      assertThat(MarketDataCommands.run("simulate", "--symbols", "EURUSD", "--days", "7")).isZero();
    } finally {
      System.clearProperty("ml.database.url");
    }

    HttpResponse<String> answer = post(eurusd(candle("2026-11-02T10:00:00Z", "1.15")));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("SIMULATED and never mixed with real ones");
    assertThat(shown("/candles/EURUSD").path("simulated").asBoolean()).isTrue();
  }
}
