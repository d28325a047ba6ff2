package com.aicashevolution.inference.prediction;

import static com.aicashevolution.inference.prediction.PredictionFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.signal.SignalPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdvisorTest {

  private static final ModelLine METAL = new ModelLine("metal");

  private final PredictionFixture fixture = new PredictionFixture();

  @BeforeEach
  void serve() {
    fixture.serve("v20261101_000000", 1);
    fixture.importCandles("EURUSD", 500);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void weighsTheConfidenceInAnswerKeyAndRowFromTheMomentWeightsAreInForce() {
    PredictionAnswer before = answered(ask("EURUSD"));
    fixture.weights.put("w20261102_000000", ModelLine.GLOBAL, 0.75);
    fixture.watch.refresh();
    PredictionAnswer after = answered(ask("EURUSD"));

    assertThat(before.advice().weighs()).isFalse();
    assertThat(before.advice().factor()).isEqualTo(1);
    assertThat(after.advice().weighs()).isTrue();
    assertThat(after.advice().factor()).isCloseTo(0.75, within(1e-12));
    assertThat(after.cacheHit()).isFalse();
    assertThat(after.probabilities()).isEqualTo(before.probabilities());
    assertThat(after.decision())
        .isEqualTo(SignalPolicy.decide(after.probabilities(), after.advice().factor()));
    assertThat(after.decision().confidencePercent())
        .isLessThan(before.decision().confidencePercent());
    JournalEntry row = fixture.journal.rows().getLast();
    assertThat(row.weightsVersion()).isEqualTo("w20261102_000000");
    assertThat(row.weightFactor()).isEqualTo(after.advice().factor());
    assertThat(row.confidence()).isEqualTo(after.decision().confidencePercent());
    assertThat(answered(ask("EURUSD")).cacheHit()).isTrue();
  }

  @Test
  void leavesTheConfidenceAloneWhereTheCallerWantsNoWeights() {
    fixture.weights.put("w20261102_000000", ModelLine.GLOBAL, 0.75);
    fixture.watch.refresh();
    PredictionAnswer weighed = answered(ask("EURUSD"));
    PredictionAnswer plain = answered(withoutWeights());

    assertThat(plain.cacheHit()).isFalse();
    assertThat(plain.advice()).isEqualTo(SignalAdvice.NEUTRAL);
    assertThat(plain.decision()).isEqualTo(SignalPolicy.decide(plain.probabilities(), 1));
    assertThat(plain.decision().confidencePercent())
        .isGreaterThan(weighed.decision().confidencePercent());
    JournalEntry row = fixture.journal.rows().getLast();
    assertThat(row.weightsVersion()).isEqualTo(IndicatorWeights.NEUTRAL.version());
    assertThat(row.weightFactor()).isEqualTo(1);
  }

  @Test
  void takesTheWeightsOfTheLineThatAnswersAndNoOther() {
    fixture.weights.put("w20261102_000000-metal", METAL, 0.5);
    fixture.watch.refresh();

    assertThat(answered(ask("EURUSD")).advice()).isEqualTo(SignalAdvice.NEUTRAL);
  }

  @Test
  void goesOnWithTheLastKnownWeightsWhileNobodyCanSay() {
    fixture.weights.put("w20261102_000000", ModelLine.GLOBAL, 0.75);
    fixture.watch.refresh();
    fixture.weights.lose();
    fixture.watch.refresh();

    assertThat(fixture.watch.isLost()).isTrue();
    assertThat(answered(ask("EURUSD")).advice().weights().version()).isEqualTo("w20261102_000000");
  }

  @Test
  void countsAnIndicatorForAsMuchAsTheVersionUsesIt() {
    List<Double> values = new ArrayList<>(Collections.nCopies(IndicatorName.COUNT, 1.0));
    values.set(0, 0.0);
    double[] shares = new double[IndicatorName.COUNT];
    shares[0] = 0.25;
    shares[1] = 0.75;
    IndicatorImportance importance =
        new IndicatorImportance(IndicatorImportance.byName(shares), 64, 64, 128, 1, 0);

    SignalAdvice advice =
        SignalAdvice.under(new IndicatorWeights("w1", values), importance.inOrder(), 1);

    assertThat(advice.factor()).isCloseTo(0.75, within(1e-12));
  }

  private static PredictionRequest withoutWeights() {
    return new PredictionRequest(
        Symbol.of("EURUSD"),
        Timeframe.H1,
        new WindowInput.Stored(),
        new ModelChoice.Champion(),
        false,
        "request-1",
        null);
  }

  private PredictionAnswer answered(PredictionRequest request) {
    PredictionResult result = fixture.predictor.predict(request);
    assertThat(result).isInstanceOf(PredictionResult.Predicted.class);
    return ((PredictionResult.Predicted) result).answer();
  }
}
