package com.aicashevolution.localstack.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SplittableRandom;

/** A small version as the trainer would publish it: one layer of two cells, two golden vectors. */
final class Published {

  static final String VERSION = "v20261121_120000";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNITS = 2;

  private Published() {}

  static PublishedVersion version() {
    ObjectNode manifest = JSON.createObjectNode().put("version", VERSION);
    manifest.putObject("schema").put("hash", "a".repeat(64));
    manifest.putObject("files");
    manifest.putObject("calibration").put("temperature", 1.5);
    ObjectNode standardizer = manifest.putObject("standardizer").put("clip", 8.0);
    ArrayNode mean = standardizer.putArray("mean");
    ArrayNode deviation = standardizer.putArray("deviation");
    for (int i = 0; i < FeatureSchema.FEATURES; i++) {
      mean.add(0.25 * i);
      deviation.add(1 + 0.125 * i);
    }
    ArrayNode golden = manifest.putArray("golden");
    for (int seed = 1; seed <= 2; seed++) {
      ArrayNode input = golden.addObject().putArray("input");
      for (float value : window(seed)) {
        input.add(value);
      }
    }
    return Variation.of(
        new PublishedVersion(VERSION, manifest.toString().getBytes(UTF_8), Map.of())
            .with(weights()),
        VERSION,
        0);
  }

  static float[] window(long seed) {
    return numbers(new SplittableRandom(seed), -1, FeatureWindow.LENGTH);
  }

  private static float[] numbers(SplittableRandom random, double from, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(from, 1);
    }
    return numbers;
  }

  private static WeightsFile weights() {
    ObjectNode header = JSON.createObjectNode();
    header
        .putObject("__metadata__")
        .put("recurrent_layers", "1")
        .put("head", "affine,relu,softmax");
    ByteBuffer data = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    SplittableRandom random = new SplittableRandom(3);
    tensor(header, data, random, "lstm.0.input_weights", FeatureSchema.FEATURES, 4 * UNITS);
    tensor(header, data, random, "lstm.0.recurrent_weights", UNITS, 4 * UNITS);
    tensor(header, data, random, "lstm.0.bias", 4 * UNITS);
    tensor(header, data, random, "head.0.scale", UNITS);
    tensor(header, data, random, "head.0.shift", UNITS);
    tensor(header, data, random, "head.1.weights", UNITS, 4);
    tensor(header, data, random, "head.1.bias", 4);
    tensor(header, data, random, "head.2.weights", 4, 3);
    tensor(header, data, random, "head.2.bias", 3);
    byte[] tensors = new byte[data.position()];
    data.flip().get(tensors);
    return new WeightsFile(header, tensors);
  }

  private static void tensor(
      ObjectNode header, ByteBuffer data, SplittableRandom random, String name, int... shape) {
    ObjectNode tensor = header.putObject(name).put("dtype", "F32");
    int length = 1;
    ArrayNode sizes = tensor.putArray("shape");
    for (int size : shape) {
      sizes.add(size);
      length *= size;
    }
    ArrayNode offsets = tensor.putArray("data_offsets").add(data.position());
    // positive, so that no unit of the hidden layer is dead
    for (float number : numbers(random, 0, length)) {
      data.putFloat(number);
    }
    offsets.add(data.position());
  }
}
