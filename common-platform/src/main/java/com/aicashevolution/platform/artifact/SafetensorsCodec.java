package com.aicashevolution.platform.artifact;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes and reads {@code weights.safetensors}. Any safetensors reader opens the file; ours reads
 * only what it would write:
 *
 * <pre>
 * __metadata__  format = ml-trading-lstm-1, gates = tanh,forget,output,input,
 *               recurrent_layers = 2, head = affine,relu,softmax
 * lstm.0.input_weights      [inputs, 4 · units]
 * lstm.0.recurrent_weights  [units, 4 · units]
 * lstm.0.bias               [4 · units]
 * head.0.scale, head.0.shift   [units]                    of an affine layer
 * head.1.weights, head.1.bias  [inputs, units], [units]   of a dense layer
 * </pre>
 *
 * <p>Equal parameters give equal bytes, and {@code read(write(p))} gives the same bits. Every
 * refusal names the tensor or byte it is about.
 */
public final class SafetensorsCodec {

  private static final String FORMAT = "format";
  private static final String FORMAT_1 = "ml-trading-lstm-1";
  private static final String GATES = "gates";
  private static final String DL4J_ORDER = "tanh,forget,output,input";
  private static final String RECURRENT_LAYERS = "recurrent_layers";
  private static final String HEAD = "head";
  private static final String AFFINE = "affine";
  private static final String RELU = "relu";
  private static final String SOFTMAX = "softmax";
  private static final int MAX_LAYERS = 16;

  private SafetensorsCodec() {}

  /**
   * The file of {@code parameters}.
   *
   * @throws IllegalArgumentException if a weight is NaN or infinite, naming the tensor
   */
  public static byte[] write(LstmParameters parameters) {
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < parameters.recurrent().size(); i++) {
      Lstm layer = parameters.recurrent().get(i);
      int columns = LstmParameters.GATES * layer.units();
      tensors.put(
          lstm(i, "input_weights"), Tensor.matrix(layer.inputs(), columns, layer.inputWeights()));
      tensors.put(
          lstm(i, "recurrent_weights"),
          Tensor.matrix(layer.units(), columns, layer.recurrentWeights()));
      tensors.put(lstm(i, "bias"), Tensor.vector(layer.bias()));
    }
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < parameters.head().size(); i++) {
      switch (parameters.head().get(i)) {
        case Affine affine -> {
          kinds.add(AFFINE);
          tensors.put(head(i, "scale"), Tensor.vector(affine.scale()));
          tensors.put(head(i, "shift"), Tensor.vector(affine.shift()));
        }
        case Dense dense -> {
          kinds.add(
              switch (dense.activation()) {
                case RELU -> RELU;
                case SOFTMAX -> SOFTMAX;
              });
          tensors.put(
              head(i, "weights"), Tensor.matrix(dense.inputs(), dense.units(), dense.weights()));
          tensors.put(head(i, "bias"), Tensor.vector(dense.bias()));
        }
      }
    }
    tensors.forEach(SafetensorsCodec::requireFinite);
    Map<String, String> metadata =
        Map.of(
            FORMAT,
            FORMAT_1,
            GATES,
            DL4J_ORDER,
            RECURRENT_LAYERS,
            String.valueOf(parameters.recurrent().size()),
            HEAD,
            String.join(",", kinds));
    return new SafetensorsFile(metadata, tensors).toBytes();
  }

  /**
   * The parameters in {@code bytes}.
   *
   * @throws ArtifactFormatException naming what is wrong
   */
  public static LstmParameters read(byte[] bytes) throws ArtifactFormatException {
    SafetensorsFile file = SafetensorsFile.parse(bytes);
    requireMetadata(file, FORMAT, FORMAT_1);
    requireMetadata(file, GATES, DL4J_ORDER);
    TensorShelf shelf = new TensorShelf(file.tensors());
    List<Lstm> recurrent = new ArrayList<>();
    for (int i = 0; i < layerCount(file); i++) {
      recurrent.add(lstmLayer(i, shelf));
    }
    List<HeadLayer> head = new ArrayList<>();
    String[] kinds = metadata(file, HEAD).split(",", MAX_LAYERS + 1);
    for (int i = 0; i < kinds.length; i++) {
      head.add(headLayer(i, kinds[i], shelf));
    }
    shelf.requireEmpty();
    try {
      return new LstmParameters(recurrent, head);
    } catch (IllegalArgumentException e) {
      throw new ArtifactFormatException("weights are no network: " + e.getMessage(), e);
    }
  }

  private static Lstm lstmLayer(int i, TensorShelf shelf) throws ArtifactFormatException {
    Tensor input = shelf.matrix(lstm(i, "input_weights"));
    int inputs = input.shape().getFirst();
    int columns = input.shape().getLast();
    if (columns % LstmParameters.GATES != 0) {
      throw new ArtifactFormatException(
          "tensor "
              + lstm(i, "input_weights")
              + " must have a multiple of "
              + LstmParameters.GATES
              + " columns, has shape "
              + input.shape());
    }
    int units = columns / LstmParameters.GATES;
    return new Lstm(
        inputs,
        units,
        input.values(),
        shelf.take(lstm(i, "recurrent_weights"), List.of(units, columns)),
        shelf.take(lstm(i, "bias"), List.of(columns)));
  }

  private static HeadLayer headLayer(int i, String kind, TensorShelf shelf)
      throws ArtifactFormatException {
    return switch (kind) {
      case AFFINE -> {
        Tensor scale = shelf.vector(head(i, "scale"));
        yield new Affine(scale.values(), shelf.take(head(i, "shift"), scale.shape()));
      }
      case RELU -> dense(i, Activation.RELU, shelf);
      case SOFTMAX -> dense(i, Activation.SOFTMAX, shelf);
      default ->
          throw new ArtifactFormatException(
              "metadata head must list affine, relu and softmax, has '" + kind + "'");
    };
  }

  private static Dense dense(int i, Activation activation, TensorShelf shelf)
      throws ArtifactFormatException {
    Tensor weights = shelf.matrix(head(i, "weights"));
    int inputs = weights.shape().getFirst();
    int units = weights.shape().getLast();
    return new Dense(
        inputs, units, weights.values(), shelf.take(head(i, "bias"), List.of(units)), activation);
  }

  private static int layerCount(SafetensorsFile file) throws ArtifactFormatException {
    String text = metadata(file, RECURRENT_LAYERS);
    if (!text.matches("[1-9]|1[0-6]")) {
      throw new ArtifactFormatException(
          "metadata " + RECURRENT_LAYERS + " must be 1 to " + MAX_LAYERS + ", is '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static void requireMetadata(SafetensorsFile file, String key, String expected)
      throws ArtifactFormatException {
    String actual = metadata(file, key);
    if (!actual.equals(expected)) {
      throw new ArtifactFormatException(
          "metadata " + key + " must be '" + expected + "', is '" + actual + "'");
    }
  }

  private static String metadata(SafetensorsFile file, String key) throws ArtifactFormatException {
    String value = file.metadata().get(key);
    if (value == null) {
      throw new ArtifactFormatException("metadata " + key + " is missing");
    }
    return value;
  }

  private static void requireFinite(String name, Tensor tensor) {
    int at = tensor.firstNotFinite();
    if (at >= 0) {
      throw new IllegalArgumentException(
          "tensor " + name + " must be finite, value " + at + " is " + tensor.values()[at]);
    }
  }

  private static String lstm(int layer, String name) {
    return "lstm." + layer + "." + name;
  }

  private static String head(int layer, String name) {
    return "head." + layer + "." + name;
  }
}
