package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml predict SYMBOL}. */
@Command(
    name = "predict",
    description = "Asks for one prediction and shows the answer.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "SYMBOL", description = "EURUSD say.")
  private String symbol = "";

  @Option(names = "--timeframe", description = "H1 unless set.")
  private @Nullable String timeframe;

  @Option(names = "--version", description = "Exactly this model.")
  private @Nullable String version;

  @Option(names = "--user", description = "Whose request it is, for the traffic split.")
  private @Nullable String user;

  @Option(
      names = {"-i", "--indicator"},
      paramLabel = "NAME=VALUE",
      description = "An indicator of the newest bar, rsi_value=65 say; may be repeated.")
  private Map<String, String> indicators = Map.of();

  PredictCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("symbol", symbol);
    if (timeframe != null) {
      request.put("timeframe", timeframe);
    }
    if (version != null) {
      request.put("model_version", version);
    }
    if (user != null) {
      request.put("user_id", user);
    }
    if (!indicators.isEmpty()) {
      ObjectNode values = request.putObject("indicators");
      indicators.forEach((name, value) -> values.set(name, Values.json(value)));
    }
    JsonNode answer = workspace.api().post("/predict", request);
    workspace.terminal().line(answer.toPrettyString());
    return 0;
  }
}
