package com.aicashevolution.lstm;

/**
 * A textbook LSTM layer (Hochreiter, Schmidhuber 1997; forget gate of Gers et al. 2000) in doubles,
 * forward only: the source of finite differences.
 */
final class DoubleLayer {

  final double[] x;
  final double[] inputWeights;
  final double[] recurrentWeights;
  final double[] bias;
  private final LayerExample example;

  DoubleLayer(LayerExample example) {
    this.example = example;
    this.x = doubles(example.x());
    this.inputWeights = doubles(example.inputWeights());
    this.recurrentWeights = doubles(example.recurrentWeights());
    this.bias = doubles(example.bias());
  }

  /** Hidden values, {@code [samples, units, steps]} column-major. */
  double[] hidden() {
    int samples = example.samples();
    int units = example.units();
    double[] h = new double[samples * units * example.steps()];
    double[] c = new double[samples * units];
    for (int t = 0; t < example.steps(); t++) {
      for (int s = 0; s < samples; s++) {
        for (int u = 0; u < units; u++) {
          int cell = s + samples * u;
          c[cell] =
              sigmoid(sum(h, t, s, units + u)) * c[cell]
                  + sigmoid(sum(h, t, s, 3 * units + u)) * Math.tanh(sum(h, t, s, u));
          h[s + samples * (u + units * t)] =
              sigmoid(sum(h, t, s, 2 * units + u)) * Math.tanh(c[cell]);
        }
      }
    }
    return h;
  }

  /** A loss whose gradient with respect to the hidden values is the example's epsilon. */
  double loss() {
    double[] h = hidden();
    double loss = 0;
    for (int i = 0; i < h.length; i++) {
      loss += h[i] * example.epsilon()[i];
    }
    return loss;
  }

  /** The loss's derivative with respect to {@code parameters[index]}, by central differences. */
  double derivative(double[] parameters, int index) {
    double step = 1e-5;
    double value = parameters[index];
    parameters[index] = value + step;
    double up = loss();
    parameters[index] = value - step;
    double down = loss();
    parameters[index] = value;
    return (up - down) / (2 * step);
  }

  private double sum(double[] h, int t, int s, int column) {
    int samples = example.samples();
    double sum = bias[column];
    for (int i = 0; i < example.inputs(); i++) {
      sum +=
          x[s + samples * (i + example.inputs() * t)] * inputWeights[i + example.inputs() * column];
    }
    for (int j = 0; t > 0 && j < example.units(); j++) {
      sum +=
          h[s + samples * (j + example.units() * (t - 1))]
              * recurrentWeights[j + example.units() * column];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
