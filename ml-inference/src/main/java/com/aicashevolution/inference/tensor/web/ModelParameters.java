package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.feature.FeatureTransform;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.signal.Direction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the protocol has no member for, in its parameters: strings, numbers and flags. */
final class ModelParameters {

  private ModelParameters() {}

  /** Of every answer: what it rests on, and that it is no prediction. */
  static Map<String, Object> ofAnswer(ServingModel model) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("line", model.line().name());
    parameters.put("timeframe", model.timeframe().name());
    parameters.put("schema_hash", model.manifest().schema().hash());
    parameters.put("simulated", model.manifest().simulated());
    parameters.put("journalled", false);
    return parameters;
  }

  /** Of a model, {@code journalled} included: none of its answers is. */
  static Map<String, Object> ofModel(ServingModel model) {
    Map<String, Object> parameters = ofAnswer(model);
    parameters.put("model_version", model.version().value());
    parameters.put("created_at", model.manifest().createdAt().toString());
    return parameters;
  }

  /** Of the tensor that goes in, named as in an exported ONNX file. */
  static Map<String, Object> ofWindows() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("input", "raw");
    parameters.put("rows", "oldest first, one for each bar");
    parameters.put("features", String.join(",", IndicatorName.wireNames()));
    parameters.put("formulas", FeatureTransform.FORMULAS);
    return parameters;
  }

  /** Of the tensor that comes out. */
  static Map<String, Object> ofAnswers() {
    return Map.of(
        "classes",
        Arrays.stream(Direction.values()).map(Enum::name).collect(Collectors.joining(",")),
        "calibrated",
        true);
  }
}
