package com.aicashevolution.trainer.proof.cli;

import com.aicashevolution.trainer.proof.Finding;
import com.aicashevolution.trainer.proof.Proof;
import com.aicashevolution.trainer.proof.Proof.Effort;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prove NAME}: measures one proof; 0 if it holds, 1 if not, 2 if it was misspelt. */
@Command(
    name = "prove",
    description = "Measures one promise of the trainer, in a simulation of its own.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ProveCommand implements Callable<Integer> {

  /** First argument of the jar that asks for a proof instead of the service. */
  public static final String WORD = "prove";

  private static final int FALLS_SHORT = 1;

  private final List<Proof> proofs;
  private final Clock clock;

  @Parameters(paramLabel = "NAME", description = "Which promise.")
  private String name;

  @Option(names = "--full", description = "At full size instead of in a minute or two.")
  private boolean full;

  @Option(names = "--json", description = "One JSON object a line: progress, then the finding.")
  private boolean json;

  @Option(
      names = "--parallelism",
      description = "Simulations or fits at once; as many as there are cores unless said.")
  private int parallelism;

  @Spec private CommandSpec spec;

  ProveCommand(List<Proof> proofs, Clock clock) {
    this.proofs = List.copyOf(proofs);
    this.clock = clock;
  }

  /** Runs it and returns its exit code. */
  public static int run(List<Proof> proofs, Clock clock, String... arguments) {
    // What libraries say about themselves would stand between the lines of the proof.
    LoggingSystem.get(ProveCommand.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    return new CommandLine(new ProveCommand(proofs, clock)).execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    Proof proof =
        proofs.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(this::none);
    ProofPrinter printer = new ProofPrinter(spec.commandLine().getOut(), json, clock);
    int cores = Runtime.getRuntime().availableProcessors();
    Finding finding =
        proof.measure(new Effort(full, parallelism == 0 ? cores : parallelism), printer);
    printer.finding(proof, finding, full);
    return finding.holds() ? 0 : FALLS_SHORT;
  }

  private ParameterException none() {
    return new ParameterException(
        spec.commandLine(),
        "No proof “%s”; there are %s."
            .formatted(name, proofs.stream().map(Proof::name).collect(Collectors.joining(", "))));
  }
}
