package com.aicashevolution.inference.cli;

import com.aicashevolution.inference.replay.AuditReport;
import com.aicashevolution.inference.replay.ReplayAudit;
import com.aicashevolution.inference.replay.Replayer;
import com.aicashevolution.lstm.KernelCapability;
import com.aicashevolution.platform.journal.JournalArchive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cli replay}: gives past answers again in this process and compares every bit. */
@Command(
    name = "replay",
    description = {
      "Recomputes past answers from their journal rows and their versions' artifacts, and compares"
          + " every bit.",
      "Exits 0 if all are identical, 1 if one is not."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplayCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "PREDICTION_ID",
      description = "Only this answer, instead of many.")
  private @Nullable UUID predictionId;

  @Option(
      names = "--since",
      defaultValue = "24h",
      description =
          "Answers given since: 24h, 7d, 2026-11-01 or 2026-11-01T08:00:00Z (${DEFAULT-VALUE}).")
  private String since;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "So many of them, drawn at random; all of them unless said.")
  private @Nullable Integer sample;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which sample; the same seed draws the same rows (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Report as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (sample != null && sample < 1) {
      throw new ParameterException(spec.commandLine(), "--sample must be >= 1, was " + sample);
    }
    return CommandContext.with(this::run);
  }

  private int run(ConfigurableApplicationContext context) throws CommandFailedException {
    Replayer replayer = new Replayer(CommandContext.models(context));
    Clock clock = context.getBean(Clock.class);
    ReplayPrinter printer = new ReplayPrinter(spec.commandLine(), json);
    Instant begin = clock.instant();
    if (predictionId != null) {
      AuditReport one = one(context.getBean(JournalArchive.class), replayer, predictionId);
      printer.print(one, KernelCapability.current(), Duration.between(begin, clock.instant()));
      return one.clean() ? 0 : 1;
    }
    Instant from =
        Since.read(since, begin)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--since must be 24h, 7d, a date or an instant, was '" + since + "'"));
    ReplayAudit audit =
        new ReplayAudit(
            context.getBean(JournalArchive.class), replayer, printer.progress(clock, begin));
    AuditReport report = sample == null ? audit.all(from) : audit.sample(from, sample, seed);
    printer.print(report, KernelCapability.current(), Duration.between(begin, clock.instant()));
    return report.clean() ? 0 : 1;
  }

  private static AuditReport one(JournalArchive archive, Replayer replayer, UUID id)
      throws CommandFailedException {
    AuditReport report =
        new ReplayAudit(archive, replayer, (rows, identical) -> {}).these(List.of(id));
    if (report.rows() == 0) {
      throw new CommandFailedException("There is no prediction " + id);
    }
    return report;
  }
}
