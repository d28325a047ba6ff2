package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.lstm.LstmForward.Scratch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LstmForwardTest {

  private static final int STEPS = 20;
  private static final int FEATURES = 17;
  private static final int WINDOWS = 30;

  private final RandomNetworks random = new RandomNetworks(5);
  private final LstmForward published =
      LstmForward.of(random.network(FEATURES, List.of(64, 32), false, 16));

  @Test
  void agreesWithDoublePrecisionOnThePublishedArchitecture() {
    for (boolean batchNorm : new boolean[] {false, true}) {
      LstmParameters parameters = random.network(FEATURES, List.of(64, 32), batchNorm, 16);
      LstmForward forward = LstmForward.of(parameters);
      float[] windows = random.windows(WINDOWS * forward.windowLength());
      float[] logits = new float[WINDOWS * LstmParameters.CLASSES];
      forward.logits(windows, 0, WINDOWS, logits, forward.newScratch(WINDOWS));
      for (int n = 0; n < WINDOWS; n++) {
        double[] expected =
            DoubleReference.logits(parameters, windows, n * forward.windowLength(), STEPS);
        float[] probabilities = Arrays.copyOfRange(logits, 3 * n, 3 * n + 3);
        Softmax.inPlace(probabilities, 0, 3);
        double[] expectedProbabilities = DoubleReference.softmax(expected);
        for (int k = 0; k < LstmParameters.CLASSES; k++) {
          assertThat((double) logits[3 * n + k]).isCloseTo(expected[k], within(5e-6));
          assertThat((double) probabilities[k]).isCloseTo(expectedProbabilities[k], within(1e-6));
        }
      }
    }
  }

  @Test
  void takesItsShapeFromTheNetworkAndTheSchema() {
    assertThat(published.timesteps()).isEqualTo(STEPS);
    assertThat(published.inputs()).isEqualTo(FEATURES);
    assertThat(published.windowLength()).isEqualTo(STEPS * FEATURES);
  }

  @Test
  void refusesWindowsThatAreTooShort() {
    Scratch scratch = published.newScratch(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[679], 0, 2, new float[6], scratch))
        .withMessageContaining("2 windows of 20 x 17 from offset 0, has 679");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[680], 1, 2, new float[6], scratch))
        .withMessageContaining("offset 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[680], -1, 1, new float[6], scratch));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[680], 0, -1, new float[6], scratch));
  }

  @Test
  void refusesTooLittleRoomForTheLogits() {
    Scratch scratch = published.newScratch(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[680], 0, 2, new float[5], scratch))
        .withMessageContaining("2 x 3 values, has 5");
  }

  @Test
  void refusesMoreWindowsThanTheScratchWasMadeFor() {
    Scratch scratch = published.newScratch(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[680], 0, 2, new float[6], scratch))
        .withMessageContaining("count must be <= 1")
        .withMessageContaining("was 2");
  }

  @Test
  void refusesAnotherNetworksScratch() {
    LstmForward other = LstmForward.of(random.network(FEATURES, List.of(8), false, 4));
    Scratch foreign = other.newScratch(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> published.logits(new float[340], 0, 1, new float[3], foreign))
        .withMessageContaining("another network");
  }

  @Test
  void notANumberInAWindowComesOutAsNotANumber() {
    float[] windows = random.windows(published.windowLength());
    windows[7] = Float.NaN;
    float[] logits = new float[3];
    published.logits(windows, 0, 1, logits, published.newScratch(1));
    assertThat(logits[0]).isNaN();
    assertThat(logits[1]).isNaN();
    assertThat(logits[2]).isNaN();
  }

  @Test
  void anEmptyBatchTouchesNothing() {
    float[] logits = {7};
    published.logits(new float[0], 0, 0, logits, published.newScratch(1));
    assertThat(logits[0]).isEqualTo(7);
  }
}
