package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.client.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml validate}. */
@Command(
    name = "validate",
    description = "Measures a version over any period as the gate would; changes nothing.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "VERSION", description = "As ./ml models shows it.")
  private String version = "";

  @Option(names = "--symbols", split = ",", description = "Those it was trained on unless set.")
  private List<String> symbols = List.of();

  @Option(
      names = "--from",
      description = "First bar, UTC: 2026-01-01T00:00:00Z; the start of the holdout unless set.")
  private @Nullable String from;

  @Option(names = "--to", description = "End of the bars, exclusive; the newest unless set.")
  private @Nullable String to;

  ValidateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    ApiClient api = workspace.api();
    JsonNode queued = api.post("/models/" + Values.segment(version) + "/validate", request());
    String id = queued.path("validation_id").asText();
    workspace.terminal().line(id + ": " + queued.path("message").asText());
    JsonNode job =
        new JobWatch(api, workspace.terminal()).follow("/validations/" + id, "validation");
    new ValidationLines(job.path("result")).lines().forEach(workspace.terminal()::line);
    return 0;
  }

  private ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    if (from != null) {
      request.put("from", from);
    }
    if (to != null) {
      request.put("to", to);
    }
    if (!symbols.isEmpty()) {
      ArrayNode array = request.putArray("symbols");
      symbols.forEach(array::add);
    }
    return request;
  }
}
