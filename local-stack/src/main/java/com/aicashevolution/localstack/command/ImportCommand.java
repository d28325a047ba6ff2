package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.JarTool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./ml import FILE --symbol …}; its options are those of ml-api's own importer. */
@Command(
    name = "import",
    description = "Imports candles: FILE --symbol S [--timeframe T] [--format auto] [--skip-bad] …")
final class ImportCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ImportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    List<String> all = new ArrayList<>(List.of("import"));
    all.addAll(arguments);
    return JarTool.await(new JarTool(workspace.existingStack()).start(all, null));
  }
}
