package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.jdbc.JdbcPredictionJournal;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsRecord;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.trainer.metrics.WeightsGauges;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Weights from journalled predictions and from trades, as a trainer serves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightsIT {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final ModelLine METAL = new ModelLine("metal");
  private static final LabelSpec LABEL = new LabelSpec(6, 1.5);

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final JdbcClient jdbc = trainer.getBean(JdbcClient.class);
  private final WeightHistory history = trainer.getBean(WeightHistory.class);
  private final ObjectMapper json = new ObjectMapper();
  private final TrainerHttp http = new TrainerHttp(trainer);

  private FeatureMatrix eurusd;
  private FeatureMatrix gold;

  @BeforeAll
  void loadCandles() {
    CandleStore candles = trainer.getBean(CandleStore.class);
    TrainerStack.simulate(candles, SimulationSpec.regimes(1), 150, List.of("EURUSD", "XAUUSD"));
    eurusd = matrix(candles, EURUSD);
    gold = matrix(candles, Symbol.of("XAUUSD"));
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @Test
  void putsWeightsInForceThatKeepALosingConfidenceFromTrading() {
    // half of the answers know the barrier at 0.9, half bet against it at 0.65
    journal(eurusd, ModelLine.GLOBAL, true);

    JsonNode answer = body(http.post("/weights/optimize", "{}"));

    assertThat(answer.path("status").asText()).as(answer.toPrettyString()).isEqualTo("stored");
    assertThat(answer.path("stored").asBoolean()).isTrue();
    assertThat(answer.path("improvement_score").asDouble()).isPositive();
    assertThat(answer.path("improvement").path("profit").path("lower").asDouble()).isPositive();
    assertThat(answer.path("weights")).hasSize(17);
    WeightsRecord stored = history.active().getFirst();
    assertThat(stored.version()).isEqualTo(answer.path("weights_version").asText());
    assertThat(stored.actor()).isEqualTo("service");
    assertThat(lastAction(stored.version())).isEqualTo("weights.stored");
    assertThat(gauge("ml.weights.created.timestamp.seconds"))
        .isEqualTo((double) stored.createdAt().getEpochSecond());
    assertThat(gauge("ml.weights.improvement.score"))
        .isEqualTo(stored.origin().improvement().score());

    JsonNode again = body(http.post("/weights/optimize", "{\"line\":\"global\"}"));
    assertThat(again.path("status").asText()).as(again.toPrettyString()).isEqualTo("not_better");
    assertThat(again.path("improvement").path("against").asText()).isEqualTo(stored.version());

    JsonNode reset = body(http.post("/weights/reset", "{\"reason\":\"rehearsal\"}"));
    assertThat(reset.path("weights_version").asText()).isEqualTo(stored.version());
    assertThat(history.active()).isEmpty();
    assertThat(lastAction(stored.version())).isEqualTo("weights.reset");
    assertThat(gauge("ml.weights.created.timestamp.seconds")).isNaN();
    assertThat(body(http.post("/weights/reset", "{\"reason\":\"again\"}")).path("status").asText())
        .isEqualTo("unchanged");
  }

  @Test
  void changesNothingWherePredictionsAreNoise() {
    journal(gold, METAL, false);

    JsonNode answer = body(http.post("/weights/optimize", "{\"line\":\"metal\"}"));

    assertThat(answer.path("status").asText()).as(answer.toPrettyString()).isEqualTo("not_better");
    assertThat(history.newest(METAL, Timeframe.H1, 5)).isEmpty();
  }

  @Test
  void learnsFromTradesAlone() {
    StringBuilder csv = new StringBuilder("symbol,entry_time,direction,result\n");
    SplittableRandom random = new SplittableRandom(5);
    int first = eurusd.firstWindowBar();
    for (int bar = first; bar < eurusd.series().size(); bar++) {
      // trades taken while RSI stood out lose, the others win: the middle is 50
      double rsi = eurusd.values()[eurusd.rowOffset(bar) + 1];
      double result = (Math.abs(rsi) > spread(1) ? -1.2 : 0.5) + 0.5 * random.nextGaussian();
      csv.append("EURUSD,")
          .append(eurusd.series().closeTime(bar))
          .append(",BUY,")
          .append(result)
          .append('\n');
    }
    ObjectNode wish = json.createObjectNode().put("line", "EURUSD").put("trades", csv.toString());

    JsonNode answer = body(http.post("/weights/optimize", wish.toString()));

    assertThat(answer.path("status").asText()).as(answer.toPrettyString()).isEqualTo("stored");
    assertThat(answer.path("weights").path("rsi_value").asDouble()).isLessThan(1);
    WeightsRecord stored = history.newest(new ModelLine("EURUSD"), Timeframe.H1, 1).getFirst();
    assertThat(stored.origin().modelVersion()).isNull();
    assertThat(stored.origin().basis()).isEqualTo(WeightsRecord.Basis.TRADES);
  }

  @Test
  void namesTheRowsItCannotUse() {
    String csv =
        """
        symbol,entry_time,direction,result
        XAUUSD,2026-11-10T10:00:00Z,BUY,1
        EURUSD,2020-01-10T10:00:00Z,BUY,1
        """;
    ObjectNode wish = json.createObjectNode().put("line", "EURUSD").put("trades", csv);

    ResponseEntity<JsonNode> refused = http.post("/weights/optimize", wish.toString());

    assertThat(refused.getStatusCode().value()).isEqualTo(400);
    assertThat(refused.getBody().path("errors").get(0).path("field").asText())
        .isEqualTo("trades line 2");
    assertThat(refused.getBody().path("errors").get(0).path("message").asText())
        .isEqualTo("XAUUSD is not of line EURUSD");
    assertThat(refused.getBody().path("errors").get(1).path("message").asText())
        .isEqualTo("EURUSD has too few H1 candles up to 2020-01-10T10:00:00Z: import them first");
  }

  @Test
  void refusesWishesThatMakeNoSenseAndStrangers() {
    assertThat(http.post("/weights/optimize", "{\"line\":\"nonsense\"}").getStatusCode().value())
        .isEqualTo(400);
    assertThat(http.post("/weights/reset", "{}").getStatusCode().value()).isEqualTo(400);
    assertThat(
            body(http.post("/weights/optimize", "{\"line\":\"NZDUSD\"}")).path("status").asText())
        .isEqualTo("too_few");
    assertThat(http.postWithoutKey("/weights/optimize").getStatusCode().value()).isEqualTo(401);
  }

  /** Of the global line, as the next scrape would see it. */
  private double gauge(String name) {
    trainer.getBean(WeightsGauges.class).refresh();
    return trainer
        .getBean(MeterRegistry.class)
        .get(name)
        .tags("line", "global", "timeframe", "H1")
        .gauge()
        .value();
  }

  /** An answer an hour over the last 100 days. */
  private void journal(FeatureMatrix matrix, ModelLine line, boolean telling) {
    CandleSeries series = matrix.series();
    SplittableRandom random = new SplittableRandom(11);
    List<JournalEntry> entries = new ArrayList<>();
    for (int bar = series.size() - 1_700; bar < series.size() - 1; bar++) {
      boolean sure = random.nextBoolean();
      Direction side = random.nextBoolean() ? Direction.BUY : Direction.SELL;
      if (telling
          && new TripleBarrier(LABEL).label(series, bar, matrix.atrAt(bar))
              instanceof LabelResult.Resolved(var label)
          && label.direction() != Direction.HOLD) {
        boolean up = label.direction() == Direction.BUY;
        side = up == sure ? Direction.BUY : Direction.SELL;
      }
      entries.add(entry(matrix, bar, line, side, sure ? 0.9f : 0.65f));
    }
    trainer.getBean(JdbcPredictionJournal.class).append(entries);
  }

  private static JournalEntry entry(
      FeatureMatrix matrix, int bar, ModelLine line, Direction side, float p) {
    float rest = (1 - p) / 2;
    Probabilities probabilities =
        side == Direction.BUY ? new Probabilities(rest, rest, p) : new Probabilities(p, rest, rest);
    int offset = matrix.windowOffset(bar);
    return new JournalEntry(
        new UUID(line.hashCode(), bar),
        matrix.series().closeTime(bar),
        matrix.series().symbol(),
        Timeframe.H1,
        matrix.series().openTime(bar),
        line,
        new ModelVersion("v20260801_000000"),
        "champion",
        FeatureSchema.CURRENT.hash(),
        "neutral",
        1,
        Arrays.copyOfRange(matrix.values(), offset, offset + FeatureWindow.LENGTH),
        "stored",
        List.of(),
        probabilities,
        side,
        100 * p,
        "BUY",
        true,
        "request-1",
        null,
        10);
  }

  /** Deviation of a feature over the whole series, by its root mean square. */
  private double spread(int feature) {
    double squares = 0;
    for (int row = 0; row < eurusd.rows(); row++) {
      squares += Math.pow(eurusd.values()[row * FeatureSchema.FEATURES + feature], 2);
    }
    return Math.sqrt(squares / eurusd.rows());
  }

  private static FeatureMatrix matrix(CandleStore candles, Symbol symbol) {
    return new FeaturePipeline()
        .matrix(
            candles.between(
                symbol,
                Timeframe.H1,
                TrainerStack.TO.minus(Duration.ofDays(150)),
                TrainerStack.TO));
  }

  private String lastAction(String version) {
    return jdbc.sql("select action from audit_log where subject = ? order by id desc limit 1")
        .param(version)
        .query(String.class)
        .single();
  }

  private static JsonNode body(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(200);
    return answer.getBody();
  }
}
