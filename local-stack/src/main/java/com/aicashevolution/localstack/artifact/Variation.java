package com.aicashevolution.localstack.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Honest versions to switch between, without a fit for each: copies of one whose output layer is
 * scaled, so that every copy answers something else, with the golden vectors that follow. Only
 * {@code model.zip}, which serving never opens, stays the original's.
 */
final class Variation {
  private static final float STEP = 0.125f;

  private Variation() {}

  /**
   * A copy that answers differently.
   *
   * @param number which variation, from 1; equal numbers give equal weights
   */
  static PublishedVersion of(PublishedVersion original, String version, int number) {
    WeightsFile weights = original.weights();
    String layer = weights.outputWeights();
    float[] output = weights.values(layer);
    for (int i = 0; i < output.length; i++) {
      output[i] *= 1 + STEP * number;
    }
    PublishedVersion varied = original.named(version).with(weights.with(layer, output));
    Recomputation answers = new Recomputation(varied);
    return varied.withManifest(manifest -> recomputeGolden(manifest, answers));
  }

  private static void recomputeGolden(ObjectNode manifest, Recomputation answers) {
    for (JsonNode golden : manifest.path("golden")) {
      JsonNode input = golden.path("input");
      float[] window = new float[input.size()];
      for (int i = 0; i < window.length; i++) {
        // by its text: a float is rounded once only
        window[i] = Float.parseFloat(input.path(i).asText());
      }
      ArrayNode output = ((ObjectNode) golden).putArray("output");
      for (float probability : answers.uncalibrated(window)) {
        output.add(probability);
      }
    }
  }
}
