package com.aicashevolution.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How large each statistic may become before it means something, learnt from the reference history
 * itself: windows of the very length that will be checked are compared with a profile of the other
 * half of the history, so that autocorrelation, clustered volatility and a profile that is itself a
 * sample are all in the figures.
 *
 * <pre>
 * history ─► halves A B ─► windows of A against profile of B, of B against profile of A
 *                               │ statistic ÷ its own 90 % quantile  (scale)
 *                               ▼
 *                          score = the largest of all ─► its tail ─► limit for the run length
 * </pre>
 *
 * <p>The limit is set on the largest of all statistics, whose joint dependence is that of the
 * history: with 51 statistics no further correction for their number is due (Westfall, Young 1993).
 *
 * @param windowBars length of the windows it holds for
 * @param scales one per statistic of the profile, &gt; 0
 * @param limit of the score, &gt; 0
 */
public record DriftThresholds(int windowBars, List<Double> scales, double limit) {

  private static final double SCALE_LEVEL = 0.9;
  private static final double SMALLEST_SCALE = 1e-6;

  public DriftThresholds {
    scales = List.copyOf(scales);
    for (int i = 0; i < scales.size(); i++) {
      if (!(scales.get(i) > 0 && scales.get(i) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "scale " + i + " must be finite and > 0, was " + scales.get(i));
      }
    }
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("limit must be finite and > 0, was " + limit);
    }
  }

  /**
   * Learns scales and limit.
   *
   * @param history of the reference, at least {@link CheckPlan#leastBars()} rows
   */
  public static DriftThresholds calibrate(Observations history, CheckPlan plan) {
    int half = history.rows() / 2;
    int window = plan.windowBars();
    if (history.rows() < plan.leastBars()) {
      throw new IllegalArgumentException(
          "history must be at least "
              + plan.leastBars()
              + " bars for windows of "
              + window
              + ", was "
              + history.rows());
    }
    Observations first = history.slice(0, half);
    Observations second = history.slice(half, history.rows());
    List<double[]> measured = new ArrayList<>();
    measure(ReferenceProfile.of(second), first, plan, measured);
    measure(ReferenceProfile.of(first), second, plan, measured);
    List<Double> scales = new ArrayList<>();
    for (int i = 0; i < measured.getFirst().length; i++) {
      double[] sorted = Samples.sorted("statistic " + i, DriftStatistics.column(measured, i));
      scales.add(Math.max(SMALLEST_SCALE, Samples.quantile(sorted, SCALE_LEVEL)));
    }
    double[] scores =
        measured.stream().mapToDouble(row -> DriftStatistics.score(row, scales)).toArray();
    double limit =
        TailQuantile.exceededWith(1 / plan.distributionRunLength(), scores, plan.overlap());
    return new DriftThresholds(window, scales, limit);
  }

  private static void measure(
      ReferenceProfile profile, Observations history, CheckPlan plan, List<double[]> target) {
    for (int end = plan.windowBars(); end <= history.rows(); end += plan.barsBetweenChecks()) {
      target.add(DriftStatistics.measure(profile, history.slice(end - plan.windowBars(), end)));
    }
  }

  /**
   * Compares the newest window of {@code recent} with the profile these thresholds belong to.
   *
   * @throws IllegalArgumentException if {@code recent} is shorter than a window
   */
  public DistributionVerdict judge(ReferenceProfile profile, Observations recent) {
    if (recent.rows() < windowBars) {
      throw new IllegalArgumentException(
          "recent must be at least " + windowBars + " bars, were " + recent.rows());
    }
    double[] values = DriftStatistics.measure(profile, recent.last(windowBars));
    List<DriftStatistics.Key> keys = DriftStatistics.keys(profile);
    double score = DriftStatistics.score(values, scales);
    List<DistributionVerdict.Finding> findings = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      findings.add(
          new DistributionVerdict.Finding(
              keys.get(i).column(), keys.get(i).statistic(), values[i], scales.get(i) * limit));
    }
    return new DistributionVerdict(score, limit, findings);
  }
}
