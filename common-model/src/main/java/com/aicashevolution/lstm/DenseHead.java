package com.aicashevolution.lstm;

import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;

/** The layers after the last step, up to the logits; under a thousandth of the arithmetic. */
final class DenseHead {

  private final HeadLayer[] layers;
  private final int widest;

  DenseHead(LstmParameters parameters) {
    layers = parameters.head().toArray(HeadLayer[]::new);
    int width = parameters.recurrent().getLast().units();
    for (HeadLayer layer : layers) {
      if (layer instanceof Dense dense) {
        width = Math.max(width, dense.units());
      }
    }
    widest = width;
  }

  /** Floats of working memory {@link #logits} needs. */
  int bufferLength() {
    return 2 * widest;
  }

  /** Computes the logits of one window from the last hidden values at {@code h[hOffset]}. */
  void logits(float[] h, int hOffset, float[] logits, int logitsOffset, float[] buffer) {
    float[] source = h;
    int from = hOffset;
    int to = 0;
    for (int i = 0; i < layers.length - 1; i++) {
      switch (layers[i]) {
        case Affine affine -> affine(affine, source, from, buffer, to);
        case Dense dense -> {
          dense(dense, source, from, buffer, to);
          rectify(buffer, to, dense.units());
        }
      }
      source = buffer;
      from = to;
      to = widest - to;
    }
    dense((Dense) layers[layers.length - 1], source, from, logits, logitsOffset);
  }

  private static void affine(Affine layer, float[] x, int xOffset, float[] y, int yOffset) {
    float[] scale = layer.scale();
    float[] shift = layer.shift();
    for (int j = 0; j < scale.length; j++) {
      y[yOffset + j] = Math.fma(scale[j], x[xOffset + j], shift[j]);
    }
  }

  private static void dense(Dense layer, float[] x, int xOffset, float[] y, int yOffset) {
    int units = layer.units();
    System.arraycopy(layer.bias(), 0, y, yOffset, units);
    for (int i = 0; i < layer.inputs(); i++) {
      addScaled(x[xOffset + i], layer.weights(), i * units, y, yOffset, units);
    }
  }

  /** {@code y += factor · row}, fused; the inner loop every plain product is made of. */
  static void addScaled(
      float factor, float[] rows, int rowOffset, float[] y, int yOffset, int length) {
    for (int j = 0; j < length; j++) {
      y[yOffset + j] = Math.fma(factor, rows[rowOffset + j], y[yOffset + j]);
    }
  }

  private static void rectify(float[] y, int offset, int units) {
    for (int j = offset; j < offset + units; j++) {
      // not Math.max: NaN must not pass for 0
      y[j] = y[j] < 0 ? 0 : y[j];
    }
  }
}
