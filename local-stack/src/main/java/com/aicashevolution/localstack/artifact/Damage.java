package com.aicashevolution.localstack.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Ways in which the files of a version can be wrong: torn, swapped, forged or made for something
 * else. Every one has the right hashes except where a wrong hash is the damage, so that no check is
 * met by the one before it.
 */
public enum Damage {
  TRUNCATED("weights that end in the middle"),
  WRONG_HASH("one bit of the weights flipped"),
  WRONG_SCHEMA("features of another meaning"),
  NAN_WEIGHTS("a weight that is not a number"),
  WRONG_GOLDEN_VECTORS("golden vectors of another network"),
  MISSING_MANIFEST("no manifest"),
  OVERSIZE_HEADER("weights whose header claims four exabytes"),
  PATH_TRICK("a file name that climbs out of its folder"),
  WRONG_DTYPE("weights that are called integers"),
  WRONG_SHAPES("transposed weights");

  private final String description;

  Damage(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  /** The names under which serving may refuse it. */
  public Set<String> reasons() {
    return switch (this) {
      case TRUNCATED -> Set.of("FILE_SIZE");
      case WRONG_HASH -> Set.of("FILE_HASH");
      case WRONG_SCHEMA -> Set.of("SCHEMA");
      case WRONG_GOLDEN_VECTORS -> Set.of("GOLDEN_VECTORS");
      case MISSING_MANIFEST -> Set.of("MANIFEST_MISSING");
      case PATH_TRICK -> Set.of("FILE_NAME");
      case NAN_WEIGHTS, OVERSIZE_HEADER, WRONG_DTYPE -> Set.of("WEIGHTS_FORMAT");
      case WRONG_SHAPES -> Set.of("WEIGHTS_FORMAT", "SHAPE");
    };
  }

  /** The version with this damage; {@link #MISSING_MANIFEST} is for whoever writes the files. */
  PublishedVersion inflictOn(PublishedVersion version) {
    return switch (this) {
      case TRUNCATED -> truncated(version);
      case WRONG_HASH -> flipped(version);
      case WRONG_SCHEMA -> foreignSchema(version);
      case NAN_WEIGHTS -> withOutputWeights(version, weight -> Float.NaN);
      case WRONG_GOLDEN_VECTORS -> withOutputWeights(version, weight -> 1.01f * weight);
      case MISSING_MANIFEST -> version;
      case OVERSIZE_HEADER -> oversize(version);
      case PATH_TRICK -> climbing(version);
      case WRONG_DTYPE -> withHeader(version, tensor -> tensor.put("dtype", "I32"));
      case WRONG_SHAPES -> withHeader(version, Damage::transpose);
    };
  }

  private static PublishedVersion truncated(PublishedVersion version) {
    byte[] weights = version.file(PublishedVersion.WEIGHTS);
    return version.withUnlisted(
        PublishedVersion.WEIGHTS, Arrays.copyOf(weights, weights.length / 2));
  }

  private static PublishedVersion flipped(PublishedVersion version) {
    byte[] weights = version.file(PublishedVersion.WEIGHTS).clone();
    weights[weights.length - 3] ^= 1;
    return version.withUnlisted(PublishedVersion.WEIGHTS, weights);
  }

  private static PublishedVersion foreignSchema(PublishedVersion version) {
    return version.withManifest(
        manifest -> manifest.withObjectProperty("schema").put("hash", "0".repeat(64)));
  }

  private static PublishedVersion oversize(PublishedVersion version) {
    byte[] weights = version.file(PublishedVersion.WEIGHTS).clone();
    ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 62);
    return version.with(PublishedVersion.WEIGHTS, weights);
  }

  private static PublishedVersion climbing(PublishedVersion version) {
    byte[] bytes = "nothing".getBytes(StandardCharsets.US_ASCII);
    return version.withManifest(
        manifest ->
            manifest
                .withObjectProperty("files")
                .putObject("../../" + PublishedVersion.WEIGHTS)
                .put("sha256", Sha256.of(bytes))
                .put("bytes", bytes.length));
  }

  private interface WeightChange {
    float of(float weight);
  }

  /** With other weights in the output layer, and everything else as if they were meant. */
  private static PublishedVersion withOutputWeights(PublishedVersion version, WeightChange change) {
    WeightsFile weights = version.weights();
    float[] values = weights.values(weights.outputWeights());
    for (int i = 0; i < values.length; i++) {
      values[i] = change.of(values[i]);
    }
    return version.with(weights.with(weights.outputWeights(), values));
  }

  /** With another description of the first tensor. */
  private static PublishedVersion withHeader(
      PublishedVersion version, Consumer<ObjectNode> change) {
    WeightsFile weights = version.weights();
    ObjectNode header = weights.header().deepCopy();
    change.accept((ObjectNode) header.path("lstm.0.input_weights"));
    return version.with(weights.with(header));
  }

  private static void transpose(ObjectNode tensor) {
    ArrayNode shape = (ArrayNode) tensor.path("shape");
    JsonNode rows = shape.remove(0);
    shape.add(rows);
  }
}
