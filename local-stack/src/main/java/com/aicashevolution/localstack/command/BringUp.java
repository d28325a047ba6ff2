package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.keys.ApiKeyTable;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** The steps of {@code ./ml up}; each finds out what is left to do, so that a repeat resumes. */
final class BringUp {
  private static final Duration MODEL_LOADING = Duration.ofSeconds(60);

  /** A first model is wanted soon; later runs are fitted and examined as long as it helps. */
  private static final int FIRST_EPOCHS = 5;

  private static final int FIRST_FOLDS = 2;
  private static final int FIRST_SEEDS = 2;

  private final Workspace workspace;
  private final LocalStack stack;
  private final StackChoices choices;
  private final boolean train;
  private final Terminal terminal;

  BringUp(Workspace workspace, LocalStack stack, StackChoices choices, boolean train) {
    this.workspace = workspace;
    this.stack = stack;
    this.choices = choices;
    this.train = train;
    this.terminal = workspace.terminal();
  }

  void run() throws SQLException {
    terminal.line("Starting PostgreSQL, Redis, S3 and the three services");
    stack.start(sentence -> terminal.line("  " + sentence));
    StackSecrets secrets = workspace.secrets();
    storeKeys(secrets);
    boolean hasCandles = loadMarket();
    ApiClient api =
        new ApiClient(stack.ports().urlOf(StackService.API), secrets.apiKey(Role.OPERATE));
    if (hasCandles && train) {
      trainFirstModel(api);
    }
    SignalTable signals = new SignalTable(api, terminal);
    if (hasCandles) {
      signals.predictAll(hasChampion() ? MODEL_LOADING : Duration.ZERO);
    }
    terminal.line("");
    signals.print();
    printAddresses(secrets);
  }

  private void storeKeys(StackSecrets secrets) throws SQLException {
    try (Connection connection = stack.engines().database().connect()) {
      ApiKeyTable table = new ApiKeyTable(connection, workspace.clock());
      for (Role role : Role.values()) {
        var _ =
            table.add(secrets.apiKey(role), "local " + role.name().toLowerCase(Locale.ROOT), role);
      }
    }
  }

  /** Whether there are candles now. */
  private boolean loadMarket() throws SQLException {
    MarketLoader market = new MarketLoader(stack, terminal);
    if (!market.isEmpty()) {
      return true;
    }
    if (!choices.simulated()) {
      terminal.line("The store is empty: ./ml import FILE --symbol … brings candles.");
      return false;
    }
    terminal.line(
        "Loading the SIMULATED market: %d days of hourly candles, seed %d%s"
            .formatted(
                choices.days(),
                choices.seed(),
                choices.randomWalk() ? ", a pure random walk" : ""));
    market.simulate(choices);
    return true;
  }

  private void trainFirstModel(ApiClient api) throws SQLException {
    if (hasChampion()) {
      terminal.line("A champion serves; nothing to train.");
      return;
    }
    terminal.line("Training the first model");
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request
        .putObject("hyperparameters")
        .put("max_epochs", FIRST_EPOCHS)
        .put("folds", FIRST_FOLDS)
        .put("seeds", FIRST_SEEDS);
    JsonNode queued = api.post("/train", request);
    new TrainingWatch(api, terminal).follow(queued.path("training_id").asText());
  }

  private boolean hasChampion() throws SQLException {
    try (Connection connection = stack.engines().database().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select 1 from ml_lines where champion is not null")) {
      return rows.next();
    }
  }

  private void printAddresses(StackSecrets secrets) {
    terminal.line("");
    for (StackService service : StackService.values()) {
      terminal.line("  %-13s %s".formatted(service.module(), stack.ports().urlOf(service)));
    }
    terminal.line("  keys          " + stack.layout().keys());
    for (Role role : Role.values()) {
      terminal.line(
          "    %-8s %s".formatted(role.name().toLowerCase(Locale.ROOT), secrets.apiKey(role)));
    }
    terminal.line("  try           eval \"$(./ml env)\"  ·  ./ml status  ·  ./ml down");
  }
}
