package com.aicashevolution.inference.prediction;

import static com.aicashevolution.inference.prediction.PredictionFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.engine.EngineFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnsweringTest {

  private final PredictionFixture fixture =
      new PredictionFixture(EngineFixture.loadingAtOnce(), Duration.ofMillis(200));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void computesAQuestionOnceHoweverManyAskItAtTheSameTime() throws Exception {
    ready();
    CountDownLatch go = new CountDownLatch(1);
    List<Future<PredictionResult>> results = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        results.add(
            callers.submit(
                () -> {
                  go.await();
                  return fixture.predictor.predict(ask("EURUSD"));
                }));
      }
      go.countDown();
    }
    assertThat(fixture.journal.rows()).hasSize(1);
    var id = fixture.journal.rows().getFirst().predictionId();
    int computed = 0;
    for (Future<PredictionResult> result : results) {
      PredictionAnswer answer = ((PredictionResult.Predicted) result.get()).answer();
      assertThat(answer.predictionId()).isEqualTo(id);
      computed += answer.cacheHit() ? 0 : 1;
    }
    assertThat(computed).isEqualTo(1);
  }

  @Test
  void waitsForTheJournalOnlySoLong() {
    ready();
    CountDownLatch mayCommit = new CountDownLatch(1);
    fixture.journal.beforeAppend(
        () -> {
          try {
            mayCommit.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(fixture.predictor.predict(ask("EURUSD")))
        .isEqualTo(new PredictionResult.NotKept("not written within 200 ms"));
    mayCommit.countDown();
  }

  @Test
  void letsTwoBatchesThatShareQuestionsInOppositeOrderBothEnd() throws Exception {
    fixture.importCandles("GBPUSD", 450);
    ready();
    for (int round = 0; round < 200; round++) {
      fixture.engine.clock.advance(Duration.ofSeconds(61));
      try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
        var one =
            callers.submit(
                () -> fixture.predictor.predictAll(List.of(ask("EURUSD"), ask("GBPUSD"))));
        var other =
            callers.submit(
                () -> fixture.predictor.predictAll(List.of(ask("GBPUSD"), ask("EURUSD"))));
        assertThat(one.get()).allMatch(PredictionResult.Predicted.class::isInstance);
        assertThat(other.get()).allMatch(PredictionResult.Predicted.class::isInstance);
      }
    }
  }

  private void ready() {
    fixture.importCandles("EURUSD", 450);
    fixture.serve("v20261101_000000", 1);
  }
}
