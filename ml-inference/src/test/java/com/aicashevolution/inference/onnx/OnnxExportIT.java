package com.aicashevolution.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exported files as ONNX Runtime computes them, beside the kernel. */
class OnnxExportIT {

  private static final double TOLERANCE = 1e-5;
  private static final TemperatureScaling CALIBRATION = new TemperatureScaling(1.37);
  private static final Standardizer STANDARDIZER =
      new Standardizer(
          Collections.nCopies(FeatureSchema.FEATURES, 0.2),
          Collections.nCopies(FeatureSchema.FEATURES, 0.7),
          2.5);

  private final Random random = new Random(20261121);

  private float[] values(int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  private Lstm lstm(int inputs, int units) {
    return new Lstm(
        inputs,
        units,
        values(inputs * 4 * units, 0.3),
        values(units * 4 * units, 0.3),
        values(4 * units, 0.3));
  }

  private LstmParameters network(List<Integer> units, boolean batchNorm) {
    List<Lstm> recurrent = new ArrayList<>();
    int width = FeatureSchema.FEATURES;
    for (int size : units) {
      recurrent.add(lstm(width, size));
      width = size;
    }
    List<HeadLayer> head = new ArrayList<>();
    if (batchNorm) {
      head.add(new Affine(values(width, 1), values(width, 1)));
    }
    head.add(new Dense(width, 16, values(width * 16, 0.5), values(16, 0.5), Activation.RELU));
    head.add(new Dense(16, 3, values(48, 0.5), values(3, 0.5), Activation.SOFTMAX));
    return new LstmParameters(recurrent, head);
  }

  private static float[] ours(
      LstmParameters network, @Nullable Standardizer standardizer, float[] windows, int count) {
    float[] read = windows.clone();
    for (int i = 0; standardizer != null && i < count; i++) {
      int offset = i * FeatureWindow.LENGTH;
      standardizer.apply(windows, offset, read, offset);
    }
    LstmForward forward = LstmForward.of(network);
    float[] logits = new float[count * 3];
    forward.logits(read, 0, count, logits, forward.newScratch(count));
    return CALIBRATION.applyAll(logits);
  }

  private static float[] theirs(byte[] file, float[] windows, int count) throws OrtException {
    long[] shape = {count, FeatureSchema.WINDOW_BARS, FeatureSchema.FEATURES};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(windows), shape);
        OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
      float[][] rows = (float[][]) result.get(OnnxExport.OUTPUT).orElseThrow().getValue();
      assertThat(session.getMetadata().getCustomMetadata()).containsEntry("input", "test");
      float[] flat = new float[count * 3];
      for (int i = 0; i < count; i++) {
        System.arraycopy(rows[i], 0, flat, 3 * i, 3);
      }
      return flat;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "64, 32, false, true, 1",
    "64, 32, false, true, 26",
    "64, 32, true, true, 7",
    "64, 32, true, false, 256",
    "5, 3, false, false, 1",
    "9, 0, true, true, 33",
  })
  void agreesWithTheKernel(
      int first, int second, boolean batchNorm, boolean standardizes, int count)
      throws OrtException {
    LstmParameters network =
        network(second == 0 ? List.of(first) : List.of(first, second), batchNorm);
    Standardizer standardizer = standardizes ? STANDARDIZER : null;
    float[] windows = values(count * FeatureWindow.LENGTH, 1.5);

    byte[] file = OnnxExport.write(network, standardizer, CALIBRATION, Map.of("input", "test"));
    float[] theirs = theirs(file, windows, count);

    float[] ours = ours(network, standardizer, windows, count);
    double worst = 0;
    double spread = 0;
    for (int i = 0; i < ours.length; i++) {
      worst = Math.max(worst, Math.abs((double) ours[i] - theirs[i]));
      spread = Math.max(spread, Math.abs(ours[i] - ours[i % 3]));
    }
    assertThat(worst).isLessThan(TOLERANCE);
    if (count > 1) {
      // answers differ from window to window, or agreement would say little
      assertThat(spread).isGreaterThan(0.05);
    }
  }
}
