package com.aicashevolution.drift.simulation;

import com.aicashevolution.drift.CheckPlan;
import com.aicashevolution.drift.DriftReference;
import com.aicashevolution.drift.DriftThresholds;
import com.aicashevolution.drift.Observations;
import com.aicashevolution.drift.ReferenceProfile;
import com.aicashevolution.drift.VolatilityWatch;
import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * Replays a simulated market that does not change its nature: the first part is the reference, the
 * rest is checked day by day, and every alarm in it is a false one. Then the volatility of the rest
 * is doubled at many bars, one at a time, and the bars until it is noticed are counted; bars at
 * which the watch is already alarmed are passed over, for there is nothing to notice.
 * Deterministic.
 *
 * @param plan of the checks
 * @param referenceDays that are learnt from
 * @param replayDays that are checked
 * @param doublings per market
 */
public record DriftSimulation(CheckPlan plan, int referenceDays, int replayDays, int doublings) {

  private static final double DAYS_PER_QUARTER = 365.25 / 4;
  private static final int DETECTION_BARS = 24;
  private static final double DOUBLED = 2;

  /** Two years learnt from, one replayed. */
  public static final DriftSimulation YEAR = new DriftSimulation(CheckPlan.DAILY, 730, 365, 50);

  public DriftSimulation {
    if (referenceDays < 1 || replayDays < 30 || doublings < 1) {
      throw new IllegalArgumentException(
          "referenceDays and doublings must be >= 1 and replayDays >= 30, were "
              + referenceDays
              + ", "
              + doublings
              + " and "
              + replayDays);
    }
  }

  /** Replays one symbol of one market. */
  public DriftTrial run(SimulationSpec market, Symbol symbol) {
    Instant start = SimulatedMarket.ANCHOR;
    Instant end = start.plus(Duration.ofDays((long) referenceDays + replayDays));
    CandleSeries series = new SimulatedMarket(market).candles(symbol, start, end);
    int split = firstBarFrom(series, start.plus(Duration.ofDays(referenceDays)));
    FeaturePipeline pipeline = new FeaturePipeline();
    DriftReference reference = DriftReference.calibrate(pipeline.matrix(series.upTo(split)), plan);
    return falseAlarms(reference, pipeline.matrix(series), split)
        .plus(detections(reference.volatility(), series, split));
  }

  private static int firstBarFrom(CandleSeries series, Instant time) {
    int found = series.indexOf(time);
    return found >= 0 ? found : -found - 1;
  }

  private DriftTrial falseAlarms(DriftReference reference, FeatureMatrix matrix, int split) {
    Observations all = Observations.of(matrix);
    double[] evidence = reference.volatility().evidence(matrix.series());
    ReferenceProfile profile = reference.profile();
    DriftThresholds thresholds = reference.thresholds();
    int checks = 0;
    int alarming = 0;
    int alarms = 0;
    int distributionAlarms = 0;
    boolean before = false;
    boolean distributionBefore = false;
    for (int to = split + plan.windowBars(); to <= evidence.length; ) {
      Observations window = all.slice(0, to - matrix.firstBar()).last(plan.windowBars());
      boolean distribution = thresholds.judge(profile, window).drifted();
      boolean volatility = false;
      for (int bar = to - plan.barsBetweenChecks(); bar < to; bar++) {
        volatility |= evidence[bar] > reference.volatility().limit();
      }
      boolean alarm = distribution || volatility;
      checks++;
      alarming += alarm ? 1 : 0;
      alarms += alarm && !before ? 1 : 0;
      distributionAlarms += distribution && !distributionBefore ? 1 : 0;
      before = alarm;
      distributionBefore = distribution;
      to += plan.barsBetweenChecks();
    }
    double quarters = replayDays / DAYS_PER_QUARTER;
    return new DriftTrial(quarters, checks, alarming, alarms, distributionAlarms, 0, 0, 0);
  }

  private DriftTrial detections(VolatilityWatch watch, CandleSeries series, int split) {
    int first = Math.max(split, VolatilityWatch.WARM_UP_BARS);
    int room = series.size() - DETECTION_BARS - first;
    int tried = 0;
    int detected = 0;
    long bars = 0;
    for (int d = 0; d < doublings; d++) {
      int bar = first + (int) ((long) room * d / doublings);
      CandleSeries around = series.slice(bar - VolatilityWatch.WARM_UP_BARS, bar + DETECTION_BARS);
      double[] evidence =
          watch.evidence(ScaledMoves.from(around, VolatilityWatch.WARM_UP_BARS, DOUBLED));
      if (evidence[VolatilityWatch.WARM_UP_BARS - 1] > watch.limit()) {
        continue;
      }
      tried++;
      for (int i = VolatilityWatch.WARM_UP_BARS; i < evidence.length; i++) {
        if (evidence[i] > watch.limit()) {
          detected++;
          bars += i - VolatilityWatch.WARM_UP_BARS + 1;
          break;
        }
      }
    }
    return new DriftTrial(0, 0, 0, 0, 0, tried, detected, bars);
  }
}
