package com.aicashevolution.trainer.backtest;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.publishing.PublishedModel;

/**
 * One network's calibrated answers, by the kernel that serves: bit for bit what {@code /predict}
 * would have said. Immutable, thread-safe.
 */
public final class Answers {

  private static final int BATCH = 256;

  private final LstmForward kernel;
  private final Standardizer standardizer;
  private final TemperatureScaling calibration;

  public Answers(
      LstmParameters parameters, Standardizer standardizer, TemperatureScaling calibration) {
    this.kernel = LstmForward.of(parameters);
    this.standardizer = standardizer;
    this.calibration = calibration;
  }

  public static Answers of(PublishedModel model) {
    return new Answers(
        model.parameters(), model.manifest().standardizer(), model.manifest().calibration());
  }

  /**
   * Answers to the windows that end at bars {@code [fromBar, toBar)}.
   *
   * @return probabilities, row-major {@code [toBar - fromBar, 3]}
   */
  public float[] of(FeatureMatrix matrix, int fromBar, int toBar) {
    int count = toBar - fromBar;
    float[] logits = new float[count * Direction.COUNT];
    float[] windows = new float[BATCH * FeatureWindow.LENGTH];
    float[] batch = new float[BATCH * Direction.COUNT];
    LstmForward.Scratch scratch = kernel.newScratch(BATCH);
    for (int at = 0; at < count; at += BATCH) {
      int n = Math.min(BATCH, count - at);
      for (int i = 0; i < n; i++) {
        standardizer.apply(
            matrix.values(),
            matrix.windowOffset(fromBar + at + i),
            windows,
            i * FeatureWindow.LENGTH,
            FeatureSchema.WINDOW_BARS);
      }
      kernel.logits(windows, 0, n, batch, scratch);
      System.arraycopy(batch, 0, logits, at * Direction.COUNT, n * Direction.COUNT);
    }
    return calibration.applyAll(logits);
  }
}
