package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Backtests and validations of one small champion of the simulated market, whose data ends a month
 * before the candles do: asked over HTTP, executed by the schedule, kept in PostgreSQL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestIT {

  private static final Instant DATA_END = TrainerStack.TO.minus(30, ChronoUnit.DAYS);
  private static final List<String> SYMBOLS = List.of("EURUSD", "USDJPY", "BTCUSD");

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final JdbcClient jdbc = trainer.getBean(JdbcClient.class);
  private final TrainerHttp http = new TrainerHttp(trainer);
  private String version = "none yet";

  @BeforeAll
  void trainAChampion() {
    CandleStore candles = trainer.getBean(CandleStore.class);
    TrainerStack.simulate(candles, SimulationSpec.regimes(1), 170, SYMBOLS);
    TrainerStack.simulate(candles, SimulationSpec.regimes(1), 15, List.of("AUDUSD"));
    JsonNode run =
        http.train("{\"symbols\":[\"EURUSD\",\"USDJPY\",\"BTCUSD\"],\"to\":\"" + DATA_END + "\"}");
    version = run.path("model_version").asText();
    // whatever the gate thinks of so small a network: it serves by force
    assertThat(http.promoteByForce(version).getStatusCode())
        .as(run.toPrettyString())
        .isEqualTo(HttpStatus.OK);
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @Test
  void tellsWhatTheNetworkHadSeenFromWhatItHadNotAndKeepsFourFiles() {
    JsonNode job = backtest("{\"from\":\"" + DATA_END.minus(60, ChronoUnit.DAYS) + "\"}");

    assertThat(job.path("status").asText()).as(job.toPrettyString()).isEqualTo("succeeded");
    assertThat(job.path("model_version").asText()).isEqualTo(version);
    JsonNode result = job.path("result");
    assertThat(result.path("phases").findValuesAsText("phase"))
        .containsExactly("IN_SAMPLE", "HOLDOUT", "OUT_OF_SAMPLE");
    JsonNode unseen = result.path("phases").get(2);
    assertThat(unseen.path("from").asText()).isEqualTo(DATA_END.toString());
    assertThat(unseen.path("trades").path("positions").path("trades").asInt()).isGreaterThan(20);
    assertThat(unseen.path("trades").path("positions").path("expectancy_atr").asDouble())
        .as("the market's edge was planted")
        .isPositive();
    assertThat(unseen.path("account").path("trials").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(result.path("warnings").toString())
        .contains("simulated", "those figures are no evidence");
    assertFiles(job, result);
  }

  private void assertFiles(JsonNode job, JsonNode result) {
    String at = "/backtests/" + job.path("id").asText() + "/";
    assertThat(job.path("files").toString())
        .isEqualTo("[\"equity.png\",\"report.html\",\"result.json\",\"trades.csv\"]");
    String page = text(at + "report.html", "text/html;charset=UTF-8");
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("those figures are no evidence", version, "in sample", "SIMULATED MARKET")
        .doesNotContain("http://", "https://", "src=", "href=");
    assertThat(file(at + "equity.png", "image/png")).startsWith(0x89, 'P', 'N', 'G');
    List<String> rows = text(at + "trades.csv", "text/csv;charset=UTF-8").lines().toList();
    assertThat(rows)
        .hasSize(1 + result.path("whole").path("trades").path("positions").path("trades").asInt());
    assertThat(rows.getFirst()).startsWith("symbol,side,signal_bar,entered_at,entry");
    assertThat(rows.getLast()).endsWith("out_of_sample");
    assertThat(text(at + "result.json", "application/json"))
        .contains("\"model_version\" : \"" + version + "\"");
    assertThat(http.get(at + "passwd").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void playsThePastTheSameWayTwiceAndWhateverCameAfterIt() {
    String from = "\"from\":\"" + DATA_END + "\"";
    String early = DATA_END.plus(15, ChronoUnit.DAYS).toString();
    List<String> whole = trades(backtest("{" + from + "}"));
    assertThat(trades(backtest("{" + from + "}"))).isEqualTo(whole);
    List<String> half = trades(backtest("{" + from + ",\"to\":\"" + early + "\"}"));
    assertThat(half).hasSizeGreaterThan(10).isEqualTo(whole.subList(0, half.size()));
  }

  @Test
  void earnsLessWhenItCostsMore() {
    String from = "{\"from\":\"" + DATA_END + "\",\"rules\":{\"total\":100,\"per_currency\":100,";
    JsonNode free =
        backtest(from + "\"spread_factor\":0,\"slippage_atr\":0}}").path("result").path("whole");
    JsonNode dear =
        backtest(from + "\"spread_factor\":2,\"slippage_atr\":0.1}}").path("result").path("whole");
    assertThat(dear.path("trades").path("positions").path("trades"))
        .isEqualTo(free.path("trades").path("positions").path("trades"));
    assertThat(dear.path("account").path("return_percent").asDouble())
        .isLessThan(free.path("account").path("return_percent").asDouble() - 1);
  }

  @Test
  void fitsAnewAsItGoesAndCountsEveryFit() {
    long before = count("select count(*) from ml_trials");
    JsonNode job =
        backtest(
            "{\"model\":\"%s\",\"from\":\"%s\",\"retrain_every_days\":12}"
                .formatted(version, DATA_END));

    assertThat(job.path("status").asText()).as(job.toPrettyString()).isEqualTo("succeeded");
    JsonNode result = job.path("result");
    assertThat(result.path("phases").findValuesAsText("phase")).containsExactly("OUT_OF_SAMPLE");
    assertThat(result.path("refits").findValuesAsText("known_until"))
        .containsExactly(
            DATA_END.toString(),
            DATA_END.plus(12, ChronoUnit.DAYS).toString(),
            DATA_END.plus(24, ChronoUnit.DAYS).toString());
    assertThat(result.path("refits").get(1).path("train_samples").asInt())
        .isGreaterThan(result.path("refits").get(0).path("train_samples").asInt());
    assertThat(count("select count(*) from ml_trials")).isEqualTo(before + 3);
    assertThat(
            jdbc.sql("select count(*) from ml_trials where backtest_id = ?")
                .param(job.path("id").asText())
                .query(Long.class)
                .single())
        .isEqualTo(3);
    assertThat(result.path("whole").path("account").path("trials").asLong()).isEqualTo(before + 3);
  }

  @Test
  void judgesAVersionOverAnyPeriodAndChangesNothing() {
    String registry = jdbc.sql("select * from ml_models").query().listOfRows().toString();
    ResponseEntity<JsonNode> queued =
        http.post(
            "/models/" + version + "/validate",
            "{\"from\":\"" + DATA_END.minus(60, ChronoUnit.DAYS) + "\"}");
    assertThat(queued.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    JsonNode job =
        http.awaitEndOf("/validations/" + queued.getBody().path("validation_id").asText());

    assertThat(job.path("status").asText()).as(job.toPrettyString()).isEqualTo("succeeded");
    JsonNode phases = job.path("result").path("phases");
    assertThat(phases.findValuesAsText("phase"))
        .containsExactly("IN_SAMPLE", "HOLDOUT", "OUT_OF_SAMPLE");
    JsonNode unseen = phases.get(2).path("report");
    double accuracy = unseen.path("report").path("model").path("accuracy").asDouble();
    assertThat(accuracy)
        .isGreaterThan(
            unseen.path("report").path("baselines").path("majority").path("accuracy").asDouble()
                + 0.1);
    assertThat(unseen.path("accuracy").path("lower").asDouble()).isBetween(0.4, accuracy);
    assertThat(unseen.path("report").path("baselines").size()).isEqualTo(4);
    assertThat(unseen.path("skill_over").path("best_constant").path("lower").asDouble())
        .isPositive();
    assertThat(job.path("result").path("warnings").toString()).contains("no evidence");
    // the holdout as the run that made the version saw it, but for the bars around its two ends
    JsonNode seenThen =
        http.get("/training?limit=1")
            .getBody()
            .path("runs")
            .get(0)
            .path("metrics")
            .path("walk_forward")
            .path("holdout");
    JsonNode holdout = phases.get(1).path("report").path("report").path("model");
    JsonNode then = seenThen.path("report").path("model");
    assertThat(holdout.path("samples").asInt())
        .isBetween(then.path("samples").asInt(), then.path("samples").asInt() + 60);
    assertThat(holdout.path("accuracy").asDouble())
        .isCloseTo(then.path("accuracy").asDouble(), within(0.02));
    assertThat(jdbc.sql("select * from ml_models").query().listOfRows()).hasToString(registry);
  }

  @Test
  void refusesWhatCannotBePlayedByNameAndNumber() {
    assertRefused("{\"model\":\"v20200101_000000\"}", 404, "no model version v20200101_000000");
    assertRefused("{\"model\":\"the best\"}", 404, "There is no model 'the best'");
    assertRefused("{\"line\":\"metal\"}", 404, "Line metal has no champion on H1 bars");
    assertRefused("{\"symbols\":[\"NZDJPY\"]}", 400, "of NZDJPY there are none of H1");
    assertRefused("{\"symbols\":[\"nonsense\"]}", 400, "nonsense");
    assertRefused(
        "{\"from\":\"2026-11-02T00:00:00Z\",\"to\":\"2026-11-01T00:00:00Z\"}",
        400,
        "must be before to, which is 2026-11-01T00:00:00Z");
    assertRefused("{\"from\":\"2030-01-01T00:00:00Z\"}", 400, "2026-11-20T00:00:00Z");
    assertRefused("{\"symbols\":[\"AUDUSD\"]}", 422, "AUDUSD has 264 candles");
    assertRefused("{\"retrain_every_days\":0}", 400, "retrain_every_days");
    assertRefused("{\"rules\":{\"stop_atr\":-1}}", 400, "stop_atr");
    assertRefused("{\"from\":\"1900-01-01T00:00:00Z\"}", 400, "2,000,000 bars of 3 symbols");
    assertThat(http.get("/backtests/backtest_20200101_000000").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(http.get("/validations/backtest_20200101_000000").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  private void assertRefused(String body, int status, String sentence) {
    ResponseEntity<JsonNode> answer = http.post("/backtests", body);
    assertThat(answer.getStatusCode().value())
        .as(String.valueOf(answer.getBody()))
        .isEqualTo(status);
    assertThat(String.valueOf(answer.getBody())).contains(sentence);
  }

  @Test
  void saysOfAJobWhoseTrainerVanishedThatItCrashed() {
    jdbc.sql(
            """
            insert into backtests (job_id, kind, status, request, requested_by, queued_at,
                   started_at, message)
            values ('backtest_20200101_000001', 'backtest', 'running', '{}', 'test',
                    '2020-01-01Z', '2020-01-01Z', 'playing')
            """)
        .update();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        http.get("/backtests/backtest_20200101_000001")
                            .getBody()
                            .path("status")
                            .asText())
                    .isEqualTo("crashed"));
  }

  private JsonNode backtest(String body) {
    ResponseEntity<JsonNode> queued = http.post("/backtests", body);
    assertThat(queued.getStatusCode())
        .as(String.valueOf(queued.getBody()))
        .isEqualTo(HttpStatus.ACCEPTED);
    return http.awaitEndOf("/backtests/" + queued.getBody().path("backtest_id").asText());
  }

  private List<String> trades(JsonNode job) {
    assertThat(job.path("status").asText()).as(job.toPrettyString()).isEqualTo("succeeded");
    String at = "/backtests/" + job.path("id").asText() + "/trades.csv";
    return text(at, "text/csv;charset=UTF-8").lines().toList();
  }

  private String text(String path, String type) {
    return new String(file(path, type), StandardCharsets.UTF_8);
  }

  private byte[] file(String path, String type) {
    ResponseEntity<byte[]> answer = http.get(path, byte[].class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualToIgnoringCase(type);
    return Objects.requireNonNull(answer.getBody());
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
