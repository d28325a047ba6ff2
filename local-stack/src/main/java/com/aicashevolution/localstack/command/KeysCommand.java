package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.keys.ApiKeyTable;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.terminal.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
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
  public Integer call() throws SQLException {
    return list();
  }

  @Command(name = "list", description = "All keys ever made; the keys themselves are not kept.")
  int list() throws SQLException {
    Table table = new Table("id", "name", "role", "created (UTC)", "");
    try (Connection connection = connect()) {
      for (ApiKeyTable.Row row : table(connection).list()) {
        String end = row.end();
        table.row(
            row.keyId(), row.name(), row.role().name(), row.createdAt(), end == null ? "" : end);
      }
    }
    workspace.terminal().line(table.toString());
    return 0;
  }

  @Command(name = "create", description = "Makes a key and shows it, this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Who holds it.") String name,
      @Option(names = "--role", defaultValue = "READ", description = "${COMPLETION-CANDIDATES}")
          Role role)
      throws SQLException {
    String key = "mlk_" + new Secrets().next(32);
    try (Connection connection = connect()) {
      String id = table(connection).add(key, name, role).orElseThrow();
      workspace.terminal().line("%s (%s, %s): %s".formatted(id, name, role, key));
    }
    return 0;
  }

  @Command(name = "revoke", description = "Ends a key.")
  int revoke(@Parameters(paramLabel = "ID", description = "As list shows it.") String id)
      throws SQLException {
    try (Connection connection = connect()) {
      if (!table(connection).revoke(id)) {
        throw new StackFailure("No key %s is in force: see ./ml keys list.".formatted(id));
      }
    }
    workspace.terminal().line("Revoked " + id + "; the services forget it within a minute.");
    return 0;
  }

  private Connection connect() throws SQLException {
    return workspace.existingStack().engines().database().connect();
  }

  private ApiKeyTable table(Connection connection) {
    return new ApiKeyTable(connection, workspace.clock());
  }
}
