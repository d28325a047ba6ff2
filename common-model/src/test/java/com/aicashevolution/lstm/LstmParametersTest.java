package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.List;
import org.junit.jupiter.api.Test;

class LstmParametersTest {

  private static final Dense CLASSES = dense(2, 3, Activation.SOFTMAX);

  @Test
  void acceptsLayersThatFit() {
    LstmParameters parameters =
        new LstmParameters(
            List.of(lstm(5, 4), lstm(4, 6)),
            List.of(new Affine(new float[6], new float[6]), dense(6, 2, Activation.RELU), CLASSES));
    assertThat(parameters.inputs()).isEqualTo(5);
  }

  @Test
  void refusesLayersThatDoNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LstmParameters(List.of(lstm(5, 4), lstm(3, 2)), List.of(CLASSES)))
        .withMessage("recurrent layer 1 must read the 4 values before it, reads 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LstmParameters(List.of(lstm(5, 4)), List.of(CLASSES)))
        .withMessage("head layer 0 must read the 4 values before it, reads 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LstmParameters(
                    List.of(lstm(5, 2)), List.of(new Affine(new float[3], new float[3]), CLASSES)))
        .withMessage("head layer 0 must read the 2 values before it, reads 3");
  }

  @Test
  void refusesANetworkWithoutRecurrentLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LstmParameters(List.of(), List.of(CLASSES)));
  }

  @Test
  void refusesAHeadThatDoesNotEndInThreeSoftmaxUnits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LstmParameters(List.of(lstm(5, 3)), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LstmParameters(List.of(lstm(5, 2)), List.of(dense(2, 4, Activation.SOFTMAX))))
        .withMessageContaining("3 units, ends with 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LstmParameters(List.of(lstm(5, 2)), List.of(dense(2, 3, Activation.RELU))))
        .withMessageContaining("only the last head layer may, and must, be softmax");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LstmParameters(
                    List.of(lstm(5, 2)), List.of(CLASSES, new Affine(new float[3], new float[3]))));
  }

  @Test
  void refusesArraysOfTheWrongLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lstm(2, 3, new float[24], new float[36], new float[11]))
        .withMessage("bias must have 12 values, had 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lstm(2, 0, new float[0], new float[0], new float[0]))
        .withMessage("units must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Affine(new float[2], new float[3]))
        .withMessage("shift must have 2 values, had 3");
  }

  private static Lstm lstm(int inputs, int units) {
    return new Lstm(
        inputs,
        units,
        new float[inputs * 4 * units],
        new float[units * 4 * units],
        new float[4 * units]);
  }

  private static Dense dense(int inputs, int units, Activation activation) {
    return new Dense(inputs, units, new float[inputs * units], new float[units], activation);
  }
}
