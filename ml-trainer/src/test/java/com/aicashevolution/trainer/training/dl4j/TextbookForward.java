package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;

/**
 * The network in double precision, one formula after the other: what the exported weights mean,
 * independent of the library that wrote them and of the kernel that serves them.
 */
final class TextbookForward {

  private TextbookForward() {}

  /** Softmax of one window, row-major {@code [steps, inputs]}. */
  static double[] softmax(LstmParameters network, float[] window, int offset, int steps) {
    double[][] sequence = new double[steps][network.recurrent().getFirst().inputs()];
    for (int t = 0; t < steps; t++) {
      for (int f = 0; f < sequence[t].length; f++) {
        sequence[t][f] = window[offset + t * sequence[t].length + f];
      }
    }
    for (Lstm lstm : network.recurrent()) {
      sequence = outputs(lstm, sequence);
    }
    double[] x = sequence[steps - 1];
    for (var layer : network.head()) {
      x =
          switch (layer) {
            case Affine affine -> affine(affine, x);
            case Dense dense -> dense(dense, x);
          };
    }
    return x;
  }

  /** Gers, Schmidhuber, Cummins 2000, without peepholes. */
  private static double[][] outputs(Lstm lstm, double[][] sequence) {
    int n = lstm.units();
    double[] h = new double[n];
    double[] c = new double[n];
    double[][] outputs = new double[sequence.length][];
    for (int t = 0; t < sequence.length; t++) {
      double[] a = new double[4 * n];
      for (int j = 0; j < 4 * n; j++) {
        a[j] = lstm.bias()[j];
        for (int i = 0; i < lstm.inputs(); i++) {
          a[j] += sequence[t][i] * lstm.inputWeights()[i * 4 * n + j];
        }
        for (int i = 0; i < n; i++) {
          a[j] += h[i] * lstm.recurrentWeights()[i * 4 * n + j];
        }
      }
      double[] next = new double[n];
      for (int u = 0; u < n; u++) {
        double block = Math.tanh(a[u]);
        double forget = sigmoid(a[n + u]);
        double output = sigmoid(a[2 * n + u]);
        double input = sigmoid(a[3 * n + u]);
        c[u] = forget * c[u] + input * block;
        next[u] = output * Math.tanh(c[u]);
      }
      h = next;
      outputs[t] = next;
    }
    return outputs;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] affine(Affine affine, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = affine.scale()[i] * x[i] + affine.shift()[i];
    }
    return y;
  }

  private static double[] dense(Dense dense, double[] x) {
    double[] y = new double[dense.units()];
    for (int j = 0; j < y.length; j++) {
      y[j] = dense.bias()[j];
      for (int i = 0; i < x.length; i++) {
        y[j] += x[i] * dense.weights()[i * y.length + j];
      }
    }
    if (dense.activation() == Activation.RELU) {
      for (int j = 0; j < y.length; j++) {
        y[j] = Math.max(0, y[j]);
      }
      return y;
    }
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.exp(y[j]);
      sum += y[j];
    }
    for (int j = 0; j < y.length; j++) {
      y[j] /= sum;
    }
    return y;
  }
}
