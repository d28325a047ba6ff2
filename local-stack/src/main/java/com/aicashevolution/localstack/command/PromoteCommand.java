package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml promote VERSION}. */
@Command(
    name = "promote",
    description = "Gives a version traffic; 100 %% makes it champion.",
    mixinStandardHelpOptions = true)
final class PromoteCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "VERSION", description = "As ./ml models shows it.")
  private String version = "";

  @Option(
      names = "--percentage",
      defaultValue = "100",
      description = "Share of the traffic; ${DEFAULT-VALUE} unless set.")
  private int percentage;

  @Option(names = "--force", description = "Also when the gate refused it; needs --reason.")
  private boolean force;

  @Option(names = "--reason", description = "Why, for the audit log.")
  private @Nullable String reason;

  PromoteCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("traffic_percentage", percentage);
    request.put("force", force);
    if (reason != null) {
      request.put("reason", reason);
    }
    JsonNode answer =
        workspace.api().post("/models/" + Values.segment(version) + "/promote", request);
    workspace.terminal().line(answer.path("message").asText());
    return 0;
  }
}
