package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.assembly.StackChoices;
import com.aicashevolution.localstack.terminal.Terminal;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml up}: from nothing, or from wherever an earlier run came to, to 26 signals. */
@Command(
    name = "up",
    description = "Starts everything, fills an empty store, trains the first model, shows signals.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(
      names = "--random-walk",
      description = "A simulated market with nothing to find: the gate must refuse.")
  private boolean randomWalk;

  @Option(names = "--no-market", description = "Leaves the store empty, for candles of your own.")
  private boolean noMarket;

  @Option(names = "--seed", description = "Which simulated market.")
  private @Nullable Long seed;

  @Option(names = "--days", description = "Days of simulated history to begin with.")
  private @Nullable Integer days;

  @Option(names = "--no-train", description = "Trains nothing.")
  private boolean noTrain;

  @Option(
      names = "--port-offset",
      description = "Moves all ports by 0 to 13000, for a second stack or when one is taken.")
  private @Nullable Integer portOffset;

  @Option(
      names = "--external",
      description = "Uses DATABASE_URL, REDIS_URL, S3_BUCKET… of the environment where set.")
  private boolean external;

  UpCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws SQLException {
    Terminal terminal = workspace.terminal();
    Instant begin = workspace.clock().instant();
    DiskSpace.require(workspace.layout().home());
    try (StackLock _ = StackLock.take(workspace.layout())) {
      StackChoices choices = choices();
      LocalStack stack = workspace.stack(choices);
      choices.write(workspace.layout().settings());
      try (StopUnlessFinished guard = new StopUnlessFinished(stack, terminal)) {
        new BringUp(workspace, stack, choices, !noTrain).run();
        guard.finished();
      }
    }
    terminal.line("");
    terminal.line(
        "Up after %d s."
            .formatted(Duration.between(begin, workspace.clock().instant()).toSeconds()));
    return 0;
  }

  /** What was asked now, else what was asked last, else the defaults. */
  private StackChoices choices() {
    StackChoices last = workspace.choices();
    StackChoices wanted =
        new StackChoices(
            portOffset == null ? last.portOffset() : portOffset,
            !noMarket && (last.simulated() || randomWalk),
            randomWalk || last.randomWalk(),
            seed == null ? last.seed() : seed,
            days == null ? last.days() : days,
            external ? externalVariables() : last.external());
    boolean hasData = Files.exists(workspace.layout().settings());
    if (hasData && !wanted.isSameMarketAs(last)) {
      throw new StackFailure(
          "This stack holds another market (%s); ./ml down --delete-data first, then up again."
              .formatted(describe(last)));
    }
    return wanted;
  }

  private static String describe(StackChoices choices) {
    if (!choices.simulated()) {
      return "candles of your own";
    }
    return "simulated, seed %d%s"
        .formatted(choices.seed(), choices.randomWalk() ? ", random walk" : "");
  }

  private static Map<String, String> externalVariables() {
    Map<String, String> variables = new TreeMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.matches("DATABASE_URL|REDIS_URL|USE_S3_STORAGE|S3_.*|AWS_.*")) {
                variables.put(name, value);
              } else if (name.equals("MODEL_STORAGE_BUCKET")) {
                variables.put("S3_BUCKET", value);
              }
            });
    if (variables.isEmpty()) {
      throw new StackFailure(
          "--external was asked, but none of DATABASE_URL, REDIS_URL, S3_BUCKET is set.");
    }
    return variables;
  }
}
