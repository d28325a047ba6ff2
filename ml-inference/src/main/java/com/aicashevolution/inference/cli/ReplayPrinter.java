package com.aicashevolution.inference.cli;

import com.aicashevolution.inference.replay.AuditReport;
import com.aicashevolution.inference.replay.ReplayAudit;
import com.aicashevolution.inference.replay.ReplayResult;
import com.aicashevolution.lstm.KernelCapability;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/** Says what an audit does, on the error stream, and what it found, on the other. */
final class ReplayPrinter {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  ReplayPrinter(CommandLine line, boolean json) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.json = json;
  }

  /** A line every two seconds. */
  ReplayAudit.Progress progress(Clock clock, Instant begin) {
    AtomicReference<Instant> lastLine = new AtomicReference<>(begin);
    return (rows, identical) -> {
      Instant now = clock.instant();
      if (Duration.between(lastLine.get(), now).compareTo(EVERY) < 0) {
        return;
      }
      lastLine.set(now);
      double seconds = Duration.between(begin, now).toMillis() / 1_000.0;
      err.printf("replayed %,d, identical %,d, %,.0f a second%n", rows, identical, rows / seconds);
      err.flush();
    };
  }

  void print(AuditReport report, KernelCapability kernel, Duration taken) {
    out.println(json ? document(report, kernel, taken) : text(report, kernel, taken));
    out.flush();
  }

  private static String text(AuditReport report, KernelCapability kernel, Duration taken) {
    StringBuilder text = new StringBuilder();
    for (ReplayResult failure : report.failures()) {
      text.append("%s: %s%n".formatted(failure.predictionId(), failure.sentence()));
    }
    if (report.rows() == 0) {
      return text.append("No predictions: nothing to replay").toString();
    }
    return text.append(
            "%,d of %,d identical, %,d different, %,d not replayable, in %.1f s with %s"
                .formatted(
                    report.identical(),
                    report.rows(),
                    report.different(),
                    report.notReplayable(),
                    taken.toMillis() / 1_000.0,
                    kernel.lanes() > 1 ? kernel.lanes() + " lanes" : "plain loops"))
        .toString();
  }

  private static String document(AuditReport report, KernelCapability kernel, Duration taken) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("rows", report.rows());
    object.put("identical", report.identical());
    object.put("different", report.different());
    object.put("not_replayable", report.notReplayable());
    object.put("kernel_lanes", kernel.lanes());
    object.put("fused_multiply_add", kernel.fusedMultiplyAdd().name());
    object.put("seconds", taken.toMillis() / 1_000.0);
    ArrayNode failures = object.putArray("failures");
    for (ReplayResult failure : report.failures()) {
      failures
          .addObject()
          .put("prediction_id", failure.predictionId().toString())
          .put("detail", failure.sentence());
    }
    return object.toString();
  }
}
