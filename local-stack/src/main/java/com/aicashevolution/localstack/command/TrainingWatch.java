package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.TrainingRuns;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;

/** Shows a training run while it runs, then how it ended. */
final class TrainingWatch {
  private final ApiClient api;
  private final Terminal terminal;

  TrainingWatch(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /** Returns the run's final status, {@code succeeded} or {@code rejected}; other ends throw. */
  JsonNode follow(String trainingId) {
    JsonNode run;
    try (Progress progress = terminal.progress("training", 100, "%")) {
      run =
          TrainingRuns.awaitEnd(
              api,
              trainingId,
              look -> progress.update(100 * look.path("progress").asDouble(), detail(look)));
    }
    printEnd(run);
    return run;
  }

  private static String detail(JsonNode run) {
    String step = run.path("step").asText();
    String message = run.path("message").asText();
    return step.isEmpty() || message.startsWith(step) ? message : step + ": " + message;
  }

  private void printEnd(JsonNode run) {
    String status = run.path("status").asText();
    String trainingId = run.path("training_id").asText();
    switch (status) {
      case "succeeded", "rejected" -> printVerdict(run, status);
      default ->
          throw new StackFailure(
              "Training %s ended as %s: %s"
                  .formatted(trainingId, status, run.path("message").asText()));
    }
  }

  private void printVerdict(JsonNode run, String status) {
    terminal.line(
        "  %s %s".formatted(run.path("model_version").asText("(no version)"), verdict(status)));
    new ExaminationLines(run.path("metrics")).lines().forEach(terminal::line);
    for (JsonNode reason : run.path("gate").path("reasons")) {
      terminal.line("    gate: " + reason.asText());
    }
  }

  private static String verdict(String status) {
    return status.equals("succeeded") ? "passed the gate" : "was refused by the gate";
  }
}
