package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.signal.Direction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes class weights back out of what a network says. A loss that counts errors on class {@code c}
 * {@code w_c} times is least at {@code q_c ∝ w_c p_c} (Elkan, 2001, The Foundations of
 * Cost-Sensitive Learning), so rare classes would be answered more often than they come true, and
 * no temperature mends that. With {@code ln w_c} less on the output layer's biases the network
 * looks for rare classes as hard as it was told to and still says {@code p}.
 */
final class ClassPriors {

  private ClassPriors() {}

  /** Lets the network say what the weighted loss wants to hear; the opposite of the other. */
  static void skew(MultiLayerNetwork network, float[] classWeights) {
    shift(network, classWeights, 1);
  }

  /** Lets a network that was fitted by the weighted loss say how often each class comes true. */
  static void restore(MultiLayerNetwork network, float[] classWeights) {
    shift(network, classWeights, -1);
  }

  private static void shift(MultiLayerNetwork network, float[] classWeights, int sign) {
    INDArray biases = network.getOutputLayer().getParam("b");
    for (int c = 0; c < Direction.COUNT; c++) {
      biases.putScalar(c, (float) (biases.getDouble(c) + sign * Math.log(classWeights[c])));
    }
  }

  /**
   * The probability of class {@code wanted} that a network still in the making will say when it is
   * restored.
   *
   * @param skewed row-major {@code [n, 3]}
   * @param row which of them
   */
  static double restored(float[] skewed, int row, int wanted, float[] classWeights) {
    double sum = 0;
    for (int c = 0; c < Direction.COUNT; c++) {
      sum += skewed[row * Direction.COUNT + c] / (double) classWeights[c];
    }
    return skewed[row * Direction.COUNT + wanted] / classWeights[wanted] / sum;
  }
}
