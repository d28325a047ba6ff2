package com.aicashevolution.inference.prediction;

import static com.aicashevolution.inference.prediction.PredictionFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.window.SampleCandles;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.SignalPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PredictorTest {

  private final PredictionFixture fixture = new PredictionFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void answersAndJournalsTheVeryBits() {
    SampleArtifact model = ready();

    PredictionAnswer answer = answered(ask("EURUSD"));

    assertThat(fixture.journal.rows()).hasSize(1);
    JournalEntry row = fixture.journal.rows().getFirst();
    assertThat(row.predictionId()).isEqualTo(answer.predictionId());
    assertThat(row.createdAt()).isEqualTo(answer.createdAt());
    assertThat(row.modelVersion()).isEqualTo(model.version());
    assertThat(row.line()).isEqualTo(model.manifest().line());
    assertThat(row.variant()).isEqualTo("champion");
    assertThat(row.schemaHash()).isEqualTo(model.manifest().schema().hash());
    assertThat(row.weightsVersion()).isEqualTo(IndicatorWeights.NEUTRAL.version());
    assertThat(row.weightFactor()).isEqualTo(1);
    assertThat(row.window()).isEqualTo(answer.window().window().values());
    assertThat(row.asOf()).isEqualTo(SampleCandles.NEWEST);
    assertThat(row.probabilities()).isEqualTo(answer.probabilities());
    assertThat(row.probabilities()).isEqualTo(answer.model().predict(answer.window().window()));
    assertThat(row.confidence()).isEqualTo(answer.decision().confidencePercent());
    assertThat(row.recommendation()).isEqualTo(answer.decision().recommendation().name());
    assertThat(row.requestId()).isEqualTo("request-1");
    assertThat(row.inputKind()).isEqualTo("stored");
    assertThat(answer.decision()).isEqualTo(SignalPolicy.decide(answer.probabilities(), 1));
    assertThat(answer.cacheHit()).isFalse();
    assertThat(answer.simulated()).isFalse();
  }

  @Test
  void givesTheSameAnswerAndIdTheSecondTimeWithoutASecondRow() {
    ready();
    PredictionAnswer first = answered(ask("EURUSD"));
    PredictionAnswer second = answered(ask("EURUSD"));

    assertThat(second.cacheHit()).isTrue();
    assertThat(second.predictionId()).isEqualTo(first.predictionId());
    assertThat(second.createdAt()).isEqualTo(first.createdAt());
    assertThat(second.probabilities()).isEqualTo(first.probabilities());
    assertThat(second.decision()).isEqualTo(first.decision());
    assertThat(fixture.journal.rows()).hasSize(1);
  }

  @Test
  void computesAnewOnceTheAnswerHasAged() {
    ready();
    PredictionAnswer first = answered(ask("EURUSD"));
    fixture.engine.clock.advance(Duration.ofSeconds(60));
    PredictionAnswer later = answered(ask("EURUSD"));

    assertThat(later.cacheHit()).isFalse();
    assertThat(later.predictionId()).isNotEqualTo(first.predictionId());
    assertThat(later.probabilities()).isEqualTo(first.probabilities());
  }

  @Test
  void neverAnswersFromTheMemoryOfAnotherVersion() {
    ready();
    PredictionAnswer first = answered(ask("EURUSD"));
    SampleArtifact second = fixture.serve("v20261102_000000", 2);
    PredictionAnswer after = answered(ask("EURUSD"));

    assertThat(after.cacheHit()).isFalse();
    assertThat(after.model().version()).isEqualTo(second.version());
    assertThat(after.probabilities()).isNotEqualTo(first.probabilities());
  }

  @Test
  void tellsOneInputFromAnother() {
    ready();
    WindowInput rsi = new WindowInput.NewestRow(Map.of(IndicatorName.RSI, 65.0));
    PredictionAnswer stored = answered(ask("EURUSD"));
    PredictionAnswer posted = answered(ask("EURUSD", rsi, new ModelChoice.Champion(), "trader"));

    assertThat(posted.cacheHit()).isFalse();
    assertThat(posted.predictionId()).isNotEqualTo(stored.predictionId());
    assertThat(posted.window().imputed()).hasSize(16);
    JournalEntry row = fixture.journal.rows().getLast();
    assertThat(row.inputKind()).isEqualTo("indicators");
    assertThat(row.imputed()).hasSize(16);
    assertThat(row.userId()).isEqualTo("trader");
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    assertThat(fixture.predictor.predict(ask("EURUSD")))
        .isEqualTo(
            new PredictionResult.NoModel(
                new Resolution.NoChampion(Symbol.of("EURUSD"), Timeframe.H1)));
    fixture.serve("v20261101_000000", 1);
    assertThat(fixture.predictor.predict(ask("EURUSD")))
        .isEqualTo(
            new PredictionResult.TooLittleHistory(new WindowFinding.NotEnoughHistory(0, 419)));
    fixture.candles.lose();
    assertThat(fixture.predictor.predict(ask("GBPUSD")))
        .isEqualTo(new PredictionResult.NoCandles());
    assertThat(fixture.journal.rows()).isEmpty();
  }

  @Test
  void givesNoAnswerThatCouldNotBeKeptAndRemembersNone() {
    ready();
    fixture.journal.lose();
    assertThat(fixture.predictor.predict(ask("EURUSD")))
        .isInstanceOf(PredictionResult.NotKept.class);

    fixture.journal.comeBack();
    PredictionAnswer answer = answered(ask("EURUSD"));
    assertThat(answer.cacheHit()).isFalse();
    assertThat(fixture.journal.rows()).hasSize(1);
  }

  @Test
  void saysThatAnAnswerIsSimulatedWhereItsCandlesAre() {
    fixture.serve("v20261101_000000", 1);
    fixture.candles.upsert(
        PredictionFixture.EURUSD,
        Timeframe.H1,
        "simulated",
        SampleCandles.candles(PredictionFixture.EURUSD, 500));

    assertThat(answered(ask("EURUSD")).simulated()).isTrue();
    assertThat(fixture.journal.rows().getFirst().simulated()).isTrue();
  }

  @Test
  void answersABatchInOrderAndLetsFailuresBeAlone() {
    ready();
    List<PredictionResult> results =
        fixture.predictor.predictAll(
            List.of(ask("EURUSD"), ask("GBPUSD"), ask("EURUSD"), ask("USDJPY")));

    assertThat(results.get(0)).isInstanceOf(PredictionResult.Predicted.class);
    assertThat(results.get(1)).isInstanceOf(PredictionResult.TooLittleHistory.class);
    assertThat(results.get(2))
        .isInstanceOfSatisfying(
            PredictionResult.Predicted.class,
            again -> assertThat(again.answer().cacheHit()).isTrue());
    assertThat(results.get(3)).isInstanceOf(PredictionResult.TooLittleHistory.class);
    assertThat(fixture.journal.rows()).hasSize(1);
  }

  @Test
  void answersABatchInOnePassWithTheBitsOfEachAlone() {
    ready();
    List<PredictionRequest> batch =
        IntStream.range(1, 30)
            .mapToObj(rsi -> Map.of(IndicatorName.RSI, (double) rsi))
            .map(given -> new WindowInput.NewestRow(given))
            .map(input -> ask("EURUSD", input, new ModelChoice.Champion(), null))
            .toList();

    List<PredictionResult> results = fixture.predictor.predictAll(batch);

    assertThat(results).hasSize(29);
    assertThat(results)
        .allSatisfy(
            result -> {
              PredictionAnswer answer = ((PredictionResult.Predicted) result).answer();
              assertThat(answer.cacheHit()).isFalse();
              assertThat(answer.probabilities())
                  .isEqualTo(answer.model().predict(answer.window().window()));
            });
    assertThat(fixture.journal.rows()).hasSize(29);
  }

  @Test
  void letsABugInOneItemLeaveTheOthersAlone() {
    ready();
    // a window that holds what no pipeline gives: the network's owner would throw
    WindowInput broken = new WindowInput.NewestRow(Map.of(IndicatorName.VOLUME_MA, -2.0));
    List<PredictionResult> results =
        fixture.predictor.predictAll(
            List.of(ask("EURUSD", broken, new ModelChoice.Champion(), null), ask("EURUSD")));

    assertThat(results.get(0)).isInstanceOf(PredictionResult.Broken.class);
    assertThat(results.get(1)).isInstanceOf(PredictionResult.Predicted.class);
  }

  @Test
  void countsWhatItAnswered() {
    ready();
    answered(ask("EURUSD"));
    fixture.predictor.predict(ask("GBPUSD"));

    assertThat(count("EURUSD", "ok")).isEqualTo(1);
    assertThat(count("GBPUSD", "abstained")).isEqualTo(1);
    assertThat(count("USDJPY", "failed")).isZero();
  }

  @Test
  void makesIdsThatSortByTime() {
    PredictionIds ids = new PredictionIds(new java.util.Random(1));
    var early = ids.next(SampleCandles.NEWEST);
    var late = ids.next(SampleCandles.NEWEST.plusMillis(1));

    assertThat(early.toString()).isLessThan(late.toString());
    assertThat(early.version()).isEqualTo(7);
    assertThat(early.variant()).isEqualTo(2);
    assertThat(early.getMostSignificantBits() >>> 16)
        .isEqualTo(SampleCandles.NEWEST.toEpochMilli());
  }

  private SampleArtifact ready() {
    fixture.importCandles("EURUSD", 500);
    return fixture.serve("v20261101_000000", 1);
  }

  private PredictionAnswer answered(PredictionRequest request) {
    PredictionResult result = fixture.predictor.predict(request);
    assertThat(result).isInstanceOf(PredictionResult.Predicted.class);
    return ((PredictionResult.Predicted) result).answer();
  }

  private double count(String symbol, String result) {
    return fixture
        .engine
        .meters
        .get("ml.prediction.requests")
        .tag("symbol", symbol)
        .tag("result", result)
        .counter()
        .count();
  }
}
