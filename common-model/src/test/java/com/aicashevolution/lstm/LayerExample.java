package com.aicashevolution.lstm;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A layer, a minibatch and the gradient of a loss with respect to its hidden values, column-major,
 * a function of the seed.
 */
record LayerExample(
    int samples,
    int inputs,
    int units,
    int steps,
    float[] x,
    float[] inputWeights,
    float[] recurrentWeights,
    float[] bias,
    float[] epsilon) {

  static LayerExample random(long seed, int samples, int inputs, int units, int steps) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double glorot = Math.sqrt(6.0 / (inputs + units));
    return new LayerExample(
        samples,
        inputs,
        units,
        steps,
        uniform(random, samples * inputs * steps, 2),
        uniform(random, inputs * 4 * units, glorot),
        uniform(random, units * 4 * units, glorot),
        uniform(random, 4 * units, 1),
        uniform(random, samples * units * steps, 1));
  }

  /** The same layer with everything that enters it scaled. */
  LayerExample scaled(float factor) {
    float[] larger = x.clone();
    for (int i = 0; i < larger.length; i++) {
      larger[i] *= factor;
    }
    return new LayerExample(
        samples, inputs, units, steps, larger, inputWeights, recurrentWeights, bias, epsilon);
  }

  private static float[] uniform(RandomGenerator random, int length, double bound) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return values;
  }
}
