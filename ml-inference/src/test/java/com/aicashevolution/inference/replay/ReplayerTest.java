package com.aicashevolution.inference.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.inference.prediction.PredictionFixture;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayerTest {

  private final PredictionFixture fixture = new PredictionFixture();
  private final Replayer replayer = new Replayer(fixture.engine.resolver);

  @BeforeEach
  void serve() {
    fixture.importCandles("EURUSD", 500);
    fixture.serve("v20261101_020000", 1);
  }

  @AfterEach
  void close() {
    fixture.close();
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

  private Difference difference(JournalEntry tampered) {
    return ((ReplayResult.Different) replayer.replay(tampered)).first();
  }

  @Test
  void givesEveryAnswerAgain() {
    for (int rsi = 10; rsi < 90; rsi++) {
      JournalEntry entry = answered(rsi);
      assertThat(replayer.replay(entry)).isEqualTo(new ReplayResult.Identical(entry));
    }
  }

  @Test
  void givesAnAnswerAgainAfterItsVersionStoppedServing() {
    JournalEntry entry = answered(40);
    var next = fixture.engine.publish("v20261102_020000", ModelLine.GLOBAL, 2);
    fixture.engine.registry.set(ModelLine.GLOBAL, next.version(), null, null);
    fixture.engine.pool.refresh().join();
    assertThat(fixture.engine.pool.snapshot().find(entry.modelVersion())).isEmpty();

    assertThat(replayer.replay(entry)).isInstanceOf(ReplayResult.Identical.class);
    assertThat(fixture.engine.onDemand.size()).isEqualTo(1);
  }

  @Test
  void showsTheOneBitThatDiffers() {
    JournalEntry entry = answered(40);
    float buy = entry.probabilities().buy();
    int bits = Float.floatToRawIntBits(buy);
    Probabilities flipped =
        new Probabilities(
            entry.probabilities().sell(),
            entry.probabilities().hold(),
            Float.intBitsToFloat(bits ^ 1));

    Difference first = difference(new RowEdit(entry).probabilities(flipped));

    assertThat(first.field()).isEqualTo("probabilities");
    assertThat(first.index()).isEqualTo(Direction.BUY.ordinal());
    assertThat(first.journalledBits()).isEqualTo("%08x".formatted(bits ^ 1));
    assertThat(first.recomputedBits()).isEqualTo("%08x".formatted(bits));
    assertThat(first.firstBit()).isEqualTo(31);
  }

  @Test
  void noticesAChangedBitOfTheInput() {
    JournalEntry entry = answered(40);
    float[] window = entry.window().clone();
    window[339] = Float.intBitsToFloat(Float.floatToRawIntBits(window[339]) ^ (1 << 22));

    assertThat(difference(new RowEdit(entry).window(window)).field()).isEqualTo("probabilities");
  }

  @Test
  void noticesADecisionThatDoesNotFollow() {
    JournalEntry entry = answered(40);
    Direction other = entry.direction() == Direction.BUY ? Direction.SELL : Direction.BUY;

    assertThat(difference(new RowEdit(entry).direction(other)).field()).isEqualTo("direction");
    Difference confidence = difference(new RowEdit(entry).confidence(entry.confidence() + 0.01));
    assertThat(confidence.field()).isEqualTo("confidence");
    assertThat(confidence.recomputedBits())
        .isEqualTo("%016x".formatted(Double.doubleToRawLongBits(entry.confidence())));
  }

  @Test
  void takesTheDecisionUnderTheFactorOfItsRow() {
    JournalEntry entry = answered(40);

    Difference halved = difference(new RowEdit(entry).weightFactor(0.5));

    assertThat(halved.field()).isEqualTo("confidence");
    assertThat(Double.parseDouble(halved.recomputed())).isLessThan(0.51 * entry.confidence());
  }

  @Test
  void namesASchemaThatIsNotTheModels() {
    Difference schema = difference(new RowEdit(answered(40)).schemaHash("ab"));

    assertThat(schema.field()).isEqualTo("schema_hash");
    assertThat(schema.journalledBits()).isEqualTo("6162");
  }

  @Test
  void saysWhichValueOfARowIsDamaged() {
    JournalEntry entry = answered(40);
    float[] window = entry.window().clone();
    window[18] = Float.NaN;

    assertThat(replayer.replay(new RowEdit(entry).window(window)))
        .isInstanceOfSatisfying(
            ReplayResult.Damaged.class,
            damaged ->
                assertThat(damaged.why())
                    .isEqualTo("window row 1 feature 1 must be finite, was NaN"));
    assertThat(replayer.replay(new RowEdit(entry).window(new float[3])))
        .isInstanceOf(ReplayResult.Damaged.class);
    assertThat(replayer.replay(new RowEdit(entry).weightFactor(Double.NaN)))
        .isInstanceOf(ReplayResult.Damaged.class);
  }

  @Test
  void namesAMissingOrDamagedArtifact() {
    JournalEntry unknown = new RowEdit(answered(40)).version("v20200101_000000");
    assertThat(replayer.replay(unknown))
        .isEqualTo(
            new ReplayResult.NoModel(
                unknown, new LoadResult.Unknown(new ModelVersion("v20200101_000000"))));

    fixture.engine.publishDamaged("v20261103_020000", ModelLine.GLOBAL);
    ReplayResult damaged = replayer.replay(new RowEdit(unknown).version("v20261103_020000"));
    assertThat(damaged.sentence())
        .startsWith("the artifact of version v20261103_020000 cannot be trusted, ")
        .contains(Refusal.Reason.FILE_SIZE.name());
  }
}
