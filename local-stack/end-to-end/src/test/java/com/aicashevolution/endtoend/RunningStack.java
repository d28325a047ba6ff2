package com.aicashevolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackPorts;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.keys.ApiKeyTable;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.process.Lifetime;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One stack of its own for all tests of this module, on free ports, gone with the JVM. */
final class RunningStack {
  /** Few and small, so that a training takes seconds. */
  static final String SYMBOLS = "EURUSD,GBPUSD,USDJPY,EURGBP,XAUUSD,BTCUSD";

  static final String DAYS = "120";

  /**
   * The gate of a model that saw a few weeks a fold; the skill over the baselines is wanted in
   * full.
   */
  private static final Map<String, String> VARIABLES =
      Map.of("MIN_ACCURACY", "0.45", "MIN_F1", "0.40");

  /** Where it says in its logs and traces that it runs. */
  static final String ENVIRONMENT = "end-to-end";

  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private final LocalStack stack;
  private final StackSecrets secrets;
  private final TraceCollector traces;

  private RunningStack(LocalStack stack, StackSecrets secrets, TraceCollector traces) {
    this.stack = stack;
    this.secrets = secrets;
    this.traces = traces;
  }

  static RunningStack get() {
    return Started.STACK;
  }

  /** ml-api, to somebody with that role. */
  ApiClient api(Role role) {
    return client(StackService.API, role);
  }

  ApiClient client(StackService service, Role role) {
    return new ApiClient(stack.ports().urlOf(service), secrets.apiKey(role));
  }

  /** A service, to somebody without a key. */
  ApiClient stranger(StackService service) {
    return new ApiClient(stack.ports().urlOf(service), null);
  }

  Connection database() throws SQLException {
    return stack.engines().database().connect();
  }

  /** What the services say of their work to a collector. */
  TraceCollector traces() {
    return traces;
  }

  Path log(StackService service) {
    return stack.layout().logs().resolve(service.module() + ".log");
  }

  String secret(Role role) {
    return secrets.apiKey(role);
  }

  /** What must never be seen outside. */
  String[] secrets() {
    return new String[] {
      secrets.serviceKey(), secret(Role.READ), secret(Role.PREDICT), secret(Role.OPERATE)
    };
  }

  /** Runs the command line of ml-api's jar; returns its exit code. */
  int cli(String... arguments) {
    Path log = stack.layout().logs().resolve("cli.log");
    return JarTool.await(new JarTool(stack).start(List.of(arguments), log));
  }

  /** Queues a run and waits for its end. */
  JsonNode train(JsonNode request) {
    ApiClient api = api(Role.OPERATE);
    JsonNode queued = api.post("/train", request);
    assertThat(queued.path("status").asText()).isEqualTo("queued");
    return ended(queued.path("training_id").asText());
  }

  JsonNode ended(String trainingId) {
    return awaitRun(trainingId, status -> !UNFINISHED.contains(status));
  }

  /** Waits until the run has left the queue. */
  void awaitBegun(String trainingId) {
    awaitRun(trainingId, status -> !status.equals("queued"));
  }

  private JsonNode awaitRun(String trainingId, Predicate<String> status) {
    ApiClient api = api(Role.OPERATE);
    return Awaitility.await(trainingId)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> api.get("/training-status?training_id=" + trainingId),
            run -> status.test(run.path("status").asText()));
  }

  /** Loads the small simulated market unless there are candles. */
  void ensureMarket() throws SQLException {
    try (Connection connection = database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select 1 from market_candles limit 1")) {
      if (!rows.next()) {
        assertThat(cli("simulate", "--symbols", SYMBOLS, "--days", DAYS)).isZero();
      }
    }
  }

  /** Trains a champion unless one serves. */
  void ensureChampion() throws SQLException {
    ensureMarket();
    if (api(Role.OPERATE).exchange("POST", "/predict", "{\"symbol\":\"EURUSD\"}").isSuccess()) {
      return;
    }
    assertThat(train(Requests.smallTraining(2, 6, 0.005)).path("status").asText())
        .isEqualTo("succeeded");
    Awaitility.await("a champion")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> api(Role.OPERATE).exchange("POST", "/predict", "{\"symbol\":\"EURUSD\"}"),
            ApiClient.Answer::isSuccess);
  }

  private static RunningStack start() {
    Path project = Path.of(System.getProperty("project.root"));
    Path home = project.resolve("local-stack/end-to-end/target/stack");
    Folders.deleteRecursively(home);
    StackLayout layout = new StackLayout(project, home);
    StackSecrets secrets = StackSecrets.loadOrCreate(layout.keys(), new Secrets());
    TraceCollector traces = TraceCollector.start();
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put("LOG_FORMAT", "ecs");
    variables.put("LOG_LEVEL", "debug");
    variables.put("DEPLOYMENT_ENVIRONMENT", ENVIRONMENT);
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint());
    variables.put("OTEL_TRACES_SAMPLER_ARG", "1");
    StackChoices choices =
        new StackChoices(0, false, false, 1, StackChoices.DEFAULT_DAYS, variables);
    LocalStack stack =
        new LocalStack(layout, StackPorts.free(), secrets, Lifetime.WITH_PARENT, choices);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stop(_ -> {}), "stop-stack"));
    stack.start(_ -> {});
    try (Connection connection = stack.engines().database().connect()) {
      ApiKeyTable table = new ApiKeyTable(connection, Clock.systemUTC());
      for (Role role : Role.values()) {
        assertThat(table.add(secrets.apiKey(role), role.name(), role)).isPresent();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new RunningStack(stack, secrets, traces);
  }

  private static final class Started {
    static final RunningStack STACK = start();
  }
}
