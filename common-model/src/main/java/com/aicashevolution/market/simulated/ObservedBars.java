package com.aicashevolution.market.simulated;

import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.LabelSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * Every bar of one simulated path as {@link ReachableAccuracy} needs it: the right answer, and a
 * coarse cell of what an observer of the candles knows when the bar closes.
 *
 * <pre>
 *   volatility cell   expected σ over the horizon ÷ distance of the barriers
 *   full cell         volatility cell × P(up) × P(down) × the newest return
 * </pre>
 */
final class ObservedBars {

  static final int VOLATILITY_CELLS = 12;
  static final int CELLS = VOLATILITY_CELLS * 10 * 10 * 5;

  private static final int WARM_UP_BARS = 400;
  private static final int ATR_BARS = 14;

  private final LabelSpec label;
  private final CandleSeries candles;
  private final double[] activity;
  private final RegimeFilter filter;

  private ObservedBars(
      SimulationSpec observer, LabelSpec label, CandleSeries candles, double[] activity) {
    this.label = label;
    this.candles = candles;
    this.activity = activity;
    this.filter = new RegimeFilter(observer, SimulatedInstrument.of(candles.symbol()));
  }

  /** Receives the bars in order. */
  interface Visitor {
    void bar(int cell, int volatilityCell, int answer);
  }

  /**
   * Walks a path of {@code days} from the anchor.
   *
   * @param market what generates the candles
   * @param observer what the observer believes generates them
   */
  static void walk(
      SimulationSpec market,
      SimulationSpec observer,
      LabelSpec label,
      Symbol symbol,
      int days,
      Visitor visitor) {
    Instant from = SimulatedMarket.ANCHOR;
    CandleSeries candles =
        new SimulatedMarket(market).candles(symbol, from, from.plus(Duration.ofDays(days)));
    Sessions sessions = new Sessions(symbol);
    double[] activity = new double[candles.size()];
    for (int i = 0; i < activity.length; i++) {
      activity[i] = sessions.activity(candles.openTime(i));
    }
    new ObservedBars(observer, label, candles, activity).visit(visitor);
  }

  private void visit(Visitor visitor) {
    TripleBarrier barrier = new TripleBarrier(label);
    double atr = 0;
    for (int i = 0; i < candles.size() - label.horizonBars(); i++) {
      filter.observe(candles.open(i), candles.close(i), activity[i]);
      atr = i < ATR_BARS ? atr + trueRange(i) / ATR_BARS : wilder(atr, trueRange(i));
      if (i >= WARM_UP_BARS
          && barrier.label(candles, i, atr) instanceof LabelResult.Resolved(var answer)) {
        int volatility = volatilityCell(i, atr);
        visitor.bar(cell(volatility), volatility, answer.direction().ordinal());
      }
    }
  }

  private static double wilder(double atr, double trueRange) {
    return (atr * (ATR_BARS - 1) + trueRange) / ATR_BARS;
  }

  private double trueRange(int i) {
    double previousClose = candles.close(Math.max(0, i - 1));
    return Math.max(candles.high(i), previousClose) - Math.min(candles.low(i), previousClose);
  }

  private int volatilityCell(int bar, double atr) {
    double variance = 0;
    for (int ahead = 1; ahead <= label.horizonBars(); ahead++) {
      double sigma = filter.sigma(activity[bar + ahead]);
      variance += sigma * sigma;
    }
    double distance = label.barrierAtr() * atr + candles.symbol().typicalSpread();
    double ratio = Math.sqrt(variance) * candles.close(bar) / distance;
    return bucket((ratio - 0.4) / 1.2, VOLATILITY_CELLS);
  }

  private int cell(int volatilityCell) {
    int up = bucket(filter.probability(Regime.UP), 10);
    int down = bucket(filter.probability(Regime.DOWN), 10);
    int newest = bucket((filter.previousReturn() + 2.5) / 5, 5);
    return ((volatilityCell * 10 + up) * 10 + down) * 5 + newest;
  }

  private static int bucket(double share, int buckets) {
    return Math.clamp((int) Math.floor(share * buckets), 0, buckets - 1);
  }
}
