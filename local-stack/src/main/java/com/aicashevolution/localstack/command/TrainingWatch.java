package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Shows a training run while it runs, then how it ended. */
final class TrainingWatch {
  private static final long BETWEEN_LOOKS_MILLIS = 400;
  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private final ApiClient api;
  private final Terminal terminal;

  TrainingWatch(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /** Returns the run's final status, {@code succeeded} or {@code rejected}; other ends throw. */
  JsonNode follow(String trainingId) {
    JsonNode run = api.get("/training-status?training_id=" + trainingId);
    try (Progress progress = terminal.progress("training", 100, "%")) {
      while (UNFINISHED.contains(run.path("status").asText())) {
        progress.update(100 * run.path("progress").asDouble(), detail(run));
        pause();
        run = api.get("/training-status?training_id=" + trainingId);
      }
      progress.update(100 * run.path("progress").asDouble(), detail(run));
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
    JsonNode metrics = run.path("metrics");
    terminal.line(
        "  %s %s".formatted(run.path("model_version").asText("(no version)"), verdict(status)));
    for (String name :
        new String[] {"accuracy", "majority_baseline", "f1", "macro_f1", "win_rate"}) {
      if (metrics.path(name).isNumber()) {
        terminal.line(
            String.format(Locale.ROOT, "    %-18s %.4f", name, metrics.get(name).asDouble()));
      }
    }
    for (JsonNode reason : run.path("gate").path("reasons")) {
      terminal.line("    gate: " + reason.asText());
    }
  }

  private static String verdict(String status) {
    return status.equals("succeeded") ? "passed the gate" : "was refused by the gate";
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
