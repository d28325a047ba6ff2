package com.aicashevolution.trainer.training;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.SampleSet;

/** Scores samples with the kernel that will serve them: what is judged is what answers later. */
public final class KernelScores {

  private static final int BATCH = 256;

  private KernelScores() {}

  /** Logits of every sample, row-major {@code [samples.size(), 3]}. */
  public static float[] logits(
      LstmParameters parameters, SampleSet samples, Standardizer standardizer) {
    LstmForward kernel = LstmForward.of(parameters);
    LstmForward.Scratch scratch = kernel.newScratch(BATCH);
    float[] windows = new float[BATCH * FeatureWindow.LENGTH];
    float[] batchLogits = new float[BATCH * Direction.COUNT];
    float[] logits = new float[samples.size() * Direction.COUNT];
    for (int from = 0; from < samples.size(); from += BATCH) {
      int count = Math.min(BATCH, samples.size() - from);
      for (int i = 0; i < count; i++) {
        samples.copyWindow(from + i, standardizer, windows, i * FeatureWindow.LENGTH);
      }
      kernel.logits(windows, 0, count, batchLogits, scratch);
      System.arraycopy(batchLogits, 0, logits, from * Direction.COUNT, count * Direction.COUNT);
    }
    return logits;
  }
}
