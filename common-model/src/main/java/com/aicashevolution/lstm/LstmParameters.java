package com.aicashevolution.lstm;

import java.util.List;

/**
 * Weights of a published network: recurrent layers, of which the last hands on its last step, then
 * the head. Arrays are row-major and treated as immutable.
 *
 * <p>The constructors check every length and that each layer reads what the one before it writes,
 * so that a network that exists can be computed.
 *
 * @param recurrent at least one
 * @param head ends with a dense softmax layer of three units, and with no other softmax before it
 */
public record LstmParameters(List<Lstm> recurrent, List<HeadLayer> head) {

  /** Gates per unit, in DL4J's column order: block input (tanh), forget, output, input. */
  public static final int GATES = 4;

  /** Classes of every published network: SELL, HOLD, BUY. */
  public static final int CLASSES = 3;

  public LstmParameters {
    recurrent = List.copyOf(recurrent);
    head = List.copyOf(head);
    if (recurrent.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one recurrent layer, had 0");
    }
    int width = recurrent.getFirst().inputs();
    for (int i = 0; i < recurrent.size(); i++) {
      requireInputs("recurrent layer " + i, recurrent.get(i).inputs(), width);
      width = recurrent.get(i).units();
    }
    for (int i = 0; i < head.size(); i++) {
      boolean last = i == head.size() - 1;
      switch (head.get(i)) {
        case Affine affine -> requireInputs("head layer " + i, affine.scale().length, width);
        case Dense dense -> {
          requireInputs("head layer " + i, dense.inputs(), width);
          width = dense.units();
          if ((dense.activation() == Activation.SOFTMAX) != last) {
            throw new IllegalArgumentException(
                "only the last head layer may, and must, be softmax; head layer "
                    + i
                    + " of "
                    + head.size()
                    + " is "
                    + dense.activation());
          }
        }
      }
    }
    if (head.isEmpty() || !(head.getLast() instanceof Dense) || width != CLASSES) {
      throw new IllegalArgumentException(
          "the head must end with a dense softmax layer of "
              + CLASSES
              + " units, ends with "
              + width);
    }
  }

  /** Features of one step. */
  public int inputs() {
    return recurrent.getFirst().inputs();
  }

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
      requirePositive("inputs", inputs);
      requirePositive("units", units);
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
      requirePositive("units", scale.length);
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
      requirePositive("inputs", inputs);
      requirePositive("units", units);
      requireLength("weights", weights, inputs * units);
      requireLength("bias", bias, units);
    }
  }

  /** What follows a dense layer's sum. */
  public enum Activation {
    RELU,
    SOFTMAX
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + value);
    }
  }

  private static void requireLength(String name, float[] array, int length) {
    if (array.length != length) {
      throw new IllegalArgumentException(
          name + " must have " + length + " values, had " + array.length);
    }
  }

  private static void requireInputs(String layer, int inputs, int width) {
    if (inputs != width) {
      throw new IllegalArgumentException(
          layer + " must read the " + width + " values before it, reads " + inputs);
    }
  }
}
