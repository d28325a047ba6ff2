package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.client.Refused;
import com.aicashevolution.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Entry of the script {@code ml}, which has found a JDK and built what was stale. */
@Command(
    name = "ml",
    description = "Runs, feeds, trains and asks one local stack.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Handled by the script itself: build (all that is stale), test (the whole verification),",
      "format (google-java-format), check-deploy (every deployable against its tools),",
      "load (Gatling against the stack), monitoring (Prometheus beside it), dashboards,",
      "bench training (samples a second: DL4J, DL4J with our kernel, PyTorch),",
      "bench http (requests a second: an echo, answers, stock Spring Boot),",
      "bench memory (what ml-inference holds with one model and with twenty-six),",
      "bench kernel (microseconds a window: our kernel, ONNX Runtime, PyTorch, DL4J)."
    },
    subcommands = {HelpCommand.class})
public final class Ml implements Runnable {
  /** Exit code of a wish that was understood and could not be fulfilled. */
  static final int FAILED = 1;

  private Ml() {}

  public static void main(String[] arguments) {
    Clock clock = Clock.systemUTC();
    Workspace workspace = new Workspace(layout(), Terminal.standard(clock), clock);
    System.exit(commandLine(workspace).execute(arguments));
  }

  /** The stack of this project, or the one whose folder {@code ML_HOME} names. */
  private static StackLayout layout() {
    Path project = Path.of(System.getProperty("project.root", "."));
    String home = System.getenv("ML_HOME");
    return home == null || home.isBlank()
        ? StackLayout.of(project)
        : new StackLayout(project, Path.of(home));
  }

  static CommandLine commandLine(Workspace workspace) {
    CommandLine line = new CommandLine(new Ml());
    for (Object command : commands(workspace)) {
      line.addSubcommand(command);
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((failure, command, _) -> say(failure, command));
  }

  private static List<Object> commands(Workspace workspace) {
    return List.of(
        new UpCommand(workspace),
        new DownCommand(workspace),
        new StatusCommand(workspace),
        new EnvCommand(workspace),
        new LogsCommand(workspace),
        new ImportCommand(workspace),
        new TrainCommand(workspace),
        new PromoteCommand(workspace),
        new RollbackCommand(workspace),
        new DriftCommand(workspace),
        new PredictCommand(workspace),
        new SignalsCommand(workspace),
        new ModelsCommand(workspace),
        new ReplayCommand(workspace),
        new WeightsCommand(workspace),
        new ExportOnnxCommand(workspace),
        new KeysCommand(workspace),
        new BacktestCommand(workspace),
        new ValidateCommand(workspace),
        new ProveCommand(workspace),
        new ReportCommand(workspace));
  }

  private static int say(Exception failure, CommandLine command) {
    if (failure instanceof StackFailure || failure instanceof Refused) {
      command.getErr().println(DiskSpace.explain(failure));
    } else if (DiskSpace.isExhausted(failure)) {
      command.getErr().println(DiskSpace.EXHAUSTED);
    } else if (failure instanceof IOException || failure instanceof java.sql.SQLException) {
      command.getErr().println(failure.getMessage());
    } else {
      command
          .getErr()
          .printf("This went wrong and should not have: %s%n", DiskSpace.explain(failure).strip());
      if (!wantsTraces()) {
        command.getErr().println("ML_DEBUG=1 ./ml … shows where; please report it.");
      }
    }
    if (wantsTraces()) {
      failure.printStackTrace(command.getErr());
    }
    command.getErr().flush();
    return FAILED;
  }

  /** Traces are for whoever mends this program. */
  private static boolean wantsTraces() {
    String wish = System.getenv("ML_DEBUG");
    return wish != null && !wish.isBlank() && !wish.equals("0");
  }

  /** Without a word: what there is to wish. */
  @Override
  public void run() {
    throw new StackFailure("Which wish? ./ml help lists them; ./ml up starts everything.");
  }
}
