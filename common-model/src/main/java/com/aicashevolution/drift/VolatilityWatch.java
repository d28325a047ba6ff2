package com.aicashevolution.drift;

import com.aicashevolution.market.CandleSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Notices within a day that moves have grown, which distributions of two weeks cannot.
 *
 * <pre>
 * bar ─► range less 0.6 of its net move ─► ÷ usual for its hour of the day ─► v
 *        net move, squared               ─► ÷ usual for its hour of the day ─► u
 * foretold ln v from v, u and direction of the bars before   (VolatilityForecast)
 * surprise e = (ln v − foretold) / deviation
 * evidence S = max(0, S + e − 0.4)                           (Page 1954, cumulative sum)
 * </pre>
 *
 * <p>Volatility clusters, so a high one is no news by itself; that it is higher than what was
 * foretold, bar after bar, is. What is foretold and the limit are learnt from the reference
 * history.
 *
 * @param usualRange 24 means by hour of the day, UTC
 * @param usualSquare 24 means of squared log returns by hour of the day, UTC
 * @param forecast of a bar from those before
 * @param limit of the evidence, &gt; 0
 */
public record VolatilityWatch(
    List<Double> usualRange, List<Double> usualSquare, VolatilityForecast forecast, double limit) {

  /** Bars before the first one read: what the EWMAs and the sum need to forget their start. */
  public static final int WARM_UP_BARS = 200;

  /** Surprises below this many deviations are no evidence. */
  private static final double ALLOWANCE = 0.4;

  public VolatilityWatch {
    usualRange = List.copyOf(usualRange);
    usualSquare = List.copyOf(usualSquare);
    HourlyMoves.requireUsual("usualRange", usualRange);
    HourlyMoves.requireUsual("usualSquare", usualSquare);
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("limit must be finite and > 0, was " + limit);
    }
  }

  /**
   * Learns what is usual.
   *
   * @param history of the reference, at least {@value #WARM_UP_BARS} bars and twenty checks long
   * @throws IllegalArgumentException if it is shorter or does not move
   */
  public static VolatilityWatch fit(CandleSeries history, CheckPlan plan) {
    int least = WARM_UP_BARS + 20 * plan.barsBetweenChecks();
    if (history.size() < least) {
      throw new IllegalArgumentException(
          "history must be at least " + least + " bars, was " + history.size());
    }
    HourlyMoves moves = HourlyMoves.of(history);
    List<Double> usualRange = moves.usual(moves.range());
    List<Double> usualSquare = moves.usual(moves.square());
    VolatilityForecast forecast =
        VolatilityForecast.fit(moves.relativeTo(usualRange, usualSquare), WARM_UP_BARS);
    // the limit is not known yet; any will do to follow the evidence
    VolatilityWatch unlimited = new VolatilityWatch(usualRange, usualSquare, forecast, 1);
    double[] evidence = unlimited.evidence(history);
    List<Double> checks = new ArrayList<>();
    int step = plan.barsBetweenChecks();
    for (int end = WARM_UP_BARS + step; end <= evidence.length; end += step) {
      checks.add(highest(evidence, end - step, end));
    }
    double[] values = checks.stream().mapToDouble(x -> x).toArray();
    double limit = TailQuantile.exceededWith(1 / plan.volatilityRunLength(), values, 1);
    return new VolatilityWatch(usualRange, usualSquare, forecast, Math.max(ALLOWANCE, limit));
  }

  /**
   * Reads the newest {@code bars} bars of {@code recent}.
   *
   * @param recent at least {@value #WARM_UP_BARS} bars more than are read; further ones change
   *     nothing that matters
   */
  public VolatilityReading read(CandleSeries recent, int bars) {
    if (bars < 1 || recent.size() < WARM_UP_BARS + bars) {
      throw new IllegalArgumentException(
          "to read "
              + bars
              + " bars, at least 1, there must be "
              + (WARM_UP_BARS + bars)
              + ", were "
              + recent.size());
    }
    double[] evidence = evidence(recent.last(WARM_UP_BARS + bars));
    return new VolatilityReading(highest(evidence, WARM_UP_BARS, evidence.length), limit);
  }

  /** The evidence at every bar, from nothing at the first. */
  public double[] evidence(CandleSeries series) {
    double[] surprise =
        forecast.surprises(HourlyMoves.of(series).relativeTo(usualRange, usualSquare));
    double[] evidence = new double[surprise.length];
    double sum = 0;
    for (int i = 0; i < evidence.length; i++) {
      sum = Math.max(0, sum + surprise[i] - ALLOWANCE);
      evidence[i] = sum;
    }
    return evidence;
  }

  private static double highest(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).max().orElseThrow();
  }
}
