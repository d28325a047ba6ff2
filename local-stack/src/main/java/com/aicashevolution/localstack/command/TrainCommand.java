package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.client.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml train}. */
@Command(
    name = "train",
    description = "Trains and judges a model; exits 0 when the gate passed it.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(names = "--line", description = "global, fx-major, fx-cross, metal, crypto or a symbol.")
  private @Nullable String line;

  @Option(names = "--symbols", split = ",", description = "Trains on these alone.")
  private List<String> symbols = List.of();

  @Option(names = "--timeframe", description = "H1 unless set.")
  private @Nullable String timeframe;

  @Option(names = "--from", description = "First bar, UTC: 2026-01-01T00:00:00Z.")
  private @Nullable String from;

  @Option(names = "--to", description = "End of the bars, exclusive.")
  private @Nullable String to;

  @Option(
      names = "--holdout-from",
      description = "First bar held out; the newest 15 %% unless set.")
  private @Nullable String holdoutFrom;

  @Option(names = "--seed", description = "Seed of the fit.")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A hyper-parameter, epochs=10 say; may be repeated.")
  private Map<String, String> hyperparameters = Map.of();

  @Option(
      names = "--search",
      paramLabel = "TRIALS",
      description = "Chooses hyper-parameters among so many first.")
  private @Nullable Integer search;

  @Option(
      names = "--warm-start",
      paramLabel = "VERSION",
      description = "Begins every fit from this version, or champion, and not from random weights.")
  private @Nullable String warmStart;

  @Option(names = "--force", description = "Queues behind a run that is in progress.")
  private boolean force;

  @Option(names = "--no-publish", description = "Fits and judges only; no version comes of it.")
  private boolean noPublish;

  @Option(names = "--no-wait", description = "Returns once the run is queued.")
  private boolean noWait;

  TrainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    ApiClient api = workspace.api();
    JsonNode queued = api.post("/train", request());
    String trainingId = queued.path("training_id").asText();
    workspace.terminal().line(trainingId + ": " + queued.path("message").asText());
    if (noWait) {
      return 0;
    }
    JsonNode run = new TrainingWatch(api, workspace.terminal()).follow(trainingId);
    return run.path("status").asText().equals("succeeded") ? 0 : Ml.FAILED;
  }

  private ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("force_retrain", force);
    request.put("publish", !noPublish);
    Values.putIfSet(request, "line", line);
    Values.putIfSet(request, "timeframe", timeframe);
    Values.putIfSet(request, "from", from);
    Values.putIfSet(request, "to", to);
    Values.putIfSet(request, "holdout_from", holdoutFrom);
    Values.putIfSet(request, "warm_start", warmStart);
    if (seed != null) {
      request.put("seed", seed);
    }
    if (search != null) {
      request.putObject("search").put("trials", search);
    }
    if (!symbols.isEmpty()) {
      ArrayNode array = request.putArray("symbols");
      symbols.forEach(array::add);
    }
    if (!hyperparameters.isEmpty()) {
      ObjectNode object = request.putObject("hyperparameters");
      hyperparameters.forEach((name, value) -> object.set(name, Values.json(value)));
    }
    return request;
  }
}
