package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.client.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml backtest}. */
@Command(
    name = "backtest",
    description = "Trades on a version's signals over stored candles and writes report and trades.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(
      names = "--model",
      defaultValue = "champion",
      description = "A version, or champion; ${DEFAULT-VALUE} unless set.")
  private String model = "";

  @Option(names = "--line", description = "Whose champion; global unless set.")
  private @Nullable String line;

  @Option(names = "--symbols", split = ",", description = "Those it was trained on unless set.")
  private List<String> symbols = List.of();

  @Option(
      names = "--from",
      description = "First bar, UTC: 2026-01-01T00:00:00Z; the start of the holdout unless set.")
  private @Nullable String from;

  @Option(names = "--to", description = "End of the bars, exclusive; the newest unless set.")
  private @Nullable String to;

  @Option(
      names = "--retrain-every",
      paramLabel = "DAYS",
      description = "Fits anew every so many days on what was known then.")
  private @Nullable Integer retrainEvery;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A rule: min_confidence, horizon_bars, stop_atr, target_atr, slippage_atr, spread_factor,"
              + " per_symbol, per_currency, total or risk_percent; may be repeated.")
  private Map<String, String> rules = Map.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the four files go; a folder named after the backtest unless set.")
  private @Nullable Path out;

  BacktestCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    ApiClient api = workspace.api();
    JsonNode queued = api.post("/backtests", request());
    String id = queued.path("backtest_id").asText();
    workspace.terminal().line(id + ": " + queued.path("message").asText());
    JsonNode job = new JobWatch(api, workspace.terminal()).follow("/backtests/" + id, "backtest");
    new BacktestLines(job.path("result")).lines().forEach(workspace.terminal()::line);
    workspace.terminal().line(BacktestLines.speed(job));
    Path folder = out == null ? Path.of(id) : out;
    Files.createDirectories(folder);
    for (JsonNode file : job.path("files")) {
      Path target = folder.resolve(Path.of(file.asText()).getFileName());
      Files.write(target, api.download("/backtests/" + id + "/" + file.asText()));
      workspace.terminal().line("  wrote " + target);
    }
    return 0;
  }

  private ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("model", model);
    Values.putIfSet(request, "line", line);
    Values.putIfSet(request, "from", from);
    Values.putIfSet(request, "to", to);
    if (retrainEvery != null) {
      request.put("retrain_every_days", retrainEvery);
    }
    if (!symbols.isEmpty()) {
      ArrayNode array = request.putArray("symbols");
      symbols.forEach(array::add);
    }
    if (!rules.isEmpty()) {
      ObjectNode object = request.putObject("rules");
      rules.forEach((name, value) -> object.set(name, Values.json(value)));
    }
    return request;
  }
}
