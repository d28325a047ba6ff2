package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.JarTool;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.prove.Claim;
import com.aicashevolution.localstack.prove.Claims;
import com.aicashevolution.localstack.prove.ClaimsTable;
import com.aicashevolution.localstack.prove.Finding;
import com.aicashevolution.localstack.prove.Scene;
import com.aicashevolution.localstack.terminal.Table;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ml prove [NAME]}. */
@Command(
    name = "prove",
    description = "Lists the claims, or measures one; exits 0 when it holds.",
    mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "list",
      description = "Which claim; “list” if none.")
  private String name = "list";

  @Option(names = "--full", description = "At full size instead of in a minute or two.")
  private boolean full;

  @Option(names = "--json", description = "Prints the finding as one JSON object.")
  private boolean json;

  @Option(names = "--names", description = "Prints the names of all claims, one a line.")
  private boolean names;

  @Option(names = "--write", description = "Writes the finding to docs/CLAIMS.md.")
  private boolean write;

  ProveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    if (names) {
      Claims.all().forEach(each -> workspace.terminal().line(each.name()));
      return 0;
    }
    if (name.equals("list")) {
      Table table = new Table("claim", "promise", "goal");
      Claims.all().forEach(each -> table.row(each.name(), each.statement(), each.goal()));
      workspace.terminal().line(table.toString());
      return 0;
    }
    Claim claim =
        Claims.named(name)
            .orElseThrow(() -> new StackFailure("No claim “%s”: ./ml prove list.".formatted(name)));
    Instant begin = workspace.clock().instant();
    Finding finding = claim.measure(scene(), full);
    Duration taken = Duration.between(begin, workspace.clock().instant());
    if (write) {
      LocalDate today = LocalDate.ofInstant(begin, ZoneOffset.UTC);
      new ClaimsTable(workspace.layout().project().resolve("docs/CLAIMS.md"))
          .write(claim, finding, full, today);
    }
    print(claim, finding, taken);
    return finding.holds() ? 0 : Ml.FAILED;
  }

  private Scene scene() {
    Terminal quiet =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false,
            workspace.clock());
    return new Scene(
        this::stack,
        workspace.layout().project(),
        json ? quiet : workspace.terminal(),
        workspace.clock());
  }

  private Scene.Stack stack() {
    return new Scene.Stack(
        new Scene.Services(
            workspace.client(StackService.API),
            workspace.client(StackService.TRAINER),
            workspace.client(StackService.INFERENCE)),
        workspace.existingStack().engines().database(),
        new JarTool(workspace.existingStack()));
  }

  private void print(Claim claim, Finding finding, Duration taken) {
    if (json) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      object.put("claim", claim.name());
      object.put("figure", finding.figure());
      object.put("goal", claim.goal());
      object.put("holds", finding.holds());
      object.put("detail", finding.detail());
      object.put("full", full);
      object.put("seconds", taken.toSeconds());
      workspace.terminal().line(object.toString());
      return;
    }
    workspace.terminal().line("  " + finding.detail() + " (" + taken.toSeconds() + " s)");
    workspace
        .terminal()
        .line(
            "%s: %s (goal %s) %s"
                .formatted(
                    claim.name(),
                    finding.figure(),
                    claim.goal(),
                    finding.holds() ? "holds" : "falls short"));
  }
}
