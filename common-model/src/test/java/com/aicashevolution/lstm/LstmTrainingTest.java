package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients against finite differences of a textbook layer in doubles, vectors against their twin.
 */
class LstmTrainingTest {

  @ParameterizedTest(name = "{0} samples, {1} inputs, {2} units, {3} steps")
  @CsvSource({
    "1, 1, 1, 1",
    "1, 1, 1, 5",
    "2, 3, 2, 4",
    "3, 17, 5, 3",
    "65, 2, 9, 2",
    "5, 4, 17, 3",
  })
  void computesTheGradientsThatFiniteDifferencesShow(
      int samples, int inputs, int units, int steps) {
    LayerExample example = LayerExample.random(samples + 7L, samples, inputs, units, steps);
    LayerGradients gradients = LayerGradients.of(new PlainTraining(), example);
    DoubleLayer textbook = new DoubleLayer(example);

    assertDerivatives(textbook, textbook.inputWeights, gradients.inputWeights());
    assertDerivatives(textbook, textbook.recurrentWeights, gradients.recurrentWeights());
    assertDerivatives(textbook, textbook.bias, gradients.bias());
    assertDerivatives(textbook, textbook.x, gradients.epsilonBelow());
  }

  /** All derivatives of small arrays, a sample of those of large ones. */
  private static void assertDerivatives(DoubleLayer textbook, double[] values, float[] gradient) {
    int stride = 1 + values.length / 60;
    double largest = 0;
    for (float g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    for (int i = 0; i < values.length; i += stride) {
      assertThat((double) gradient[i])
          .isCloseTo(textbook.derivative(values, i), within(1e-7 + 3e-6 * largest));
    }
  }

  @ParameterizedTest(name = "{0} samples, {1} inputs, {2} units, {3} steps")
  @CsvSource({
    "1, 1, 1, 1",
    "2, 2, 3, 2",
    "15, 3, 7, 3",
    "16, 7, 8, 2",
    "17, 8, 9, 3",
    "63, 9, 31, 2",
    "64, 17, 33, 4",
    "65, 31, 16, 3",
    "200, 17, 24, 3",
    "3, 64, 32, 20",
  })
  void givesTheTwinsBitsInEveryWidth(int samples, int inputs, int units, int steps) {
    assertSameBits(LayerExample.random(samples, samples, inputs, units, steps));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1e-30f, 1e-6f, 30, 1e3f, 1e30f})
  void givesTheTwinsBitsForExtremeSums(float factor) {
    assertSameBits(LayerExample.random(5, 20, 5, 9, 4).scaled(factor));
  }

  private static void assertSameBits(LayerExample example) {
    LayerGradients twin = LayerGradients.of(new PlainTraining(), example);
    assertThat(twin.inputWeights()).doesNotContain(Float.NaN);
    for (ForcedSpecies lanes : ForcedSpecies.ALL) {
      LayerGradients vector = LayerGradients.of(lanes.training(), example);
      assertSameBits(lanes, vector.hidden(), twin.hidden());
      assertSameBits(lanes, vector.inputWeights(), twin.inputWeights());
      assertSameBits(lanes, vector.recurrentWeights(), twin.recurrentWeights());
      assertSameBits(lanes, vector.bias(), twin.bias());
      assertSameBits(lanes, vector.epsilonBelow(), twin.epsilonBelow());
    }
  }

  private static void assertSameBits(ForcedSpecies lanes, float[] actual, float[] expected) {
    assertThat(lanes.training().lanes()).isEqualTo(lanes.lanes());
    assertThat(bits(actual)).as("%d lanes", lanes.lanes()).containsExactly(bits(expected));
  }

  /** The head of this network passes the first three hidden values of the last step through. */
  @Test
  void computesTheHiddenValuesOfTheServingKernelToTheBit() {
    int inputs = 17;
    int units = 24;
    int steps = 20;
    int samples = 70;
    LayerExample example = LayerExample.random(3, samples, inputs, units, steps);
    float[] identity = new float[units * 3];
    for (int i = 0; i < 3; i++) {
      identity[i * 3 + i] = 1;
    }
    LstmParameters network =
        new LstmParameters(
            List.of(
                new Lstm(
                    inputs,
                    units,
                    rowMajor(example.inputWeights(), inputs, 4 * units),
                    rowMajor(example.recurrentWeights(), units, 4 * units),
                    example.bias())),
            List.of(new Dense(units, 3, identity, new float[3], Activation.SOFTMAX)));
    float[] windows = new float[samples * steps * inputs];
    for (int s = 0; s < samples; s++) {
      for (int t = 0; t < steps; t++) {
        for (int i = 0; i < inputs; i++) {
          windows[(s * steps + t) * inputs + i] = example.x()[s + samples * (i + inputs * t)];
        }
      }
    }
    LstmForward serving = LstmForward.of(network, steps);
    float[] logits = new float[samples * 3];
    serving.logits(windows, 0, samples, logits, serving.newScratch(samples));

    float[] hidden = LayerGradients.of(new LstmTraining(inputs, units, steps), example).hidden();
    for (int s = 0; s < samples; s++) {
      for (int unit = 0; unit < 3; unit++) {
        assertThat(hidden[s + samples * (unit + units * (steps - 1))])
            .isEqualTo(logits[3 * s + unit]);
      }
    }
  }

  private static float[] rowMajor(float[] columnMajor, int rows, int columns) {
    float[] values = new float[columnMajor.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = columnMajor[r + rows * c];
      }
    }
    return values;
  }

  @Test
  void aMinibatchLeavesNoTraceInTheNext() {
    LayerExample large = LayerExample.random(1, 130, 17, 12, 5);
    LayerExample small = LayerExample.random(2, 9, 17, 12, 5);
    LstmTraining used = new LstmTraining(17, 12, 5);
    LayerGradients.of(used, large);
    LayerGradients afterwards = LayerGradients.of(used, small);
    LayerGradients fresh = LayerGradients.of(new LstmTraining(17, 12, 5), small);
    assertThat(afterwards).usingRecursiveComparison().isEqualTo(fresh);
  }

  @Test
  void gradientsOfTwoHalvesAddUpToThoseOfTheWhole() {
    LayerExample whole = LayerExample.random(8, 128, 3, 4, 2);
    float[] sum = new float[3 * 16];
    for (int half = 0; half < 2; half++) {
      LayerExample part = half(whole, half);
      float[] gradient = LayerGradients.of(new PlainTraining(), part).inputWeights();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient[i];
      }
    }
    float[] together = LayerGradients.of(new PlainTraining(), whole).inputWeights();
    for (int i = 0; i < sum.length; i++) {
      assertThat(together[i]).isCloseTo(sum[i], within(1e-4f));
    }
  }

  private static LayerExample half(LayerExample whole, int half) {
    int n = whole.samples() / 2;
    return new LayerExample(
        n,
        whole.inputs(),
        whole.units(),
        whole.steps(),
        samples(whole.x(), whole.samples(), half * n, n),
        whole.inputWeights(),
        whole.recurrentWeights(),
        whole.bias(),
        samples(whole.epsilon(), whole.samples(), half * n, n));
  }

  private static float[] samples(float[] values, int samples, int from, int count) {
    float[] taken = new float[values.length / samples * count];
    for (int column = 0; column < values.length / samples; column++) {
      System.arraycopy(values, column * samples + from, taken, column * count, count);
    }
    return taken;
  }

  @Test
  void refusesToGoBackWithoutHavingGoneForward() {
    LstmTraining training = new LstmTraining(2, 3, 4);
    LayerExample example = LayerExample.random(1, 5, 2, 3, 4);
    LayerGradients.of(training, example);
    assertThat(training.keptSamples()).isZero();
    float[] ignored = new float[0];
    assertThatThrownBy(
            () -> training.backward(example.epsilon(), ignored, ignored, ignored, ignored))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forward pass");
  }

  @Test
  void refusesArraysOfAnotherSize() {
    LstmTraining training = new LstmTraining(2, 3, 4);
    float[] h = new float[60];
    assertThatThrownBy(() -> training.forward(new float[41], 5, h))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x must have 40 values, has 41");
    assertThatThrownBy(() -> training.setWeights(new float[24], new float[36], new float[11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bias must have 12 values, has 11");
    assertThatThrownBy(() -> new LstmTraining(2, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("were 2, 0, 4");
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
