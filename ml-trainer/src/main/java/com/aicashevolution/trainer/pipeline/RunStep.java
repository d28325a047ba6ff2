package com.aicashevolution.trainer.pipeline;

import java.util.Locale;

/** Where a run is, with the share of the run that lies behind when the step begins. */
public enum RunStep {
  QUEUED(0),
  DATASET(0.01),
  SEARCH(0.05),
  FIT(0.10),
  JUDGE(0.70),
  REFIT(0.76),
  PUBLISH(0.97),
  DONE(1);

  private final double begins;

  RunStep(double begins) {
    this.begins = begins;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Progress of the run when {@code fraction} of this step is done, in [0, 1]. */
  public double progress(double fraction) {
    double ends = this == DONE ? 1 : values()[ordinal() + 1].begins;
    return begins + (ends - begins) * Math.clamp(fraction, 0, 1);
  }
}
