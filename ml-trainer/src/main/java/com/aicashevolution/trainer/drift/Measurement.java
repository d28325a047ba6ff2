package com.aicashevolution.trainer.drift;

import java.util.Locale;

/**
 * One number against its threshold.
 *
 * @param subject what it is about: an indicator's wire name, {@code volatility}, {@code
 *     class_shares}, {@code confidence} or {@code results}
 * @param statistic how it was measured
 * @param threshold above which it is drift, &gt; 0
 */
public record Measurement(String subject, String statistic, double value, double threshold) {

  public boolean exceeded() {
    return value > threshold;
  }

  /** How much of the threshold is used up; above 1 it is drift. */
  public double ratio() {
    return value / threshold;
  }

  /** For example {@code rsi_value: wasserstein 0.812 above 0.403}. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %s %.3f %s %.3f",
        subject,
        statistic,
        value,
        exceeded() ? "above" : "within",
        threshold);
  }
}
