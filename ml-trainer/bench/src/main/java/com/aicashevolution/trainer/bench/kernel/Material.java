package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.trainer.training.dl4j.OutputContender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What everybody computes: one network and the windows, and what the kernel answers to them. Drawn
 * once and put into a folder, for the virtual machines that measure.
 *
 * @param network the weights
 * @param modelZip the same weights in DL4J's form
 * @param windows standardized, {@code [n, 20, 17]}
 * @param answers the kernel's, {@code [n, 3]}
 */
record Material(LstmParameters network, byte[] modelZip, float[] windows, float[] answers) {

  private static final long SEED = 20261121;
  private static final double WEIGHT_FACTOR = 1.5;
  private static final double CLIP = 5;
  private static final double LEAST_SPREAD = 0.05;
  private static final String WEIGHTS = "weights.safetensors";
  private static final String MODEL = "model.zip";
  private static final String WINDOWS = "windows";
  private static final String ANSWERS = "answers";

  /**
   * Draws weights and {@code count} windows.
   *
   * @throws IllegalStateException if all windows have about the same answer: agreement about them
   *     would say little
   */
  static Material draw(int count) {
    OutputContender.Drawn drawn = OutputContender.draw(SEED, WEIGHT_FACTOR);
    SplittableRandom random = new SplittableRandom(SEED);
    float[] windows = new float[count * FeatureWindow.LENGTH];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = (float) Math.clamp(random.nextGaussian(), -CLIP, CLIP);
    }
    try (Forward kernel = new KernelForward(drawn.parameters(), windows)) {
      float[] answers = kernel.answer().clone();
      requireSpread(answers);
      return new Material(drawn.parameters(), drawn.modelZip(), windows, answers);
    }
  }

  private static void requireSpread(float[] answers) {
    float lowest = 1;
    float highest = 0;
    for (int i = 0; i < answers.length; i += LstmParameters.CLASSES) {
      lowest = Math.min(lowest, answers[i]);
      highest = Math.max(highest, answers[i]);
    }
    if (!(highest - lowest >= LEAST_SPREAD)) {
      throw new IllegalStateException(
          "answers must differ by at least %s from window to window, are in [%s, %s]"
              .formatted(LEAST_SPREAD, lowest, highest));
    }
  }

  /** The first {@code count} windows. */
  float[] windows(int count) {
    return Arrays.copyOf(windows, count * FeatureWindow.LENGTH);
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(WEIGHTS), SafetensorsCodec.write(network));
    Files.write(folder.resolve(MODEL), modelZip);
    Files.write(folder.resolve(WINDOWS), bytes(windows));
    Files.write(folder.resolve(ANSWERS), bytes(answers));
  }

  static Material read(Path folder) throws IOException, ArtifactFormatException {
    return new Material(
        SafetensorsCodec.read(Files.readAllBytes(folder.resolve(WEIGHTS))),
        Files.readAllBytes(folder.resolve(MODEL)),
        floats(Files.readAllBytes(folder.resolve(WINDOWS))),
        floats(Files.readAllBytes(folder.resolve(ANSWERS))));
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
