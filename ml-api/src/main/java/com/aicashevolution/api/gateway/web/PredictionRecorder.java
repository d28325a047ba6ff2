package com.aicashevolution.api.gateway.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.observability.PredictionMetrics;
import com.aicashevolution.platform.observability.PredictionOutcome;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Counts predictions as their callers saw them. */
@Component
@ConditionalOnWebApplication
final class PredictionRecorder {

  private final PredictionMetrics metrics;

  PredictionRecorder(PredictionMetrics metrics) {
    this.metrics = metrics;
  }

  void answered(@Nullable Symbol symbol, JsonNode document, long startedNanos) {
    metrics.record(
        symbol, PredictionOutcome.OK, since(startedNanos), document.path("cache_hit").asBoolean());
  }

  void refused(@Nullable Symbol symbol, ProblemType type, long startedNanos) {
    metrics.record(symbol, outcome(type), since(startedNanos), false);
  }

  private static Duration since(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private static PredictionOutcome outcome(ProblemType type) {
    return switch (type) {
      case NOT_ENOUGH_HISTORY -> PredictionOutcome.ABSTAINED;
      case MODEL_NOT_SERVING -> PredictionOutcome.NOT_SERVING;
      case INVALID_REQUEST,
          UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          TRAINING_IN_PROGRESS,
          MODEL_REJECTED,
          CONFLICT,
          NOT_REPLAYABLE,
          NOT_EXPLAINABLE,
          PAYLOAD_TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          TOO_MANY_REQUESTS ->
          PredictionOutcome.INVALID;
      case INTERNAL, UPSTREAM_FAILED, UNAVAILABLE, UPSTREAM_TIMEOUT -> PredictionOutcome.FAILED;
    };
  }
}
