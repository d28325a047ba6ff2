package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.ComponentStatus;
import com.aicashevolution.localstack.assembly.ProcessMemory;
import com.aicashevolution.localstack.terminal.Table;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code ./ml status}. */
@Command(
    name = "status",
    description = "What runs, since when, with how much memory. Exits 0 only when all is up.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Workspace workspace;

  StatusCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (!Files.exists(workspace.layout().keys())) {
      workspace.terminal().line("There is no stack here yet: ./ml up makes one.");
      return Ml.FAILED;
    }
    List<ComponentStatus> all = workspace.stack().status();
    Table table = new Table("component", "state", "port", "pid", "up for", "memory", "peak");
    for (ComponentStatus each : all) {
      ProcessMemory memory = each.memory();
      table.row(
          each.name(),
          each.state().name().toLowerCase(Locale.ROOT),
          Integer.toString(each.port()),
          each.pid() == null ? "-" : Long.toString(each.pid()),
          age(each.since()),
          memory == null ? "-" : memory.residentMegabytes() + " MB",
          memory == null ? "-" : memory.peakMegabytes() + " MB");
    }
    workspace.terminal().line(table.toString());
    return all.stream().allMatch(ComponentStatus::isUp) ? 0 : Ml.FAILED;
  }

  private String age(@Nullable Instant since) {
    if (since == null) {
      return "-";
    }
    Duration age = Duration.between(since, workspace.clock().instant());
    return age.toHours() >= 48
        ? age.toDays() + " days"
        : "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }
}
