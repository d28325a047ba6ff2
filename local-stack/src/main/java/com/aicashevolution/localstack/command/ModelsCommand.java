package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.terminal.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./ml models}. */
@Command(
    name = "models",
    description = "The versions, newest first, and why the gate refused those it refused.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  private final Workspace workspace;

  ModelsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    JsonNode models = workspace.api().get("/models").path("models");
    if (models.isEmpty()) {
      workspace.terminal().line("No models yet: ./ml train makes one.");
      return 0;
    }
    Table table =
        new Table("version", "line", "status", "part", "traffic", "accuracy", "baseline", "");
    for (JsonNode model : models) {
      JsonNode metrics = model.path("metrics");
      table.row(
          model.path("model_version").asText(),
          model.path("line").asText(),
          model.path("status").asText(),
          model.path("alias").asText("-").toLowerCase(Locale.ROOT),
          model.path("traffic_percentage").asInt() + " %",
          figure(metrics.path("accuracy")),
          figure(metrics.path("majority_baseline")),
          model.path("simulated").asBoolean() ? "SIMULATED" : "");
    }
    workspace.terminal().line(table.toString());
    for (JsonNode model : models) {
      for (JsonNode reason : model.path("gate").path("reasons")) {
        workspace
            .terminal()
            .line("  %s: %s".formatted(model.path("model_version").asText(), reason.asText()));
      }
    }
    return 0;
  }

  private static String figure(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.4f", value.asDouble()) : "-";
  }
}
