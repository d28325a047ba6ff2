package com.aicashevolution.inference.cli;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.signal.Direction;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What this virtual machine's kernel answers to drawn windows: in batches, and each window alone.
 * Not thread-safe.
 */
final class KernelExamination {

  /** Floats of one window in the output: logits, then calibrated probabilities. */
  static final int FLOATS = 2 * Direction.COUNT;

  /** As many windows at once as there are symbols by default. */
  private static final int BATCH = 26;

  private final LstmForward network;
  private final ModelManifest manifest;

  KernelExamination(LstmParameters parameters, ModelManifest manifest) {
    this.network = LstmForward.of(parameters);
    this.manifest = manifest;
  }

  /**
   * What was found.
   *
   * @param alike windows that had the same bits alone as in their batch
   * @param windowsSha256 of all windows
   */
  record Result(long windows, long alike, String windowsSha256) {}

  /**
   * Answers {@code count} windows.
   *
   * @param out receives {@value #FLOATS} floats a window
   * @param progress is told how many windows are done
   */
  Result answer(long count, long seed, DataOutputStream out, LongConsumer progress)
      throws IOException {
    DrawnWindows drawn = new DrawnWindows(seed, (float) manifest.standardizer().clip());
    LstmForward.Scratch scratch = network.newScratch(BATCH);
    float[] windows = new float[BATCH * FeatureWindow.LENGTH];
    float[] logits = new float[BATCH * Direction.COUNT];
    float[] alone = new float[Direction.COUNT];
    long alike = 0;
    for (long done = 0; done < count; ) {
      int n = (int) Math.min(BATCH, count - done);
      drawn.next(windows, n * FeatureWindow.LENGTH);
      network.logits(windows, 0, n, logits, scratch);
      float[] probabilities = manifest.calibration().applyAll(logits);
      for (int i = 0; i < n; i++) {
        network.logits(windows, i * FeatureWindow.LENGTH, 1, alone, scratch);
        alike += sameBits(alone, logits, i * Direction.COUNT) ? 1 : 0;
        write(logits, i * Direction.COUNT, out);
        write(probabilities, i * Direction.COUNT, out);
      }
      done += n;
      progress.accept(done);
    }
    return new Result(count, alike, drawn.sha256());
  }

  private static boolean sameBits(float[] alone, float[] all, int offset) {
    for (int k = 0; k < Direction.COUNT; k++) {
      if (Float.floatToRawIntBits(alone[k]) != Float.floatToRawIntBits(all[offset + k])) {
        return false;
      }
    }
    return true;
  }

  private static void write(float[] values, int offset, DataOutputStream out) throws IOException {
    for (int k = 0; k < Direction.COUNT; k++) {
      out.writeInt(Float.floatToRawIntBits(values[offset + k]));
    }
  }

  /**
   * Largest difference between a probability of this kernel and DL4J's over all golden vectors; NaN
   * if an answer is not a number.
   */
  double goldenError() {
    List<GoldenVector> golden = manifest.golden();
    LstmForward.Scratch scratch = network.newScratch(1);
    float[] logits = new float[Direction.COUNT];
    double worst = 0;
    for (GoldenVector each : golden) {
      network.logits(each.input(), 0, 1, logits, scratch);
      float[] answer = TemperatureScaling.NONE.applyAll(logits);
      for (int k = 0; k < Direction.COUNT; k++) {
        worst = Math.max(worst, Math.abs((double) answer[k] - each.output()[k]));
      }
    }
    return worst;
  }
}
