package com.aicashevolution.lstm;

import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Networks and windows with the magnitudes of trained ones, a function of the seed. */
public final class RandomNetworks {

  private final RandomGenerator random;

  public RandomNetworks(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Stacked layers of {@code units}, then dense ReLU of {@code hidden}, then three classes. */
  public LstmParameters network(int inputs, List<Integer> units, boolean batchNorm, int hidden) {
    List<Lstm> recurrent = new ArrayList<>();
    int width = inputs;
    for (int u : units) {
      recurrent.add(lstm(width, u));
      width = u;
    }
    List<HeadLayer> head = new ArrayList<>();
    if (batchNorm) {
      head.add(new Affine(uniform(width, 1.5), uniform(width, 0.5)));
    }
    head.add(dense(width, hidden, Activation.RELU));
    head.add(dense(hidden, LstmParameters.CLASSES, Activation.SOFTMAX));
    return new LstmParameters(recurrent, head);
  }

  /** Standard normal features, clipped as the standardizer does. */
  public float[] windows(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) Math.clamp(random.nextGaussian(), -5, 5);
    }
    return values;
  }

  private Lstm lstm(int inputs, int units) {
    int columns = LstmParameters.GATES * units;
    double glorot = Math.sqrt(6.0 / (inputs + units));
    return new Lstm(
        inputs,
        units,
        uniform(inputs * columns, glorot),
        uniform(units * columns, glorot),
        uniform(columns, 1));
  }

  private Dense dense(int inputs, int units, Activation activation) {
    double glorot = Math.sqrt(6.0 / (inputs + units));
    return new Dense(
        inputs, units, uniform(inputs * units, glorot), uniform(units, 0.3), activation);
  }

  private float[] uniform(int length, double bound) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return values;
  }
}
