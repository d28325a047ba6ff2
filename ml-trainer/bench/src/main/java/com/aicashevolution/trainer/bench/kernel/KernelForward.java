package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.Softmax;

/** The serving kernel, as ml-inference calls it: logits, then softmax. */
final class KernelForward implements Forward {

  private final LstmForward network;
  private final LstmForward.Scratch scratch;
  private final float[] windows;
  private final float[] answers;
  private final int count;

  KernelForward(LstmParameters parameters, float[] windows) {
    this.network = LstmForward.of(parameters);
    this.windows = windows;
    this.count = windows.length / FeatureWindow.LENGTH;
    this.scratch = network.newScratch(count);
    this.answers = new float[count * LstmParameters.CLASSES];
  }

  @Override
  public float[] answer() {
    network.logits(windows, 0, count, answers, scratch);
    for (int at = 0; at < answers.length; at += LstmParameters.CLASSES) {
      Softmax.inPlace(answers, at, LstmParameters.CLASSES);
    }
    return answers;
  }

  @Override
  public void close() {
    // arrays only
  }
}
