package com.aicashevolution.api.gateway.http;

import com.aicashevolution.api.gateway.Inference;
import com.aicashevolution.api.gateway.PredictionRequest;
import com.aicashevolution.api.gateway.RoutedRequest;
import com.aicashevolution.api.gateway.UpstreamGuard;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** ml-inference over HTTP. */
final class HttpInference implements Inference {

  private final RestClient http;
  private final UpstreamGuard guard;

  HttpInference(RestClient http, UpstreamGuard guard) {
    this.http = http;
    this.guard = guard;
  }

  @Override
  public JsonNode predict(RoutedRequest request) {
    return guard.call(() -> post("/predict", request));
  }

  @Override
  public JsonNode predictAll(List<RoutedRequest> requests) {
    return guard.call(() -> post("/batch-predict", requests));
  }

  @Override
  public JsonNode echo(PredictionRequest request) {
    return guard.call(() -> post("/echo", request));
  }

  @Override
  public JsonNode replay(UUID predictionId) {
    return guard.callIdempotent(
        () -> document(http.post().uri("/predictions/{id}/replay", predictionId)));
  }

  @Override
  public JsonNode explanation(UUID predictionId) {
    return guard.callIdempotent(
        () -> document(http.get().uri("/predictions/{id}/explanation", predictionId)));
  }

  private JsonNode post(String path, Object body) {
    return document(http.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static JsonNode document(RestClient.RequestHeadersSpec<?> request) {
    JsonNode answer = request.accept(MediaType.APPLICATION_JSON).retrieve().body(JsonNode.class);
    if (answer == null) {
      throw new ProblemException(
          ProblemType.UPSTREAM_FAILED, "ml-inference answered without a document");
    }
    return answer;
  }
}
