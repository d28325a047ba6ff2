package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.terminal.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml keys list|create|revoke}. */
@Command(
    name = "keys",
    description = "The keys of people and programs.",
    mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
  private final Workspace workspace;

  KeysCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", description = "All keys ever made; the keys themselves are not kept.")
  int list() {
    Table table = new Table("id", "name", "role", "created", "expires", "revoked");
    for (JsonNode key : workspace.api().get("/keys").path("keys")) {
      table.row(
          key.path("key_id").asText(),
          key.path("name").asText(),
          key.path("role").asText(),
          key.path("created_at").asText(),
          key.path("expires_at").asText("-"),
          key.path("revoked_at").asText("-"));
    }
    workspace.terminal().line(table.toString());
    return 0;
  }

  @Command(name = "create", description = "Makes a key and shows it, this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Who holds it.") String name,
      @Option(names = "--role", defaultValue = "READ", description = "${COMPLETION-CANDIDATES}")
          Role role,
      @Option(names = "--days", description = "Until it expires; never unless set.")
          @Nullable Integer days) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("name", name).put("role", role.name());
    if (days != null) {
      wish.put("expires_in_days", days);
    }
    JsonNode issued = workspace.api().post("/keys", wish);
    workspace
        .terminal()
        .line(
            "%s (%s, %s): %s"
                .formatted(
                    issued.path("key").path("key_id").asText(),
                    name,
                    role,
                    issued.path("api_key").asText()));
    return 0;
  }

  @Command(name = "revoke", description = "Ends a key; the services forget it within 30 seconds.")
  int revoke(@Parameters(paramLabel = "ID", description = "As list shows it.") String id) {
    workspace.api().delete("/keys/" + Values.segment(id));
    workspace.terminal().line("Revoked " + id);
    return 0;
  }
}
