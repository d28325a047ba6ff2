package com.aicashevolution.localstack.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml signals}. */
@Command(
    name = "signals",
    description = "The latest signal of every symbol.",
    mixinStandardHelpOptions = true)
final class SignalsCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(names = "--refresh", description = "Predicts every symbol first.")
  private boolean refresh;

  SignalsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    SignalTable table = new SignalTable(workspace.api(), workspace.terminal());
    if (refresh) {
      table.predictAll(Duration.ZERO);
    }
    table.print();
    return 0;
  }
}
