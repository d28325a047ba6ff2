package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.terminal.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ml weights [optimize|history|reset]}. */
@Command(
    name = "weights",
    description = "How much each indicator is trusted, and the search for better weights.",
    mixinStandardHelpOptions = true)
final class WeightsCommand implements Callable<Integer> {

  /** What a request may carry, less what JSON adds to it. */
  private static final long MOST_BYTES = 900_000;

  private final Workspace workspace;

  @Mixin private Whose whose = new Whose();

  /** Whose weights. */
  static final class Whose {

    @Option(names = "--line", defaultValue = "global", description = "${DEFAULT-VALUE} unless set.")
    private String line = "global";

    @Option(
        names = "--timeframe",
        defaultValue = "H1",
        description = "${DEFAULT-VALUE} unless set.")
    private String timeframe = "H1";
  }

  WeightsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    JsonNode answer = workspace.api().get("/weights" + query(whose));
    Table table = new Table("indicator", "weight", "importance");
    for (JsonNode weight : answer.path("weights")) {
      table.row(
          weight.path("indicator_name").asText(),
          figure(weight.path("current_weight")),
          figure(weight.path("importance")));
    }
    workspace.terminal().line(table.toString());
    String version = answer.path("weights_version").asText();
    workspace
        .terminal()
        .line(
            version.equals("neutral")
                ? "Line %s has neutral weights: confidences stay as calibrated."
                    .formatted(whose.line)
                : "Line %s: %s, %d s old, learned from %s, improvement score %s"
                    .formatted(
                        whose.line,
                        version,
                        answer.path("age_seconds").asLong(),
                        answer.path("basis").asText(),
                        figure(answer.path("improvement_score"))));
    return 0;
  }

  @Command(
      name = "optimize",
      description = "Looks for better weights; stores them only where they are, out of sample.")
  int optimize(
      @Option(
              names = "--from-trades",
              paramLabel = "FILE",
              description =
                  "Learn from closed trades instead of predictions: a CSV with symbol, entry_time,"
                      + " direction, result and optionally exit_time.")
          @Nullable Path trades,
      @Mixin Whose whose) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("line", whose.line).put("timeframe", whose.timeframe);
    if (trades != null) {
      wish.put("trades", read(trades));
    }
    JsonNode answer = workspace.api().post("/weights/optimize", wish);
    workspace.terminal().line(answer.path("message").asText());
    JsonNode improvement = answer.path("improvement");
    if (improvement.isObject()) {
      workspace
          .terminal()
          .line(
              "Fitted on %d decisions, judged on the %d after %s: improvement score %s"
                  .formatted(
                      improvement.path("fitted").asInt(),
                      improvement.path("judged").asInt(),
                      improvement.path("split").asText(),
                      figure(answer.path("improvement_score"))));
    }
    return 0;
  }

  @Command(name = "history", description = "Every version of a line's weights, newest first.")
  int history(@Mixin Whose whose) {
    Table table = new Table("version", "in force", "created", "retired", "from", "score", "by");
    for (JsonNode version :
        workspace.api().get("/weights/history" + query(whose)).path("weights")) {
      table.row(
          version.path("weights_version").asText(),
          version.path("active").asBoolean() ? "yes" : "",
          version.path("created_at").asText(),
          version.path("retired_at").asText("-"),
          version.path("basis").asText(),
          figure(version.path("improvement_score")),
          version.path("actor").asText());
    }
    workspace.terminal().line(table.toString());
    return 0;
  }

  @Command(name = "reset", description = "Goes back to neutral weights.")
  int reset(
      @Option(names = "--reason", required = true, description = "Why, for the audit log.")
          String reason,
      @Mixin Whose whose) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("line", whose.line).put("timeframe", whose.timeframe).put("reason", reason);
    workspace
        .terminal()
        .line(workspace.api().post("/weights/reset", wish).path("message").asText());
    return 0;
  }

  private static String query(Whose whose) {
    return "?line=" + Values.segment(whose.line) + "&timeframe=" + Values.segment(whose.timeframe);
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new StackFailure(
            "%s has %,d bytes, at most %,d can be sent: leave out older trades"
                .formatted(file, Files.size(file), MOST_BYTES));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new StackFailure("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static String figure(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.4f", value.asDouble()) : "-";
  }
}
