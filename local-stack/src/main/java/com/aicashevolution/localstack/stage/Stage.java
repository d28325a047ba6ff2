package com.aicashevolution.localstack.stage;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.Secrets;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.artifact.ModelShelf;
import com.aicashevolution.localstack.assembly.DatabaseAddress;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.ProcessMemory;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackPorts;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.keys.ApiKeyTable;
import com.aicashevolution.localstack.keys.Role;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.load.Target;
import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A running stack with candles of 26 symbols and a champion, on ports that were free; its processes
 * end with this JVM, and its folder is deleted with it. Not thread-safe.
 */
public final class Stage implements AutoCloseable {
  public static final String INFERENCE = StackService.INFERENCE.module();
  public static final String POSTGRES = "postgres";

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A market of its own, moved by posted candles alone. */
  private static final StackChoices CHOICES =
      new StackChoices(0, false, false, 1, StackChoices.DEFAULT_DAYS, Map.of());

  private final LocalStack stack;
  private final String key;
  private final ApiClient inference;
  private final StageMarket market;
  private final StageModels models;

  private Stage(LocalStack stack, String key, StageMarket market, StageModels models) {
    this.stack = stack;
    this.key = key;
    this.inference = new ApiClient(stack.ports().urlOf(StackService.INFERENCE), key);
    this.market = market;
    this.models = models;
  }

  /**
   * Brings one up.
   *
   * @param project whose built jars run
   * @param barsToCome bars of every symbol that are left for {@link StageMarket#closeBar}
   */
  public static Stage open(Path project, int barsToCome, Terminal terminal, Clock clock) {
    StackLayout layout = new StackLayout(project, StageFolder.fresh());
    StackSecrets secrets = StackSecrets.loadOrCreate(layout.keys(), new Secrets());
    LocalStack stack =
        new LocalStack(layout, StackPorts.free(), secrets, Lifetime.WITH_PARENT, CHOICES);
    boolean complete = false;
    try {
      terminal.line("Starting a stack of the measurement's own");
      stack.start(_ -> {});
      String key = secrets.apiKey(Role.OPERATE);
      storeKey(stack, key, clock);
      ApiClient api = new ApiClient(stack.ports().urlOf(StackService.API), key);
      StageMarket market = new StageMarket(api, clock.instant(), barsToCome);
      market.postHistory(terminal);
      ModelShelf shelf = new ModelShelf(stack.engines().s3(), stack.engines().database());
      StageModels models = StageModels.trainFirst(api, shelf, terminal);
      Stage stage = new Stage(stack, key, market, models);
      stage.awaitChampion(models.first());
      complete = true;
      return stage;
    } finally {
      if (!complete) {
        end(stack);
      }
    }
  }

  private static void storeKey(LocalStack stack, String key, Clock clock) {
    try (Connection connection = stack.engines().database().connect()) {
      var _ = new ApiKeyTable(connection, clock).add(key, "measurement", Role.OPERATE);
    } catch (SQLException e) {
      throw new StackFailure("the key could not be stored: " + e.getMessage(), e);
    }
  }

  public StageMarket market() {
    return market;
  }

  public StageModels models() {
    return models;
  }

  public ApiClient inference() {
    return inference;
  }

  /** What ml-inference tells Prometheus. */
  public String inferenceMetrics() {
    return inference().text("/metrics");
  }

  /** A route of ml-inference. */
  public Target inference(String path) {
    return new Target(stack.ports().of(StackService.INFERENCE), path, key);
  }

  public DatabaseAddress database() {
    return stack.engines().database();
  }

  /** SIGKILL; see {@link LocalStack#kill}. */
  public void kill(String component) {
    stack.kill(component);
  }

  /** Starts what was killed, and returns when it answers. */
  public void restart(String component) {
    stack.start(component);
  }

  /** What a service holds of the machine's memory after it collected its garbage. */
  public long residentKilobytes(String service) {
    return stack
        .memoryAfterCollection(service)
        .map(ProcessMemory::residentKilobytes)
        .orElseThrow(() -> new StackFailure("This machine does not tell a process's memory."));
  }

  /** Waits until ml-inference answers with {@code version} as the global champion. */
  public void awaitChampion(String version) {
    await(
        "ml-inference to serve " + version,
        () -> version.equals(inference().get("/health").path("model_version").asText()));
  }

  /** Waits until no prediction waits in the spool, and a model serves. */
  public void awaitWholeInference() {
    await(
        "ml-inference to serve a model and to empty its spool",
        () -> {
          JsonNode health = inference().get("/health");
          boolean spooling = false;
          for (JsonNode sentence : health.path("degraded")) {
            spooling |= sentence.asText().contains("spool");
          }
          return health.path("model_loaded").asBoolean() && !spooling;
        });
  }

  /**
   * Looks until it is so.
   *
   * @throws StackFailure when it is not within a minute
   */
  public static void await(String what, BooleanSupplier isSo) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new StackFailure("Waited %d s for %s in vain.".formatted(PATIENCE.toSeconds(), what));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  @Override
  public void close() {
    end(stack);
  }

  private static void end(LocalStack stack) {
    stack.stop(_ -> {});
    Folders.deleteRecursively(stack.layout().home());
  }
}
