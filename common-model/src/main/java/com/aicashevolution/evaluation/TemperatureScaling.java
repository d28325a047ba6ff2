package com.aicashevolution.evaluation;

import com.aicashevolution.lstm.Softmax;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;

/**
 * Calibration by one number: {@code softmax(logits / temperature)} (Guo, Pleiss, Sun, Weinberger,
 * 2017, On Calibration of Modern Neural Networks). It never changes which class is the most
 * probable.
 *
 * @param temperature &gt; 0; 1 leaves the probabilities alone, more flattens them
 */
public record TemperatureScaling(double temperature) {

  /** Leaves probabilities as they are. */
  public static final TemperatureScaling NONE = new TemperatureScaling(1);

  public TemperatureScaling {
    if (!(temperature > 0 && temperature < 1e6)) {
      throw new IllegalArgumentException("temperature must be in (0, 1e6), was " + temperature);
    }
  }

  /**
   * The temperature that minimises the negative log-likelihood of {@code labels}; the same number
   * on every machine. Must be fitted on rows the network was not trained on.
   *
   * @param logits row-major {@code [labels.length, 3]}
   * @param labels class indices, at least one
   */
  public static TemperatureScaling fit(float[] logits, int[] labels) {
    return new TemperatureScaling(TemperatureFit.temperature(logits, labels));
  }

  /** Calibrated probabilities of the three logits at {@code offset}. Thread-safe. */
  public Probabilities apply(float[] logits, int offset) {
    float[] values = new float[Direction.COUNT];
    scale(logits, offset, values, 0);
    return Probabilities.of(values);
  }

  /** Calibrated probabilities of all rows of {@code logits}, the same bits as one by one. */
  public float[] applyAll(float[] logits) {
    float[] probabilities = new float[logits.length];
    for (int at = 0; at < logits.length; at += Direction.COUNT) {
      scale(logits, at, probabilities, at);
    }
    return probabilities;
  }

  private void scale(float[] logits, int offset, float[] target, int at) {
    for (int k = 0; k < Direction.COUNT; k++) {
      target[at + k] = (float) (logits[offset + k] / temperature);
    }
    Softmax.inPlace(target, at, Direction.COUNT);
  }
}
