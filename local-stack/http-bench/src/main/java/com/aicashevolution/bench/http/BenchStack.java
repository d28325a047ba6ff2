package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.artifact.ModelShelf;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackEngines;
import com.aicashevolution.localstack.assembly.StackEnvironment;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackPorts;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.client.TrainingRuns;
import com.aicashevolution.localstack.keys.ApiKeyTable;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.process.Lifetime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Engines, a simulated market and a champion of the default shape, made once and kept. The champion
 * is fitted for a moment and forced through the gate: how fast an answer is does not depend on how
 * good it is.
 */
final class BenchStack {
  private static final String DAYS = "90";

  private final StackLayout layout;
  private final StackPorts ports = StackPorts.free();
  private final StackSecrets secrets;
  private final StackEngines engines;

  BenchStack(Path project, Path home) {
    this.layout = new StackLayout(project, home);
    this.secrets = StackSecrets.loadOrCreate(layout.keys(), new Secrets());
    this.engines = new StackEngines(layout, ports, secrets, Lifetime.WITH_PARENT, Map.of());
  }

  StackLayout layout() {
    return layout;
  }

  int port(StackService service) {
    return ports.of(service);
  }

  String apiKey() {
    return secrets.apiKey(Role.OPERATE);
  }

  /** What a service is told. */
  Map<String, String> environment(StackService service) {
    return new StackEnvironment(
            ports, secrets, engines.environment(), Map.of("MARKET_DATA_SOURCE", "none"))
        .of(service);
  }

  /** Starts the engines, with everything in them that is needed and nothing of earlier runs. */
  void start(Consumer<String> said) throws IOException, SQLException {
    Path prepared = layout.home().resolve("prepared");
    if (!Files.exists(prepared)) {
      prepare(said);
      Files.createFile(prepared);
    }
    engines.start();
    try (Connection connection = engines.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate ml_predictions");
    }
  }

  void stop() {
    engines.stop();
  }

  Connection connect() throws SQLException {
    return engines.database().connect();
  }

  ModelShelf shelf() {
    return new ModelShelf(engines.s3(), engines.database());
  }

  private void prepare(Consumer<String> said) throws SQLException {
    StackChoices choices =
        new StackChoices(0, false, false, 1, StackChoices.DEFAULT_DAYS, Map.of());
    LocalStack stack = new LocalStack(layout, ports, secrets, Lifetime.WITH_PARENT, choices);
    try {
      said.accept("making a market and a champion, once");
      stack.start(said);
      try (Connection connection = engines.database().connect()) {
        ApiKeyTable table = new ApiKeyTable(connection, Clock.systemUTC());
        for (Role role : Role.values()) {
          var _ = table.add(secrets.apiKey(role), "bench", role);
        }
      }
      Path log = layout.logs().resolve("simulate.log");
      Process market = new JarTool(stack).start(List.of("simulate", "--days", DAYS), log);
      if (JarTool.await(market) != 0) {
        throw new StackFailure("the simulated market could not be loaded; see " + log);
      }
      makeChampion(said);
    } finally {
      stack.stop(said);
    }
  }

  private void makeChampion(Consumer<String> said) throws SQLException {
    ApiClient trainer = new ApiClient(ports.urlOf(StackService.TRAINER), apiKey());
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putObject("hyperparameters").put("max_epochs", 1).put("folds", 2).put("seeds", 1);
    JsonNode queued = trainer.post("/train", request);
    JsonNode run =
        TrainingRuns.awaitEnd(trainer, queued.path("training_id").asText(), BenchStack::ignore);
    String version = run.path("model_version").asText("");
    if (version.isEmpty()) {
      throw new StackFailure("the training run made no model: " + run);
    }
    said.accept("trained " + version);
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("traffic_percentage", 100).put("force", true).put("reason", "to be measured with");
    ApiClient.Answer promoted =
        trainer.exchange("POST", "/models/" + version + "/promote", wish.toString());
    if (!promoted.isSuccess() && !hasChampion()) {
      throw new StackFailure("no champion: " + promoted.text());
    }
  }

  private boolean hasChampion() throws SQLException {
    try (Connection connection = engines.database().connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select 1 from ml_lines where champion is not null")) {
      return rows.next();
    }
  }

  private static void ignore(JsonNode look) {
    // nobody watches this one
  }
}
