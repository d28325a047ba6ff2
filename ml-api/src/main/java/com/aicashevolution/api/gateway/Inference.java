package com.aicashevolution.api.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * Asks ml-inference. Its refusals arrive as {@link
 * com.aicashevolution.platform.problem.RelayedProblemException}, its silence as {@link
 * com.aicashevolution.platform.problem.ProblemException}.
 */
public interface Inference {

  /** The prediction's document. */
  JsonNode predict(RoutedRequest request);

  /** The batch's document; its items keep the order of {@code requests}. */
  JsonNode predictAll(List<RoutedRequest> requests);

  /** The request itself, where the other side has an echo: it has one while it is measured. */
  JsonNode echo(PredictionRequest request);

  /** What giving an answer again came to; changes nothing. */
  JsonNode replay(UUID predictionId);

  /** How far each indicator moved a past answer. */
  JsonNode explanation(UUID predictionId);
}
