package com.aicashevolution.localstack.artifact;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.lstm.LstmParameters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A safetensors file: eight bytes of header length, little-endian, the header as JSON, then the
 * tensors. Immutable.
 *
 * @param header by tensor: {@code dtype}, {@code shape}, {@code data_offsets}
 * @param data the tensors
 */
record WeightsFile(ObjectNode header, byte[] data) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";

  static WeightsFile parse(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[Math.toIntExact(in.getLong())];
      in.get(header);
      byte[] data = new byte[in.remaining()];
      in.get(data);
      return new WeightsFile((ObjectNode) JSON.readTree(header), data);
    } catch (IOException e) {
      throw new StackFailure("published weights cannot be read: " + e.getMessage(), e);
    }
  }

  byte[] toBytes() {
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  /** The same tensors but one, which keeps its length. */
  WeightsFile with(String tensor, float[] values) {
    byte[] changed = data.clone();
    JsonNode offsets = header.path(tensor).path("data_offsets");
    ByteBuffer.wrap(changed)
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(offsets.path(0).asInt())
        .asFloatBuffer()
        .put(values);
    return new WeightsFile(header, changed);
  }

  /** The same data under another description. */
  WeightsFile with(ObjectNode otherHeader) {
    return new WeightsFile(otherHeader, data);
  }

  float[] values(String tensor) {
    JsonNode offsets = header.path(tensor).path("data_offsets");
    if (offsets.size() != 2) {
      throw new StackFailure("published weights have no tensor " + tensor);
    }
    int begin = offsets.path(0).asInt();
    float[] values = new float[(offsets.path(1).asInt() - begin) / Float.BYTES];
    ByteBuffer.wrap(data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(begin)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  /** Names the tensor that holds the weights of the softmax layer. */
  String outputWeights() {
    return "head." + (headKinds().length - 1) + ".weights";
  }

  private int columns(String tensor) {
    return header.path(tensor).path("shape").path(1).asInt();
  }

  private int rows(String tensor) {
    return header.path(tensor).path("shape").path(0).asInt();
  }

  private String[] headKinds() {
    return header.path(METADATA).path("head").asText().split(",", -1);
  }

  /** The network. */
  LstmParameters parameters() {
    List<LstmParameters.Lstm> recurrent = new ArrayList<>();
    for (int i = 0; i < header.path(METADATA).path("recurrent_layers").asInt(); i++) {
      String layer = "lstm." + i + ".";
      recurrent.add(
          new LstmParameters.Lstm(
              rows(layer + "input_weights"),
              rows(layer + "recurrent_weights"),
              values(layer + "input_weights"),
              values(layer + "recurrent_weights"),
              values(layer + "bias")));
    }
    List<LstmParameters.HeadLayer> head = new ArrayList<>();
    String[] kinds = headKinds();
    for (int i = 0; i < kinds.length; i++) {
      head.add(headLayer("head." + i + ".", kinds[i]));
    }
    return new LstmParameters(recurrent, head);
  }

  private LstmParameters.HeadLayer headLayer(String layer, String kind) {
    return switch (kind) {
      case "affine" -> new LstmParameters.Affine(values(layer + "scale"), values(layer + "shift"));
      case "relu" -> dense(layer, LstmParameters.Activation.RELU);
      case "softmax" -> dense(layer, LstmParameters.Activation.SOFTMAX);
      default -> throw new StackFailure("published weights have a head layer “" + kind + "”");
    };
  }

  private LstmParameters.Dense dense(String layer, LstmParameters.Activation activation) {
    return new LstmParameters.Dense(
        rows(layer + "weights"),
        columns(layer + "weights"),
        values(layer + "weights"),
        values(layer + "bias"),
        activation);
  }
}
