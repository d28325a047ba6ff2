package com.aicashevolution.trainer.bench.kernel;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.onnx.OnnxExport;
import com.aicashevolution.lstm.LstmParameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * ONNX Runtime with the file of {@code ./ml export-onnx}, at its best: all optimisations, one
 * thread, input and output bound to native memory once, so that nothing is copied but the answer.
 */
final class OnnxForward implements Forward {

  private final SessionOptions options;
  private final OrtSession session;
  private final OnnxTensor input;
  private final OnnxTensor output;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;
  private final FloatBuffer computed;
  private final float[] answers;

  OnnxForward(LstmParameters network, float[] windows) {
    byte[] file = OnnxExport.write(network, null, TemperatureScaling.NONE, Map.of());
    int count = windows.length / FeatureWindow.LENGTH;
    answers = new float[count * LstmParameters.CLASSES];
    computed = direct(answers.length);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try {
      options = new SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(file, options);
      long[] shape = {count, FeatureSchema.WINDOW_BARS, FeatureSchema.FEATURES};
      input =
          OnnxTensor.createTensor(environment, direct(windows.length).put(windows).flip(), shape);
      output =
          OnnxTensor.createTensor(
              environment, computed, new long[] {count, LstmParameters.CLASSES});
    } catch (OrtException e) {
      throw failed(e);
    }
    inputs = Map.of(OnnxExport.INPUT, input);
    outputs = Map.of(OnnxExport.OUTPUT, output);
  }

  static String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public float[] answer() {
    try (OrtSession.Result _ = session.run(inputs, outputs)) {
      computed.get(0, answers);
      return answers;
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(OrtException e) {
    return new IllegalStateException("ONNX Runtime: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    input.close();
    output.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
    options.close();
  }
}
