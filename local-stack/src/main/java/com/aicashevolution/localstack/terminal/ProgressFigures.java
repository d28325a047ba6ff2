package com.aicashevolution.localstack.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Share, rate and remaining time of one step, from when it began. */
final class ProgressFigures {
  private final InstantSource time;
  private final Instant start;
  private final long total;
  private final String unit;

  ProgressFigures(InstantSource time, long total, String unit) {
    if (total <= 0) {
      throw new IllegalArgumentException("total must be > 0, was " + total);
    }
    this.time = time;
    this.start = time.instant();
    this.total = total;
    this.unit = unit;
  }

  Duration elapsed() {
    return Duration.between(start, time.instant());
  }

  double share(double done) {
    return Math.clamp(done / total, 0, 1);
  }

  /** Of a step that is counted in percent the rate says nothing. */
  private static final String PERCENT = "%";

  /** {@code 12/40 epochs, 0.8/s, 35 s left}; rate and remaining time once they mean something. */
  String describe(double done) {
    boolean inPercent = unit.equals(PERCENT);
    String counted =
        inPercent
            ? "%3d %%".formatted((long) done)
            : String.format(Locale.ROOT, "%,d/%,d %s", (long) done, total, unit);
    double seconds = elapsed().toMillis() / 1000.0;
    if (done <= 0 || seconds < 1) {
      return counted;
    }
    double rate = done / seconds;
    String left = done >= total ? seconds(seconds) : seconds((total - done) / rate) + " left";
    return counted + ", " + (inPercent ? "" : rate(rate) + ", ") + left;
  }

  private static String rate(double perSecond) {
    return perSecond >= 10
        ? String.format(Locale.ROOT, "%,.0f/s", perSecond)
        : String.format(Locale.ROOT, "%.2f/s", perSecond);
  }

  static String seconds(double seconds) {
    long whole = Math.round(seconds);
    return whole < 100 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
  }
}
