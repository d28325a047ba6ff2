package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml rollback VERSION}. */
@Command(
    name = "rollback",
    description =
        "Takes a version out of service; its line's previous champion serves again, else the less"
            + " specific line that has one.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(paramLabel = "VERSION", description = "As ./ml models shows it.")
  private String version = "";

  @Option(names = "--reason", description = "Why, for the audit log.")
  private @Nullable String reason;

  RollbackCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    if (reason != null) {
      request.put("reason", reason);
    }
    JsonNode answer =
        workspace.api().post("/models/" + Values.segment(version) + "/rollback", request);
    workspace.terminal().line(answer.path("message").asText());
    return 0;
  }
}
