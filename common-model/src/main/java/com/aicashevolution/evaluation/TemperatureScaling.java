package com.aicashevolution.evaluation;

/**
 * Calibration by one number: {@code softmax(logits / temperature)} (Guo, Pleiss, Sun, Weinberger,
 * 2017).
 *
 * @param temperature &gt; 0; 1 leaves the probabilities alone
 */
public record TemperatureScaling(double temperature) {

  /** Leaves probabilities as they are. */
  public static final TemperatureScaling NONE = new TemperatureScaling(1);

  public TemperatureScaling {
    if (!(temperature > 0 && temperature < 1e6)) {
      throw new IllegalArgumentException("temperature must be in (0, 1e6), was " + temperature);
    }
  }
}
