package com.aicashevolution.inference.web;

import com.aicashevolution.inference.prediction.PredictionAnswer;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.prediction.Predictor;
import com.aicashevolution.inference.web.BatchBody.ItemError;
import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.web.UnreadableBody;
import com.aicashevolution.platform.security.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads each request of a batch by itself, answers the legal ones together, lists the rest. */
final class BatchAnswering {

  private final ObjectMapper json;
  private final PredictBodyReader bodies;
  private final Predictor predictor;
  private final ResultProblems problems;

  BatchAnswering(
      ObjectMapper json, PredictBodyReader bodies, Predictor predictor, ResultProblems problems) {
    this.json = json;
    this.bodies = bodies;
    this.predictor = predictor;
    this.problems = problems;
  }

  /** A request of the batch as far as it could be read. */
  private sealed interface Item {

    record Legal(int index, PredictionRequest request) implements Item {}

    record Illegal(ItemError error) implements Item {}
  }

  /** What became of a request, in the order of the batch. */
  BatchBody answer(List<JsonNode> nodes, Caller caller, RequestId requestId) {
    List<Item.Legal> legal = new ArrayList<>();
    List<ItemError> errors = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      switch (read(i, nodes.get(i), caller, requestId)) {
        case Item.Legal item -> legal.add(item);
        case Item.Illegal(ItemError error) -> errors.add(error);
      }
    }
    List<PredictionResult> results =
        predictor.predictAll(legal.stream().map(Item.Legal::request).toList());
    List<PredictionBody> answers = new ArrayList<>();
    for (int i = 0; i < legal.size(); i++) {
      Item.Legal item = legal.get(i);
      if (results.get(i) instanceof PredictionResult.Predicted(PredictionAnswer answer)) {
        answers.add(PredictionBody.of(answer));
      } else {
        String symbol = item.request().symbol().code();
        problems
            .of(item.request(), results.get(i))
            .ifPresent(problem -> errors.add(error(item.index(), symbol, problem)));
      }
    }
    errors.sort(Comparator.comparingInt(ItemError::index));
    return BatchBody.of(answers, List.copyOf(errors));
  }

  private Item read(int index, JsonNode node, Caller caller, RequestId requestId) {
    String symbol = node.path("symbol").isTextual() ? node.path("symbol").textValue() : null;
    if (!node.isObject()) {
      return new Item.Illegal(
          error(index, symbol, Problem.invalid("body", null, "must be an object")));
    }
    try {
      PredictBody body = json.treeToValue(node, PredictBody.class);
      if (body.wantsExplanation()) {
        String message = "must be false in a batch: GET /predictions/{id}/explanation explains one";
        return new Item.Illegal(
            error(index, symbol, Problem.invalid("explain", body.explain(), message)));
      }
      return switch (bodies.read(body, caller, requestId)) {
        case PredictBodyReader.Reading.Legal(PredictionRequest request) ->
            new Item.Legal(index, request);
        case PredictBodyReader.Reading.Illegal(List<Problem.FieldError> wrong) ->
            new Item.Illegal(error(index, symbol, Problem.invalid(wrong)));
      };
    } catch (JsonProcessingException unreadable) {
      return new Item.Illegal(error(index, symbol, UnreadableBody.explain(unreadable)));
    }
  }

  private static ItemError error(int index, @Nullable String symbol, Problem problem) {
    return new ItemError(
        index, symbol, problem.detail(), problem.type().uri(), problem.members().get("field"));
  }
}
