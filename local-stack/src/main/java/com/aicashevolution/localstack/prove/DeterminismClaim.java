package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.TrainingRuns;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/** The same data, seed and settings give the same weights, byte for byte. */
final class DeterminismClaim implements Claim {
  private static final long SEED = 42;

  @Override
  public String name() {
    return "determinism";
  }

  @Override
  public String statement() {
    return "The same training twice gives identical weights.safetensors.";
  }

  @Override
  public String goal() {
    return "2 of 2 equal";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    ObjectNode request = request(scene, full);
    String first = train(scene, request, "first run");
    String second = train(scene, request, "second run");
    boolean equal = first.equals(second);
    return new Finding(
        equal ? "2 of 2 equal" : "2 different",
        equal,
        "sha256 of weights.safetensors: " + first + (equal ? " twice" : " and " + second));
  }

  private static ObjectNode request(Scene scene, boolean full) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("seed", SEED);
    request.put("publish", false);
    request.put("to", scene.clock().instant().truncatedTo(ChronoUnit.DAYS).toString());
    if (!full) {
      request.putArray("symbols").add("EURUSD").add("XAUUSD").add("BTCUSD");
      request.putObject("hyperparameters").put("epochs", 2).put("folds", 2).put("seeds", 2);
    }
    return request;
  }

  private static String train(Scene scene, ObjectNode request, String step) {
    ApiClient api = scene.api();
    String trainingId = api.post("/train", request).path("training_id").asText();
    JsonNode run;
    try (Progress progress = scene.terminal().progress(step, 100, "%")) {
      run =
          TrainingRuns.awaitEnd(
              api,
              trainingId,
              look ->
                  progress.update(
                      100 * look.path("progress").asDouble(), look.path("message").asText()));
    }
    String weights = run.path("metrics").path("weights_sha256").asText();
    if (weights.isEmpty()) {
      throw new StackFailure(
          "Training %s ended as %s without weights: %s"
              .formatted(trainingId, run.path("status").asText(), run.path("message").asText()));
    }
    return weights;
  }
}
