package com.aicashevolution.inference.prediction;

import static com.aicashevolution.inference.prediction.PredictionFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of requests while the champion changes all the time: none fails, none is mixed. */
@Timeout(120)
class HotSwapTest {

  private static final int CALLERS = 8;
  private static final int REQUESTS_PER_CALLER = 1_000;
  private static final int VERSIONS = 4;

  private final ExecutorService loading = Executors.newVirtualThreadPerTaskExecutor();
  private final PredictionFixture fixture =
      new PredictionFixture(new EngineFixture(loading), Duration.ofSeconds(30));

  @Test
  void losesNoRequestAndMixesNoVersionsAcrossSwaps() throws Exception {
    fixture.importCandles("EURUSD", 450);
    List<SampleArtifact> artifacts = new ArrayList<>();
    for (int v = 0; v < VERSIONS; v++) {
      artifacts.add(fixture.engine.publish("v2026110" + (v + 1) + "_000000", ModelLine.GLOBAL, v));
    }
    swapTo(artifacts, 0);

    AtomicBoolean swapping = new AtomicBoolean(true);
    Set<ModelVersion> seen = ConcurrentHashMap.newKeySet();
    List<PredictionAnswer> answers = new ArrayList<>();
    int swaps;
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1)) {
      Future<Integer> swapped =
          threads.submit(
              () -> {
                int n = 0;
                while (swapping.get()) {
                  swapTo(artifacts, ++n % VERSIONS);
                }
                return n;
              });
      List<Future<List<PredictionAnswer>>> callers = new ArrayList<>();
      for (int c = 0; c < CALLERS; c++) {
        int caller = c;
        callers.add(threads.submit(() -> call(caller, seen)));
      }
      for (Future<List<PredictionAnswer>> caller : callers) {
        answers.addAll(caller.get());
      }
      swapping.set(false);
      swaps = swapped.get();
    }
    fixture.close();
    loading.close();

    assertThat(answers).hasSize(CALLERS * REQUESTS_PER_CALLER);
    assertThat(swaps).isGreaterThan(10);
    assertThat(seen).as("the swaps were seen").hasSizeGreaterThan(1);
    assertEveryAnswerIsWhollyOfItsVersion(answers);
  }

  private List<PredictionAnswer> call(int caller, Set<ModelVersion> seen) {
    List<PredictionAnswer> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS_PER_CALLER; i++) {
      // half of the questions are asked often, so that the cache takes part
      double rsi = i % 2 == 0 ? i % 10 : (caller * REQUESTS_PER_CALLER + i) / 100.0;
      PredictionResult result =
          fixture.predictor.predict(
              ask(
                  "EURUSD",
                  new WindowInput.NewestRow(Map.of(IndicatorName.RSI, rsi)),
                  new ModelChoice.Champion(),
                  null));
      assertThat(result).isInstanceOf(PredictionResult.Predicted.class);
      PredictionAnswer answer = ((PredictionResult.Predicted) result).answer();
      seen.add(answer.model().version());
      answers.add(answer);
    }
    return answers;
  }

  private void assertEveryAnswerIsWhollyOfItsVersion(List<PredictionAnswer> answers) {
    Map<UUID, JournalEntry> rows = new HashMap<>();
    fixture.journal.rows().forEach(row -> rows.put(row.predictionId(), row));
    for (PredictionAnswer answer : answers) {
      assertThat(answer.probabilities())
          .isEqualTo(answer.model().predict(answer.window().window()));
      assertThat(rows.get(answer.predictionId()))
          .isNotNull()
          .satisfies(
              row -> {
                assertThat(row.modelVersion()).isEqualTo(answer.model().version());
                assertThat(row.probabilities()).isEqualTo(answer.probabilities());
                assertThat(row.window()).isEqualTo(answer.window().window().values());
              });
    }
  }

  private void swapTo(List<SampleArtifact> artifacts, int champion) {
    int previous = (champion + VERSIONS - 1) % VERSIONS;
    fixture.engine.registry.set(
        ModelLine.GLOBAL,
        artifacts.get(champion).version(),
        null,
        artifacts.get(previous).version());
    fixture.engine.pool.refresh().join();
  }
}
