package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.LocalPostgres;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.localstack.TestBucket;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.drift.DriftWatch;
import com.aicashevolution.trainer.metrics.DriftGauges;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A champion's life over real PostgreSQL and S3: the market stays as it was, then it does not, then
 * the database goes. The steps follow on each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftIT {

  private static final List<String> SYMBOLS = List.of("BTCUSD", "EURUSD");
  private static final SettableClock CLOCK = new SettableClock("2026-11-20T00:30:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final LocalPostgres postgres = TestStack.ownPostgres();
  private final TestBucket bucket = TestStack.freshBucket();
  private final TestDatabase database = database(postgres);
  private final ConfigurableApplicationContext trainer = start();
  private final JdbcClient jdbc = trainer.getBean(JdbcClient.class);
  private final CandleStore candles = trainer.getBean(CandleStore.class);
  private final TrainerHttp http = new TrainerHttp(trainer);

  private String champion = "";

  private static TestDatabase database(LocalPostgres server) {
    server.start();
    server.ensureDatabase("drift");
    return new TestDatabase(server, "drift");
  }

  private ConfigurableApplicationContext start() {
    return TrainerStack.start(
        database, bucket, CLOCK, "--ml.drift.retrain=true", "--ml.database.retry-interval=200ms");
  }

  @BeforeAll
  void makeAChampion() {
    TrainerStack.simulate(candles, SimulationSpec.regimes(3), 320, SYMBOLS);
    JsonNode run =
        http.train(
            "{\"symbols\":[\"BTCUSD\",\"EURUSD\"],"
                + "\"hyperparameters\":{\"max_epochs\":4,\"seeds\":1}}");
    champion = run.path("model_version").asText();
    assertThat(http.promoteByForce(champion).getStatusCode().value())
        .as(run.toPrettyString())
        .isEqualTo(200);
  }

  @AfterAll
  void stop() {
    trainer.close();
    postgres.stop();
  }

  @Test
  @Order(1)
  void saysNothingWhereNothingDriftedAndWhatItCouldNotJudge() {
    JsonNode answer = http.post("/drift-detection").getBody();

    assertThat(answer.path("status").asText()).as(answer.toPrettyString()).isEqualTo("completed");
    assertThat(answer.path("drift_detected").asBoolean()).isFalse();
    JsonNode report = answer.path("results").get(0);
    assertThat(report.path("status").asText()).as(answer.toPrettyString()).isEqualTo("stable");
    assertThat(report.path("model_version").asText()).isEqualTo(champion);
    assertThat(report.path("symbols_judged").asInt()).isEqualTo(2);
    assertThat(report.path("symbols_needed").asInt()).isEqualTo(2);
    assertThat(report.path("worst_ratio").asDouble()).isBetween(0.01, 1.0);
    assertThat(report.path("reasons").toString())
        .contains("results: 0 days with settled signals, at least 5 are needed");
    for (JsonNode symbol : report.path("symbols")) {
      assertThat(symbol.path("status").asText()).isEqualTo("stable");
      assertThat(symbol.path("reasons")).isEmpty();
      assertThat(symbol.path("measurements")).hasSize(2);
      assertThat(symbol.path("too_little").toString())
          .contains("answers: 0 of 240 journalled bars");
    }
    assertThat(count("select count(*) from audit_log where action like 'drift.%'")).isZero();
    assertThat(http.get("/drift").getBody().path("drift_detected").asBoolean()).isFalse();
  }

  @Test
  @Order(2)
  void writesOneReportADayWhoeverChecks() throws Exception {
    try (ConfigurableApplicationContext second = start();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int day = 1; day <= 2; day++) {
        CLOCK.advance(Duration.ofHours(12));
        List<Future<?>> checks = new ArrayList<>();
        for (var context : List.of(trainer, second)) {
          checks.add(threads.submit(context.getBean(DriftWatch.class)::checkDaily));
        }
        for (Future<?> check : checks) {
          check.get();
        }
      }
    }
    assertThat(count("select count(*) from drift_reports where trigger = 'DAILY'")).isEqualTo(2);
    assertThat(
            count(
                "select count(distinct checked_at::date) from drift_reports"
                    + " where trigger = 'DAILY'"))
        .isEqualTo(2);
  }

  @Test
  @Order(3)
  void namesWhatDriftedAndAsksForARunOnceInACoolDown() {
    trebleTheLastDay();
    JsonNode report =
        http.post("/drift-detection", "{\"line\":\"global\"}").getBody().path("results").get(0);

    assertThat(report.path("drift_detected").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(report.path("symbols_drifted").asInt()).isEqualTo(2);
    assertThat(report.path("worst_ratio").asDouble()).isGreaterThan(1);
    assertThat(report.path("reasons").toString())
        .contains("2 of 2 symbols drifted; fewer than 2 may by chance")
        .contains("EURUSD volatility: cumulative_sum ")
        .contains("BTCUSD volatility: cumulative_sum ");
    JsonNode volatility = report.path("symbols").get(0).path("measurements").get(0);
    assertThat(volatility.path("subject").asText()).isEqualTo("volatility");
    assertThat(volatility.path("value").asDouble())
        .isGreaterThan(volatility.path("threshold").asDouble());
    assertThat(actions()).containsExactly("drift.detected");

    String queued = report.path("training_id").asText();
    JsonNode run = http.status(queued);
    assertThat(run.path("status").asText()).isIn("queued", "running");
    http.cancel(queued);
    http.awaitEnd(queued);

    JsonNode again = http.post("/drift-detection").getBody().path("results").get(0);
    assertThat(again.path("drift_detected").asBoolean()).isTrue();
    assertThat(again.path("training_id").isNull()).isTrue();
    assertThat(again.path("reasons").toString()).contains("no retraining: one was asked for at ");
    assertThat(actions()).containsExactly("drift.detected");
    assertThat(count("select count(*) from ml_generation_logs where trigger = 'drift'"))
        .isEqualTo(1);
  }

  @Test
  @Order(4)
  void showsLatestAndHistoryByLineAndSymbol() {
    JsonNode all = http.get("/drift").getBody();
    assertThat(all.path("drift_detected").asBoolean()).isTrue();
    assertThat(all.path("latest")).hasSize(1);
    assertThat(all.path("count").asInt()).isEqualTo(5);
    assertThat(all.path("history").get(0)).isEqualTo(all.path("latest").get(0));

    JsonNode one = http.get("/drift?symbol=EURUSD&limit=2").getBody();
    assertThat(one.path("history")).hasSize(2);
    assertThat(one.path("latest").get(0).path("symbols")).hasSize(1);
    assertThat(http.get("/drift?line=metal").getBody().path("count").asInt()).isZero();
    assertThat(http.get("/drift?line=nonsense").getStatusCode().value()).isEqualTo(400);
    assertThat(http.get("/drift?limit=0").getBody().path("field").asText()).isEqualTo("limit");
    assertThat(http.post("/drift-detection", "{\"line\":\"metal\"}").getStatusCode().value())
        .isEqualTo(404);
    assertThat(http.post("/drift-detection", "{\"lime\":\"metal\"}").getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  @Order(5)
  void tellsPrometheus() {
    trainer.getBean(DriftGauges.class).refresh();
    MeterRegistry meters = trainer.getBean(MeterRegistry.class);

    assertThat(meters.get("ml.drift.detected").tag("line", "global").gauge().value()).isEqualTo(1);
    assertThat(meters.get("ml.drift.symbols").tag("line", "global").gauge().value()).isEqualTo(2);
    assertThat(meters.get("ml.drift.worst.ratio").tag("line", "global").gauge().value())
        .isGreaterThan(1);
    assertThat(meters.get("ml.drift.checks").tag("result", "drifted").counter().count())
        .isEqualTo(2);
    CLOCK.advance(DAY);
    assertThat(meters.get("ml.drift.check.age.seconds").gauge().value()).isZero();
    trainer.getBean(DriftGauges.class).refresh();
    assertThat(meters.get("ml.drift.check.age.seconds").gauge().value()).isEqualTo(86_400);
  }

  @Test
  @Order(6)
  void readsEachBarsAnswerOnceAndSeesThatTheyChanged() {
    for (String symbol : SYMBOLS) {
      journal(symbol, 239, 0.02, 0.96, "stored");
      journal(symbol, 239, 0.02, 0.96, "stored");
      journal(symbol, 300, 0.3, 0.3, "sequence");
    }
    JsonNode few = http.post("/drift-detection").getBody().path("results").get(0);
    assertThat(few.path("symbols").get(0).path("too_little").toString())
        .contains("answers: 239 of 240 journalled bars");

    SYMBOLS.forEach(symbol -> journal(symbol, 400, 0.02, 0.96, "stored"));
    JsonNode report = http.post("/drift-detection").getBody().path("results").get(0);
    for (JsonNode symbol : report.path("symbols")) {
      assertThat(symbol.path("too_little")).as(report.toPrettyString()).isEmpty();
      JsonNode answers = symbol.path("measurements").get(symbol.path("measurements").size() - 1);
      assertThat(answers.path("subject").asText()).isIn("class_shares", "confidence");
      // a window of nothing but confident BUY, whatever the bound that so short a history teaches
      assertThat(answers.path("value").asDouble()).isGreaterThan(2);
    }
    assertThat(report.path("results").path("exceeded").asBoolean()).isTrue();
    assertThat(report.path("reasons").toString()).contains("results: page_hinkley ");
  }

  @Test
  @Order(7)
  void keepsNothingOfACheckThatCannotBeKeptWhole() {
    int reports = count("select count(*) from drift_reports");
    CLOCK.advance(Duration.ofDays(8));
    trebleTheLastDay();
    jdbc.sql("alter table drift_reports rename column state to states").update();
    try {
      assertThat(http.post("/drift-detection").getStatusCode().is5xxServerError()).isTrue();
      assertThat(count("select count(*) from drift_reports")).isEqualTo(reports);
      assertThat(count("select count(*) from ml_generation_logs where trigger = 'drift'"))
          .isEqualTo(1);
    } finally {
      jdbc.sql("alter table drift_reports rename column states to state").update();
    }
  }

  @Test
  @Order(8)
  void answersWithAProblemWithoutTheDatabaseAndGoesOnWhenItIsBack() {
    int reports = count("select count(*) from drift_reports");
    postgres.stop();
    try {
      ResponseEntity<JsonNode> answer = http.post("/drift-detection");
      assertThat(answer.getStatusCode().value()).isEqualTo(503);
      assertThat(answer.getBody().path("type").asText()).endsWith("unavailable");
      assertThat(http.get("/drift").getStatusCode().value()).isEqualTo(503);
    } finally {
      postgres.start();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.get("/drift").getStatusCode().is2xxSuccessful());
    assertThat(count("select count(*) from drift_reports")).isEqualTo(reports);
  }

  /** Every move of the newest 24 bars is three times what it was. */
  private void trebleTheLastDay() {
    for (String code : SYMBOLS) {
      CandleSeries series = candles.latest(Symbol.of(code), Timeframe.H1, 25);
      double anchor = series.close(0);
      List<Candle> moved = new ArrayList<>();
      for (int i = 1; i < series.size(); i++) {
        Candle candle = series.candle(i);
        moved.add(
            new Candle(
                candle.openTime(),
                trebled(candle.open(), anchor),
                trebled(candle.high(), anchor),
                trebled(candle.low(), anchor),
                trebled(candle.close(), anchor),
                candle.volume(),
                candle.spread(),
                true));
      }
      candles.upsert(series.symbol(), Timeframe.H1, SimulatedMarket.SOURCE, moved);
    }
  }

  private static double trebled(double price, double anchor) {
    return anchor * Math.pow(price / anchor, 3);
  }

  /** Answers to the newest {@code bars} bars, all the same. */
  private void journal(String symbol, int bars, double sell, double buy, String kind) {
    CandleSeries series = candles.latest(Symbol.of(symbol), Timeframe.H1, bars);
    for (int i = 0; i < series.size(); i++) {
      jdbc.sql(
              """
              insert into ml_predictions (prediction_id, created_at, symbol, timeframe, as_of, line,
                     model_version, variant, schema_hash, weights_version, input, input_kind,
                     imputed, p_sell, p_hold, p_buy, direction, confidence, recommendation,
                     simulated, request_id, user_id, latency_micros)
              values (gen_random_uuid(), ?, ?, 'H1', ?, 'global', ?, 'champion', 'ab', 'ab',
                      ''::bytea, ?, '{}', ?, ?, ?, 'BUY', 96, 'STRONG_BUY', true, 'r', null, 1)
              """)
          .params(
              series.closeTime(i).atOffset(ZoneOffset.UTC),
              symbol,
              series.openTime(i).atOffset(ZoneOffset.UTC),
              champion,
              kind,
              sell,
              1 - sell - buy,
              buy)
          .update();
    }
  }

  private List<String> actions() {
    return jdbc.sql("select action from audit_log where action like 'drift.%' order by id")
        .query(String.class)
        .list();
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
