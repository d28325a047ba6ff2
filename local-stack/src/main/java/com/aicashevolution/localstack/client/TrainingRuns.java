package com.aicashevolution.localstack.client;

import com.aicashevolution.localstack.StackFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Training runs as {@code GET /training-status} shows them. */
public final class TrainingRuns {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private TrainingRuns() {}

  /** One run as it is now. */
  public static JsonNode look(ApiClient api, String trainingId) {
    return api.get("/training-status?training_id=" + trainingId);
  }

  /**
   * Looks at a run until it has ended.
   *
   * @param seen gets every look, the last one included
   * @return the last look
   * @throws StackFailure when the waiting thread is interrupted; the run goes on
   */
  public static JsonNode awaitEnd(ApiClient api, String trainingId, Consumer<JsonNode> seen) {
    JsonNode run = look(api, trainingId);
    seen.accept(run);
    while (UNFINISHED.contains(run.path("status").asText())) {
      pause();
      run = look(api, trainingId);
      seen.accept(run);
    }
    return run;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for a training run", e);
    }
  }
}
