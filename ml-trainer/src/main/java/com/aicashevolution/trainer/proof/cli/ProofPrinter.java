package com.aicashevolution.trainer.proof.cli;

import com.aicashevolution.trainer.proof.Finding;
import com.aicashevolution.trainer.proof.Proof;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Prints how far a proof is and what it found, for a person or for {@code ./ml}; fails where nobody
 * reads any more, so that a proof for nobody ends. Thread-safe.
 */
final class ProofPrinter implements Proof.ProofProgress {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final boolean json;
  private final Clock clock;
  private final Instant begin;
  private Instant printed = Instant.MIN;
  private String step = "";

  ProofPrinter(PrintWriter out, boolean json, Clock clock) {
    this.out = out;
    this.json = json;
    this.clock = clock;
    this.begin = clock.instant();
  }

  @Override
  public synchronized void at(String nowAt, double done, long total, String unit) {
    Instant now = clock.instant();
    boolean due = !nowAt.equals(step) || done >= total || !now.isBefore(printed.plus(every()));
    if (!due) {
      return;
    }
    step = nowAt;
    printed = now;
    if (json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("step", step).put("done", done).put("total", total).put("unit", unit);
      print(line.toString());
    } else {
      print(String.format(Locale.ROOT, "  %s: %,.0f/%,d %s", step, done, total, unit));
    }
  }

  /** A program can be told more often than a person. */
  private Duration every() {
    return json ? Duration.ofMillis(200) : EVERY;
  }

  synchronized void finding(Proof proof, Finding finding, boolean full) {
    long seconds = Duration.between(begin, clock.instant()).toSeconds();
    if (json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("claim", proof.name()).put("figure", finding.figure()).put("goal", proof.goal());
      line.put("holds", finding.holds()).put("detail", finding.detail());
      line.put("full", full).put("seconds", seconds);
      print(line.toString());
    } else {
      print("  " + finding.detail().replace("\n", "\n  ") + " (" + seconds + " s)");
      print(
          "%s: %s (goal %s) %s"
              .formatted(
                  proof.name(),
                  finding.figure(),
                  proof.goal(),
                  finding.holds() ? "holds" : "falls short"));
    }
  }

  private void print(String line) {
    out.println(line);
    if (out.checkError()) {
      throw new IllegalStateException("nobody reads what is proved");
    }
  }
}
