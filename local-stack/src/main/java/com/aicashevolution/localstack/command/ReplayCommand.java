package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.JarTool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./ml replay}; its options are those of ml-inference's own auditor. */
@Command(
    name = "replay",
    description = "Recomputes past answers, bit by bit: [ID] [--since 24h] [--sample N] [--json]")
final class ReplayCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ReplayCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    List<String> all = new ArrayList<>(List.of("replay"));
    all.addAll(arguments);
    return JarTool.await(new JarTool(workspace.existingStack()).startInference(all));
  }
}
