package com.aicashevolution.inference.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.inference.prediction.PredictionFixture;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.replay.RowEdit;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final PredictionFixture fixture = new PredictionFixture();
  private final Explainer explainer = new Explainer(fixture.engine.resolver, 1, AT_ONCE);

  @BeforeEach
  void serve() {
    fixture.importCandles("EURUSD", 500);
    publish(SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1).explainable());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void publish(SampleArtifact artifact) {
    EngineFixture engine = fixture.engine;
    engine.artifacts.publish(artifact);
    engine.registry.add(artifact.registered());
    engine.registry.set(ModelLine.GLOBAL, artifact.version(), null, null);
    engine.pool.refresh().join();
  }

  private JournalEntry answered(double rsi) {
    PredictionResult result =
        fixture.predictor.predict(
            PredictionFixture.ask(
                "EURUSD",
                new WindowInput.NewestRow(Map.of(IndicatorName.RSI, rsi)),
                new ModelChoice.Champion(),
                null));
    PredictionAnswer answer = ((PredictionResult.Predicted) result).answer();
    return fixture.journal.find(answer.predictionId()).orElseThrow();
  }

  private Explanation explanation(JournalEntry entry) {
    return ((ExplanationResult.Explained) explainer.explain(entry)).explanation();
  }

  @Test
  void accountsForEveryProbability() {
    for (double rsi : new double[] {15, 45, 85}) {
      JournalEntry entry = answered(rsi);
      Explanation explanation = explanation(entry);

      assertThat(explanation.largestGap()).isLessThan(1e-6);
      assertThat(explanation.backgroundWindows()).isEqualTo(8);
      for (Direction direction : Direction.values()) {
        double sum = explanation.attribution().base()[direction.ordinal()];
        for (double value : explanation.attribution().valuesOf(direction.ordinal())) {
          sum += value;
        }
        assertThat(sum).isCloseTo(entry.probabilities().of(direction), within(1e-6));
      }
    }
  }

  @Test
  void saysTheSameBitsTwiceAndOthersForAnotherPrediction() {
    JournalEntry entry = answered(45);
    double[] first = explanation(entry).attribution().values();

    assertThat(explanation(entry).attribution().values()).isEqualTo(first);
    JournalEntry sameWindow = new RowEdit(entry).id(new UUID(7, 7));
    assertThat(explanation(sameWindow).attribution().values()).isNotEqualTo(first);
  }

  @Test
  void explainsNoVersionThatCameWithoutABackground() {
    publish(SampleArtifact.of("v20261102_020000", ModelLine.GLOBAL, 2));
    JournalEntry entry = answered(45);

    assertThat(explainer.explain(entry))
        .isEqualTo(new ExplanationResult.NoBackground(entry.modelVersion()));
  }

  @Test
  void explainsNoAnswerThatDoesNotComeOutAgain() {
    JournalEntry entry = answered(45);
    JournalEntry other = new RowEdit(entry).probabilities(new Probabilities(0.25f, 0.25f, 0.5f));

    assertThat(explainer.explain(other))
        .isInstanceOfSatisfying(
            ExplanationResult.NotTheAnswer.class,
            not -> assertThat(not.why()).startsWith("the probability of SELL was 0.25"));
    float[] window = entry.window().clone();
    window[0] = Float.POSITIVE_INFINITY;
    assertThat(explainer.explain(new RowEdit(entry).window(window)))
        .isInstanceOf(ExplanationResult.NotTheAnswer.class);
    assertThat(explainer.explain(new RowEdit(entry).version("v20200101_000000")))
        .isInstanceOf(ExplanationResult.NoModel.class);
  }

  @Test
  void refusesABackgroundThatIsNone() {
    SampleArtifact torn =
        SampleArtifact.of("v20261103_020000", ModelLine.GLOBAL, 3)
            .withFile(ModelManifest.BACKGROUND, new byte[16]);
    JournalEntry entry = answered(45);
    fixture.engine.artifacts.publish(torn);
    fixture.engine.registry.add(torn.registered());

    assertThat(explainer.explain(new RowEdit(entry).version("v20261103_020000")).toString())
        .contains("BACKGROUND_FORMAT");
  }
}
