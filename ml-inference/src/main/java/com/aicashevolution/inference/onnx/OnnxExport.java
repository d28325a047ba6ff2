package com.aicashevolution.inference.onnx;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.inference.onnx.OnnxGraph.Attribute;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a network as an ONNX file: {@value #INPUT} {@code [batch, 20, 17]} in, {@value #OUTPUT}
 * {@code [batch, 3]} in class order SELL, HOLD, BUY out, softmax and temperature included.
 */
public final class OnnxExport {

  public static final String INPUT = "windows";
  public static final String OUTPUT = "probabilities";

  /** Operators as every runtime of these years knows them. */
  static final int OPSET = 17;

  private static final int IR_VERSION = 8;

  /**
   * Where ONNX's gates input, output, forget, cell stand among ours: tanh, forget, output, input.
   */
  private static final int[] ONNX_GATES = {3, 2, 1, 0};

  private final OnnxGraph graph = new OnnxGraph("lstm");

  private OnnxExport() {}

  /**
   * The file of {@code network}.
   *
   * @param standardizer computed within the graph, whose input is then raw feature rows as they are
   *     journalled; null for a graph that reads standardized windows
   * @param about goes into the file's metadata
   */
  public static byte[] write(
      LstmParameters network,
      @Nullable Standardizer standardizer,
      TemperatureScaling calibration,
      Map<String, String> about) {
    OnnxExport export = new OnnxExport();
    export.build(network, standardizer, calibration);
    Protobuf model =
        new Protobuf()
            .integer(1, IR_VERSION)
            .text(2, "ml-trading")
            .message(7, export.graph.message())
            .message(8, new Protobuf().text(1, "").integer(2, OPSET));
    new TreeMap<>(about)
        .forEach((key, value) -> model.message(14, new Protobuf().text(1, key).text(2, value)));
    return model.toBytes();
  }

  private void build(
      LstmParameters network, @Nullable Standardizer standardizer, TemperatureScaling calibration) {
    String x = graph.input(INPUT, FeatureSchema.WINDOW_BARS, network.inputs());
    graph.output(OUTPUT, LstmParameters.CLASSES);
    if (standardizer != null) {
      x = standardized(x, standardizer);
    }
    // ONNX recurs over the first axis
    x = graph.node("Transpose", "steps", List.of(x), Attribute.of("perm", List.of(1L, 0L, 2L)));
    for (int i = 0; i < network.recurrent().size(); i++) {
      boolean last = i == network.recurrent().size() - 1;
      x = recurrent("lstm" + i, x, network.recurrent().get(i), last);
    }
    for (int i = 0; i < network.head().size(); i++) {
      x = head("head" + i, x, network.head().get(i));
    }
    String temperature =
        graph.floats("temperature", List.of(1), new float[] {(float) calibration.temperature()});
    String scaled = graph.node("Div", "calibrated", List.of(x, temperature));
    graph.node("Softmax", OUTPUT, List.of(scaled), Attribute.of("axis", 1));
  }

  /** {@code clamp((x − mean) / deviation, ±clip)}. */
  private String standardized(String x, Standardizer standardizer) {
    List<Integer> shape = List.of(FeatureSchema.FEATURES);
    String mean = graph.floats("mean", shape, floats(standardizer.mean()));
    String deviation = graph.floats("deviation", shape, floats(standardizer.deviation()));
    float clip = (float) standardizer.clip();
    String lowest = graph.floats("lowest", List.of(), new float[] {-clip});
    String highest = graph.floats("highest", List.of(), new float[] {clip});
    String centred = graph.node("Sub", "centred", List.of(x, mean));
    String divided = graph.node("Div", "divided", List.of(centred, deviation));
    return graph.node("Clip", "standardized", List.of(divided, lowest, highest));
  }

  /** All steps of a layer, or of the last layer its last step alone. */
  private String recurrent(String name, String x, Lstm layer, boolean last) {
    int units = layer.units();
    int gates = LstmParameters.GATES * units;
    String w =
        graph.floats(
            name + "_w",
            List.of(1, gates, layer.inputs()),
            rowsPerGate(layer.inputWeights(), layer.inputs(), units));
    String r =
        graph.floats(
            name + "_r",
            List.of(1, gates, units),
            rowsPerGate(layer.recurrentWeights(), units, units));
    // the second half belongs to the recurrent product, which has none of its own
    float[] biases = new float[2 * gates];
    System.arraycopy(rowsPerGate(layer.bias(), 1, units), 0, biases, 0, gates);
    String b = graph.floats(name + "_b", List.of(1, 2 * gates), biases);
    List<String> outputs = last ? List.of("", name + "_last") : List.of(name + "_all");
    graph.node("LSTM", outputs, List.of(x, w, r, b), Attribute.of("hidden_size", units));
    // one direction only: its axis goes
    String axis = graph.integers(name + "_axis", last ? 0 : 1);
    return graph.node("Squeeze", name, List.of(outputs.getLast(), axis));
  }

  /** From {@code [inputs, our gates · units]} to {@code [ONNX gates · units, inputs]}. */
  static float[] rowsPerGate(float[] weights, int inputs, int units) {
    int columns = LstmParameters.GATES * units;
    float[] rows = new float[weights.length];
    for (int gate = 0; gate < LstmParameters.GATES; gate++) {
      for (int unit = 0; unit < units; unit++) {
        int row = gate * units + unit;
        int column = ONNX_GATES[gate] * units + unit;
        for (int input = 0; input < inputs; input++) {
          rows[row * inputs + input] = weights[input * columns + column];
        }
      }
    }
    return rows;
  }

  private String head(String name, String x, HeadLayer layer) {
    return switch (layer) {
      case Affine(float[] scale, float[] shift) -> {
        List<Integer> shape = List.of(scale.length);
        String factor = graph.floats(name + "_scale", shape, scale);
        String summand = graph.floats(name + "_shift", shape, shift);
        String product = graph.node("Mul", name + "_scaled", List.of(x, factor));
        yield graph.node("Add", name, List.of(product, summand));
      }
      case Dense dense -> {
        String w =
            graph.floats(name + "_w", List.of(dense.inputs(), dense.units()), dense.weights());
        String b = graph.floats(name + "_b", List.of(dense.units()), dense.bias());
        String sums = graph.node("Gemm", name + "_sums", List.of(x, w, b));
        // softmax follows the temperature, which is no layer's
        yield dense.activation() == Activation.RELU
            ? graph.node("Relu", name, List.of(sums))
            : sums;
      }
    };
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }
}
