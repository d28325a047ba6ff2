package com.aicashevolution.trainer.backtest;

import com.aicashevolution.model.ModelManifest;
import java.time.Instant;

/**
 * Until when a network knew the market. By time alone: other symbols of the same hours count as
 * seen, because they move together, and so does what came before its first candle.
 *
 * @param fittedUntil bars that open before it are in sample
 * @param examinedUntil bars that open before it, and not in sample, are the gate's holdout
 */
public record Seen(Instant fittedUntil, Instant examinedUntil) {

  /** Nothing is in sample: every bar is answered by a network fitted before it. */
  public static final Seen NOTHING = new Seen(Instant.MIN, Instant.MIN);

  public Seen {
    if (examinedUntil.isBefore(fittedUntil)) {
      throw new IllegalArgumentException(
          "examinedUntil must not be before fittedUntil, were "
              + examinedUntil
              + " and "
              + fittedUntil);
    }
  }

  /** What the published network of {@code manifest} has seen. */
  public static Seen by(ModelManifest manifest) {
    Instant holdout = manifest.walkForward().holdout().from();
    Instant end = manifest.data().to();
    return new Seen(holdout, end.isBefore(holdout) ? holdout : end);
  }

  public Phase of(Instant openTime) {
    if (openTime.isBefore(fittedUntil)) {
      return Phase.IN_SAMPLE;
    }
    return openTime.isBefore(examinedUntil) ? Phase.HOLDOUT : Phase.OUT_OF_SAMPLE;
  }
}
