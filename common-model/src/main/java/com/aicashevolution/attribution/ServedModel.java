package com.aicashevolution.attribution;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;

/**
 * The calibrated class probabilities SELL, HOLD, BUY that the serving kernel gives standardized
 * windows: what is explained is what was served. One per thread.
 */
public final class ServedModel implements AttributedModel {

  private final LstmForward network;
  private final TemperatureScaling calibration;
  private final LstmForward.Scratch scratch;
  private final int maxBatch;
  private final float[] logits;

  public ServedModel(LstmForward network, TemperatureScaling calibration) {
    this.network = network;
    this.calibration = calibration;
    this.maxBatch = ShapleyAttribution.BATCH;
    this.scratch = network.newScratch(maxBatch);
    this.logits = new float[maxBatch * LstmParameters.CLASSES];
  }

  @Override
  public int outputs() {
    return LstmParameters.CLASSES;
  }

  @Override
  public void evaluate(float[] windows, int count, double[] answers) {
    for (int from = 0; from < count; from += maxBatch) {
      int batch = Math.min(maxBatch, count - from);
      network.logits(windows, from * network.windowLength(), batch, logits, scratch);
      float[] probabilities = calibration.applyAll(logits);
      for (int i = 0; i < batch * LstmParameters.CLASSES; i++) {
        answers[from * LstmParameters.CLASSES + i] = probabilities[i];
      }
    }
  }
}
