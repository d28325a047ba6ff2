package com.aicashevolution.localstack.artifact;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.signal.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What one version must answer, from its published files alone. Not thread-safe. */
public final class Recomputation {
  private final LstmForward network;
  private final LstmForward.Scratch scratch;
  private final Standardizer standardizer;
  private final TemperatureScaling calibration;

  Recomputation(PublishedVersion published) {
    JsonNode manifest = published.manifestJson();
    this.network = LstmForward.of(published.weights().parameters());
    this.scratch = network.newScratch(1);
    this.standardizer =
        new Standardizer(
            numbers(manifest.path("standardizer").path("mean")),
            numbers(manifest.path("standardizer").path("deviation")),
            manifest.path("standardizer").path("clip").asDouble());
    this.calibration =
        new TemperatureScaling(manifest.path("calibration").path("temperature").asDouble());
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  /** Calibrated probabilities of SELL, HOLD, BUY for a raw window. */
  public float[] probabilities(float[] window) {
    float[] standardized = new float[FeatureWindow.LENGTH];
    standardizer.apply(window, 0, standardized, 0);
    return calibration.applyAll(logits(standardized));
  }

  /** Probabilities before calibration for a standardized window: what golden vectors hold. */
  float[] uncalibrated(float[] standardized) {
    return TemperatureScaling.NONE.applyAll(logits(standardized));
  }

  private float[] logits(float[] standardized) {
    float[] logits = new float[Direction.COUNT];
    network.logits(standardized, 0, 1, logits, scratch);
    return logits;
  }
}
