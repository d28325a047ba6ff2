package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.assembly.LocalStack;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml down}. */
@Command(
    name = "down",
    description = "Stops everything in order; the data stay.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(
      names = "--delete-data",
      description = "Also deletes candles, models, predictions, keys: everything under .ml.")
  private boolean deleteData;

  DownCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (!Files.exists(workspace.layout().keys())) {
      workspace.terminal().line("Nothing to stop: there is no stack here.");
      return 0;
    }
    try (StackLock _ = StackLock.take(workspace.layout())) {
      LocalStack stack = workspace.existingStack();
      stack.stop(workspace.terminal()::line);
    }
    if (deleteData) {
      Folders.deleteRecursively(workspace.layout().home());
      workspace.terminal().line("Deleted " + workspace.layout().home());
    }
    workspace.terminal().line("Down.");
    return 0;
  }
}
