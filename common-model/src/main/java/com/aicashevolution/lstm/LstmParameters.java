package com.aicashevolution.lstm;

import java.util.List;

/**
 * Weights of a published network: recurrent layers, of which the last hands on its last step, then
 * the head. Arrays are row-major and treated as immutable.
 *
 * @param recurrent at least one
 * @param head ends with a dense softmax layer of three units
 */
public record LstmParameters(List<Lstm> recurrent, List<HeadLayer> head) {

  public LstmParameters {
    recurrent = List.copyOf(recurrent);
    head = List.copyOf(head);
  }

  /** Gates per unit, in DL4J's column order: block input (tanh), forget, output, input. */
  public static final int GATES = 4;

  /**
   * One LSTM layer without peepholes (Gers, Schmidhuber, Cummins, 2000).
   *
   * @param inputs features per step
   * @param units cells
   * @param inputWeights {@code [inputs, 4 * units]}
   * @param recurrentWeights {@code [units, 4 * units]}
   * @param bias {@code [4 * units]}
   */
  public record Lstm(
      int inputs, int units, float[] inputWeights, float[] recurrentWeights, float[] bias) {

    public Lstm {
      requireLength("inputWeights", inputWeights, inputs * GATES * units);
      requireLength("recurrentWeights", recurrentWeights, units * GATES * units);
      requireLength("bias", bias, GATES * units);
    }
  }

  /** A layer after the last step. */
  public sealed interface HeadLayer {}

  /**
   * Batch normalisation with its running statistics already folded: {@code y = scale · x + shift}.
   *
   * @param scale one factor per unit
   * @param shift one summand per unit
   */
  public record Affine(float[] scale, float[] shift) implements HeadLayer {

    public Affine {
      requireLength("shift", shift, scale.length);
    }
  }

  /**
   * Fully connected layer.
   *
   * @param weights {@code [inputs, units]}
   * @param bias {@code [units]}
   */
  public record Dense(int inputs, int units, float[] weights, float[] bias, Activation activation)
      implements HeadLayer {

    public Dense {
      requireLength("weights", weights, inputs * units);
      requireLength("bias", bias, units);
    }
  }

  /** What follows a dense layer's sum. */
  public enum Activation {
    RELU,
    SOFTMAX
  }

  private static void requireLength(String name, float[] array, int length) {
    if (array.length != length) {
      throw new IllegalArgumentException(
          name + " must have " + length + " values, had " + array.length);
    }
  }
}
