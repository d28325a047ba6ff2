package com.aicashevolution.evaluation;

/**
 * A Sharpe ratio with what is needed to say how much of it may be luck. Nothing is annualised:
 * ratio, benchmark and variance of trials are all per observation.
 *
 * <p>Observations must not overlap; overlapping trades are summed by day first.
 *
 * <p>Sources: Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier, Journal of
 * Risk 15(2), for the probabilistic ratio and the track record; Bailey and López de Prado (2014),
 * The Deflated Sharpe Ratio, Journal of Portfolio Management 40(5), for the deflation.
 *
 * @param ratio mean over sample standard deviation, per observation
 * @param observations how many, &ge; 0
 * @param skewness {@code γ₃ = m₃ / m₂^1.5}, 0 for a normal distribution
 * @param kurtosis {@code γ₄ = m₄ / m₂²}, 3 for a normal distribution; never below 1 + γ₃²
 */
public record SharpeRatio(double ratio, int observations, double skewness, double kurtosis) {

  private static final double EULER_MASCHERONI = 0.5772156649015329;

  /** Slack of Pearson's inequality, for rounding. */
  private static final double ROUNDING = 1e-9;

  public SharpeRatio {
    requireFinite("ratio", ratio);
    requireFinite("skewness", skewness);
    requireFinite("kurtosis", kurtosis);
    if (observations < 0) {
      throw new IllegalArgumentException("observations must be >= 0, were " + observations);
    }
    double least = 1 + skewness * skewness;
    if (kurtosis < least * (1 - ROUNDING)) {
      throw new IllegalArgumentException(
          "kurtosis must be >= 1 + skewness^2 = " + least + ", was " + kurtosis);
    }
  }

  /**
   * Of returns in the order they came. Fewer than two, or returns that do not vary, are no evidence
   * of anything: their ratio is 0 and their shape that of a normal distribution.
   */
  public static SharpeRatio of(double[] returns) {
    int n = returns.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      requireFinite("return " + i, returns[i]);
      mean += returns[i] / n;
    }
    double scale = 0;
    for (double x : returns) {
      scale = Math.max(scale, Math.abs(x - mean));
    }
    // the mean carries a rounding error of about 1e-16 of itself: smaller deviations are none
    if (n < 2 || scale <= 1e-12 * Math.abs(mean)) {
      return new SharpeRatio(0, n, 0, 3);
    }
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (double x : returns) {
      // in units of the largest deviation, so that no power under- or overflows
      double d = (x - mean) / scale;
      m2 += d * d / n;
      m3 += d * d * d / n;
      m4 += d * d * d * d / n;
    }
    double deviation = scale * Math.sqrt(m2 * n / (n - 1));
    return new SharpeRatio(mean / deviation, n, m3 / (m2 * Math.sqrt(m2)), m4 / (m2 * m2));
  }

  /**
   * Probabilistic Sharpe ratio: the confidence that the true ratio exceeds {@code benchmark}.
   *
   * <pre>
   * PSR(SR*) = Φ( (SR − SR*) √(n − 1) / √(1 − γ₃ SR + (γ₄ − 1)/4 · SR²) )
   * </pre>
   *
   * @param benchmark ratio per observation that must be beaten
   */
  public double probabilistic(double benchmark) {
    requireFinite("benchmark", benchmark);
    double distance = (ratio - benchmark) * Math.sqrt(Math.max(0, observations - 1));
    return distance == 0 ? 0.5 : NormalDistribution.cdf(distance / Math.sqrt(dispersion()));
  }

  /**
   * Deflated Sharpe ratio: the confidence that the true ratio exceeds what the best of {@code
   * trials} worthless strategies would have shown, {@code PSR(}{@link #expectedMaximum}{@code )}.
   *
   * @param trials independent strategies tried, this one included, &ge; 1
   * @param varianceOfTrials variance of their ratios per observation, &ge; 0
   */
  public double deflated(int trials, double varianceOfTrials) {
    return probabilistic(expectedMaximum(trials, varianceOfTrials));
  }

  /**
   * Expected largest ratio of {@code trials} independent strategies whose true ratio is 0, with γ
   * the Euler–Mascheroni constant:
   *
   * <pre>
   * E[max SR] ≈ √V · ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e)))
   * </pre>
   *
   * <p>One trial has no choice: 0.
   *
   * @param trials N, &ge; 1
   * @param varianceOfTrials V, variance of the ratios per observation, &ge; 0
   */
  public static double expectedMaximum(int trials, double varianceOfTrials) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be >= 1, were " + trials);
    }
    if (!(varianceOfTrials >= 0 && varianceOfTrials < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "varianceOfTrials must be finite and >= 0, was " + varianceOfTrials);
    }
    if (trials == 1) {
      return 0;
    }
    double typical = NormalDistribution.quantile(1 - 1.0 / trials);
    double rare = NormalDistribution.quantile(1 - 1 / (trials * Math.E));
    return Math.sqrt(varianceOfTrials)
        * ((1 - EULER_MASCHERONI) * typical + EULER_MASCHERONI * rare);
  }

  /**
   * Minimum track record length: observations needed until a ratio like this one is above {@code
   * benchmark} with {@code confidence}; infinite where it is not above.
   *
   * <pre>
   * MinTRL = 1 + (1 − γ₃ SR + (γ₄ − 1)/4 · SR²) · (Φ⁻¹(confidence) / (SR − SR*))²
   * </pre>
   *
   * @param benchmark ratio per observation that must be beaten
   * @param confidence in (0.5, 1)
   */
  public double minimumTrackRecordLength(double benchmark, double confidence) {
    requireFinite("benchmark", benchmark);
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0.5, 1), was " + confidence);
    }
    if (ratio <= benchmark) {
      return Double.POSITIVE_INFINITY;
    }
    double z = NormalDistribution.quantile(confidence) / (ratio - benchmark);
    return 1 + dispersion() * z * z;
  }

  /** Never below 0, because kurtosis is never below 1 + skewness². */
  private double dispersion() {
    return Math.max(0, 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }
}
