package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.api.marketdata.ImportProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Progress as a line every two seconds. Not thread-safe. */
final class ProgressLines implements ImportProgress {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final Clock clock;
  private @Nullable Step step;
  private Instant stepStarted;
  private Instant lastLine;

  ProgressLines(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.stepStarted = clock.instant();
    this.lastLine = stepStarted;
  }

  @Override
  public void at(Step current, long rows, long total) {
    Instant now = clock.instant();
    if (current != step) {
      step = current;
      stepStarted = now;
    }
    Duration since = Duration.between(lastLine, now);
    if (since.compareTo(EVERY) < 0) {
      return;
    }
    lastLine = now;
    double seconds = Math.max(0.001, Duration.between(stepStarted, now).toMillis() / 1000.0);
    String of = total > 0 ? " of %,d".formatted(total) : "";
    out.printf(
        "%s %,d%s rows, %,.0f rows/s%n",
        current.name().toLowerCase(Locale.ROOT), rows, of, rows / seconds);
    out.flush();
  }
}
