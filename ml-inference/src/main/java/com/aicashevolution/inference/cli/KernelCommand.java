package com.aicashevolution.inference.cli;

import com.aicashevolution.lstm.KernelCapability;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cli kernel}: what a version answers to drawn windows on this virtual machine. */
@Command(
    name = "kernel",
    description = {
      "Answers drawn windows with a published version, and writes the bits of every answer, so that"
          + " they can be compared with another virtual machine's.",
      "Reports as one JSON object; exits 0 if every window had the same bits alone and in a batch."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class KernelCommand implements Callable<Integer> {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final long MOST = 10_000_000;

  @Parameters(paramLabel = "VERSION", description = "Which version, v20261121_020000 say.")
  private String version;

  @Option(
      names = "--windows",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many windows (${DEFAULT-VALUE}).")
  private long windows;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which windows; the same seed draws the same ones (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write: three logits and three probabilities a window, big-endian.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ModelVersion wanted;
    try {
      wanted = new ModelVersion(version);
    } catch (IllegalArgumentException noVersion) {
      throw new ParameterException(spec.commandLine(), String.valueOf(noVersion.getMessage()));
    }
    if (windows < 1 || windows > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--windows must be in [1, %d], was %d".formatted(MOST, windows));
    }
    return CommandContext.with(context -> examine(context, wanted));
  }

  private int examine(ConfigurableApplicationContext context, ModelVersion wanted)
      throws CommandFailedException, ArtifactFormatException, IOException {
    ModelManifest manifest = CommandContext.model(context, wanted).manifest();
    KernelExamination examination =
        new KernelExamination(CommandContext.weights(context, wanted), manifest);
    Clock clock = context.getBean(Clock.class);
    Instant begin = clock.instant();
    KernelExamination.Result result;
    try (DataOutputStream bits =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      result = examination.answer(windows, seed, bits, progress(clock, begin));
    }
    KernelCapability kernel = KernelCapability.current();
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("model_version", wanted.value());
    report.put("windows", result.windows());
    report.put("windows_sha256", result.windowsSha256());
    report.put("same_alone_and_in_a_batch", result.alike());
    report.put("golden_vectors", manifest.golden().size());
    report.put("golden_error", examination.goldenError());
    report.put("kernel_lanes", kernel.lanes());
    report.put("fused_multiply_add", kernel.fusedMultiplyAdd().name());
    report.put("seconds", Duration.between(begin, clock.instant()).toMillis() / 1_000.0);
    PrintWriter printer = spec.commandLine().getOut();
    printer.println(report);
    printer.flush();
    return result.alike() == result.windows() ? 0 : 1;
  }

  /** A line every two seconds. */
  private LongConsumer progress(Clock clock, Instant begin) {
    PrintWriter err = spec.commandLine().getErr();
    AtomicReference<Instant> lastLine = new AtomicReference<>(begin);
    return done -> {
      Instant now = clock.instant();
      if (Duration.between(lastLine.get(), now).compareTo(EVERY) >= 0) {
        lastLine.set(now);
        err.printf("answered %,d, of %,d windows%n", done, windows);
        err.flush();
      }
    };
  }
}
