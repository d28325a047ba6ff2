package com.aicashevolution.trainer.fits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * {@code ml_fits_claimed_total}, {@code ml_fits_taken_over_total}, {@code ml_fits_refused_total},
 * {@code ml_fits_failed_total} and {@code ml_fit_duration_seconds}, of this replica; every series
 * exists from the start. Thread-safe.
 */
public final class FitMeters {

  private final Counter claimed;
  private final Counter takenOver;
  private final Counter refused;
  private final Counter failed;
  private final Timer duration;

  public FitMeters(MeterRegistry registry) {
    this.claimed = counter(registry, "ml.fits.claimed", "Fits this replica has taken");
    this.takenOver =
        counter(registry, "ml.fits.taken.over", "Fits taken from a replica that vanished");
    this.refused =
        counter(registry, "ml.fits.refused", "Fits given back because the candles differ");
    this.failed = counter(registry, "ml.fits.failed", "Fits that broke");
    this.duration =
        Timer.builder("ml.fit.duration")
            .description("Time from taking a fit to its result")
            .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void claimed(boolean fromAnother) {
    claimed.increment();
    if (fromAnother) {
      takenOver.increment();
    }
  }

  void refused() {
    refused.increment();
  }

  void failed() {
    failed.increment();
  }

  void took(Duration time) {
    duration.record(time);
  }
}
