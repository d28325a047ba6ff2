package com.aicashevolution.trainer.schedule;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Looks whether the global line needs a new model. Thread-safe. */
public final class StalenessCheck {

  private final ModelRegistry registry;
  private final CandleStore candles;
  private final Clock clock;
  private final Duration maxAge;

  public StalenessCheck(ModelRegistry registry, CandleStore candles, Clock clock, Duration maxAge) {
    this.registry = registry;
    this.candles = candles;
    this.clock = clock;
    this.maxAge = maxAge;
  }

  /**
   * Whether the newest global version, served or not, is older than the bound, or there is none
   * while there are candles to learn from. A refused version counts: a market that offers nothing
   * must not be trained on four times a day.
   */
  public boolean retrainingIsDue() {
    Optional<ModelRecord> newest = registry.newestOf(ModelLine.GLOBAL);
    if (newest.isEmpty()) {
      return !candles.coverage().isEmpty();
    }
    return newest.get().createdAt().plus(maxAge).isBefore(clock.instant());
  }
}
