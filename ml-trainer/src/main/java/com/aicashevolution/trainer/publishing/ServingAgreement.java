package com.aicashevolution.trainer.publishing;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.signal.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the serving kernel is from the library that trained the network, on the same windows.
 *
 * @param windows how many were compared
 * @param maxDifference largest absolute difference of any probability
 */
public record ServingAgreement(int windows, double maxDifference) {

  /** Serving must answer what training saw, up to the rounding of float32. */
  public static final double TOLERANCE = 1e-6;

  /**
   * Compares softmax with softmax, uncalibrated.
   *
   * @param parameters as serving will read them
   * @param windows standardized, row-major {@code [n, 20, 17]}
   * @param reference the library's answers, row-major {@code [n, 3]}
   */
  public static ServingAgreement measure(
      LstmParameters parameters, float[] windows, float[] reference) {
    int count = windows.length / FeatureWindow.LENGTH;
    LstmForward kernel = LstmForward.of(parameters);
    float[] logits = new float[count * Direction.COUNT];
    kernel.logits(windows, 0, count, logits, kernel.newScratch(count));
    float[] probabilities = TemperatureScaling.NONE.applyAll(logits);
    double max = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double difference = Math.abs((double) probabilities[i] - reference[i]);
      // NaN is the largest difference there is.
      max = difference <= max ? max : difference;
    }
    return new ServingAgreement(count, max);
  }

  public boolean holds() {
    return windows > 0 && maxDifference <= TOLERANCE;
  }

  /** {@code count} of the windows, spread evenly, with the library's answers. */
  static List<GoldenVector> golden(int count, float[] windows, float[] reference) {
    int available = windows.length / FeatureWindow.LENGTH;
    int taken = Math.min(count, available);
    List<GoldenVector> golden = new ArrayList<>();
    for (int g = 0; g < taken; g++) {
      int i = g * available / taken;
      golden.add(
          new GoldenVector(
              Arrays.copyOfRange(windows, i * FeatureWindow.LENGTH, (i + 1) * FeatureWindow.LENGTH),
              Arrays.copyOfRange(reference, i * Direction.COUNT, (i + 1) * Direction.COUNT)));
    }
    return golden;
  }
}
