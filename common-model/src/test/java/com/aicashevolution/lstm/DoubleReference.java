package com.aicashevolution.lstm;

import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.Arrays;

/**
 * The network written from its textbook formulas in double precision (Gers, Schmidhuber, Cummins,
 * 2000), with Java's own exp and tanh: slow, and independent of the kernel.
 */
final class DoubleReference {

  private DoubleReference() {}

  static double[] logits(LstmParameters parameters, float[] windows, int offset, int timesteps) {
    int inputs = parameters.inputs();
    double[][] sequence = new double[timesteps][inputs];
    for (int t = 0; t < timesteps; t++) {
      for (int i = 0; i < inputs; i++) {
        sequence[t][i] = windows[offset + t * inputs + i];
      }
    }
    for (Lstm layer : parameters.recurrent()) {
      sequence = recurrent(layer, sequence);
    }
    double[] x = sequence[timesteps - 1];
    for (HeadLayer layer : parameters.head()) {
      x =
          switch (layer) {
            case Affine affine -> affine(affine, x);
            case Dense dense -> dense(dense, x);
          };
    }
    return x;
  }

  static double[] softmax(double[] logits) {
    double sum = Arrays.stream(logits).map(Math::exp).sum();
    return Arrays.stream(logits).map(v -> Math.exp(v) / sum).toArray();
  }

  private static double[][] recurrent(Lstm layer, double[][] sequence) {
    int units = layer.units();
    double[] h = new double[units];
    double[] c = new double[units];
    double[][] out = new double[sequence.length][];
    for (int t = 0; t < sequence.length; t++) {
      double[] next = new double[units];
      for (int u = 0; u < units; u++) {
        double a = Math.tanh(sum(layer, u, sequence[t], h));
        double f = sigmoid(sum(layer, units + u, sequence[t], h));
        double o = sigmoid(sum(layer, 2 * units + u, sequence[t], h));
        double i = sigmoid(sum(layer, 3 * units + u, sequence[t], h));
        c[u] = f * c[u] + i * a;
        next[u] = o * Math.tanh(c[u]);
      }
      h = next;
      out[t] = next;
    }
    return out;
  }

  private static double sum(Lstm layer, int column, double[] x, double[] h) {
    int columns = LstmParameters.GATES * layer.units();
    double z = layer.bias()[column];
    for (int i = 0; i < x.length; i++) {
      z += x[i] * layer.inputWeights()[i * columns + column];
    }
    for (int j = 0; j < h.length; j++) {
      z += h[j] * layer.recurrentWeights()[j * columns + column];
    }
    return z;
  }

  private static double[] affine(Affine layer, double[] x) {
    double[] y = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      y[j] = layer.scale()[j] * x[j] + layer.shift()[j];
    }
    return y;
  }

  private static double[] dense(Dense layer, double[] x) {
    double[] y = new double[layer.units()];
    for (int j = 0; j < y.length; j++) {
      y[j] = layer.bias()[j];
      for (int i = 0; i < x.length; i++) {
        y[j] += x[i] * layer.weights()[i * y.length + j];
      }
      if (layer.activation() == LstmParameters.Activation.RELU) {
        y[j] = Math.max(0, y[j]);
      }
    }
    return y;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
