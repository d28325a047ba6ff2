package com.aicashevolution.localstack.stage;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.artifact.Damage;
import com.aicashevolution.localstack.artifact.ModelShelf;
import com.aicashevolution.localstack.artifact.Recomputation;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.TrainingRuns;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The versions of a stage: one that was trained, and others made of it. Not thread-safe. */
public final class StageModels {
  private static final String REASON = "a measurement of the serving engine";

  private final ApiClient api;
  private final ModelShelf shelf;
  private final String first;
  private int made;

  private StageModels(ApiClient api, ModelShelf shelf, String first) {
    this.api = api;
    this.shelf = shelf;
    this.first = first;
  }

  /** Fits one network on little, and makes it champion whatever the gate says of it. */
  static StageModels trainFirst(ApiClient api, ModelShelf shelf, Terminal terminal) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putArray("symbols").add("EURUSD").add("XAUUSD").add("BTCUSD");
    request.put("seed", 1);
    request.putObject("hyperparameters").put("max_epochs", 1).put("folds", 2).put("seeds", 2);
    String trainingId = api.post("/train", request).path("training_id").asText();
    JsonNode run;
    try (Progress progress = terminal.progress("first model", 100, "%")) {
      run =
          TrainingRuns.awaitEnd(
              api,
              trainingId,
              look ->
                  progress.update(
                      100 * look.path("progress").asDouble(), look.path("message").asText()));
    }
    String version = run.path("model_version").asText();
    if (version.isEmpty()) {
      throw new StackFailure(
          "The first model was not made: %s %s"
              .formatted(run.path("status").asText(), run.path("message").asText()));
    }
    StageModels models = new StageModels(api, shelf, version);
    models.promote(version);
    return models;
  }

  /** The version that was trained. */
  public String first() {
    return first;
  }

  /** Publishes a version that answers otherwise than every other, and gives its name. */
  public String publishAnother() {
    String version = nextName();
    shelf.publishVariation(first, version, made);
    return version;
  }

  /** Publishes a damaged version, and gives its name. */
  public String publish(Damage damage) {
    String version = nextName();
    shelf.publishDamaged(first, version, damage);
    return version;
  }

  private String nextName() {
    made++;
    return "v20000101_%06d".formatted(made / 60 * 100 + made % 60);
  }

  /** All traffic to {@code version}; returns when the registry says so. */
  public void promote(String version) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("traffic_percentage", 100).put("force", true).put("reason", REASON);
    var _ = api.post("/models/" + version + "/promote", wish);
  }

  /** Takes {@code version} out of service; returns when the registry says so. */
  public void rollback(String version) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("reason", REASON);
    var _ = api.post("/models/" + version + "/rollback", wish);
  }

  /** What {@code version} must answer. */
  public Recomputation recomputationOf(String version) {
    return shelf.recomputationOf(version);
  }
}
