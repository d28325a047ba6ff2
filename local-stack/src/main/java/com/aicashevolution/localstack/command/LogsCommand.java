package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.ComponentStatus;
import com.aicashevolution.localstack.assembly.LocalStack;
import com.aicashevolution.localstack.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml logs [component] [-f]}. */
@Command(
    name = "logs",
    description = "Shows the last log lines of one component, or of all.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMPONENT",
      description = "postgres, redis, s3, ml-trainer, ml-inference, ml-api, simulate; all if none.")
  private @Nullable String component;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "40",
      description = "How many lines; ${DEFAULT-VALUE} unless set.")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on showing what is written.")
  private boolean follow;

  LogsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    LocalStack stack = workspace.existingStack();
    String wanted = component;
    List<Path> logs =
        wanted == null
            ? stack.status().stream().map(ComponentStatus::name).map(stack::log).toList()
            : List.of(stack.log(wanted));
    if (follow) {
      return follow(logs);
    }
    for (Path log : logs) {
      workspace.terminal().line("==> " + log + " <==");
      workspace.terminal().line(ChildProcess.tail(log, lines));
    }
    return 0;
  }

  private int follow(List<Path> logs) throws IOException {
    List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines), "-F"));
    logs.forEach(log -> command.add(log.toString()));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
