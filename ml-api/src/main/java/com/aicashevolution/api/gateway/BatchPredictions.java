package com.aicashevolution.api.gateway;

import com.aicashevolution.api.gateway.Predictions.Directed;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers many wishes with one call; what is wrong with one does not touch the others. */
@Component
public final class BatchPredictions {

  private final Predictions predictions;
  private final Inference inference;

  BatchPredictions(Predictions predictions, Inference inference) {
    this.predictions = predictions;
    this.inference = inference;
  }

  /**
   * Answers {@code requests}, each under its place in the batch.
   *
   * @param key what assignment sticks to where a wish names no user
   */
  public BatchResult predictAll(Map<Integer, PredictionRequest> requests, String key) {
    Map<Integer, PredictionResult> refused = new LinkedHashMap<>();
    List<Integer> places = new ArrayList<>();
    List<RoutedRequest> routed = new ArrayList<>();
    requests.forEach(
        (place, request) -> {
          switch (predictions.direct(request, key)) {
            case Directed.ToVersion to -> {
              places.add(place);
              routed.add(to.request());
            }
            case Directed.Nowhere nowhere -> refused.put(place, nowhere.result());
          }
        });
    if (routed.isEmpty()) {
      return new BatchResult(Map.of(), refused, Map.of());
    }
    return merge(inference.predictAll(routed), places, refused);
  }

  /** The other side answers in order, leaving out the places it lists under {@code errors}. */
  private static BatchResult merge(
      JsonNode answer, List<Integer> places, Map<Integer, PredictionResult> refused) {
    Map<Integer, JsonNode> errors = new LinkedHashMap<>();
    answer
        .path("errors")
        .forEach(error -> errors.put(places.get(error.path("index").asInt()), error));
    Map<Integer, JsonNode> answered = new LinkedHashMap<>();
    var results = answer.path("results").iterator();
    for (Integer place : places) {
      if (!errors.containsKey(place) && results.hasNext()) {
        answered.put(place, results.next());
      }
    }
    return new BatchResult(answered, refused, errors);
  }

  /**
   * What came of a batch, by place.
   *
   * @param answered documents of ml-inference
   * @param refused what was not sent
   * @param failed errors of ml-inference
   */
  public record BatchResult(
      Map<Integer, JsonNode> answered,
      Map<Integer, PredictionResult> refused,
      Map<Integer, JsonNode> failed) {}
}
