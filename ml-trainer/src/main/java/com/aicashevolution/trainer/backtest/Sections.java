package com.aicashevolution.trainer.backtest;

import com.aicashevolution.evaluation.SharpeRatio;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trade.ExitReason;
import com.aicashevolution.trade.Exits;
import com.aicashevolution.trade.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures stretches of a played backtest. Immutable, thread-safe. */
final class Sections {

  private static final double TRADING_DAYS_A_YEAR = 252;
  private static final double CONFIDENCE = 0.95;
  private static final long SECONDS_PER_DAY = 86_400;

  private final EquityCurve curve;
  private final List<Trade> trades;
  private final Sizing sizing;
  private final Exits exits;
  private final long trials;

  /**
   * Prepares the figures.
   *
   * @param trades all that ended
   * @param trials fits of the line in the ledger
   */
  Sections(EquityCurve curve, List<Trade> trades, Sizing sizing, Exits exits, long trials) {
    this.curve = curve;
    this.trades = trades;
    this.sizing = sizing;
    this.exits = exits;
    this.trials = trials;
  }

  /** Of everything; only of a curve that has instants. */
  Section whole() {
    return section(null, 0, curve.size(), trades);
  }

  /** Of each phase that has bars, in order of time. */
  List<Section> byPhase(Seen seen) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (Phase phase : Phase.values()) {
      int to = from;
      while (to < curve.size() && seen.of(curve.openTime(to)) == phase) {
        to++;
      }
      if (to > from) {
        List<Trade> decided =
            trades.stream().filter(t -> seen.of(t.order().asOf()) == phase).toList();
        sections.add(section(phase, from, to, decided));
      }
      from = to;
    }
    return sections;
  }

  private Section section(@Nullable Phase phase, int from, int to, List<Trade> decided) {
    EquityCurve slice = curve.slice(from, to);
    Instant last = slice.openTime(slice.size() - 1);
    return new Section(
        phase,
        slice.openTime(0),
        last,
        trades(decided),
        account(slice),
        new Section.Held(slice.heldPercent()[slice.size() - 1], largestFall(slice.heldPercent())));
  }

  private Section.Trades trades(List<Trade> decided) {
    List<Direction> sides = decided.stream().map(t -> t.order().side()).toList();
    double[] results = decided.stream().mapToDouble(Trade::positionResultAtr).toArray();
    TradingMetrics positions = TradingMetrics.of(sides, results);
    return new Section.Trades(
        positions,
        sizing.percent(positions.expectancyAtr(), exits),
        decided.stream().mapToInt(Trade::barsHeld).average().orElse(0),
        count(decided, ExitReason.TARGET),
        count(decided, ExitReason.STOP),
        count(decided, ExitReason.HORIZON));
  }

  private static int count(List<Trade> trades, ExitReason reason) {
    return (int) trades.stream().filter(trade -> trade.reason() == reason).count();
  }

  private Section.Account account(EquityCurve slice) {
    double[] days = days(slice);
    TradeRisk risk = TradeRisk.of(days);
    SharpeRatio sharpe = risk.sharpe();
    int tried = Math.clamp(trials, 1, Integer.MAX_VALUE);
    double track = sharpe.minimumTrackRecordLength(0, CONFIDENCE);
    int open = (int) Arrays.stream(slice.openTrades()).filter(n -> n > 0).count();
    return new Section.Account(
        slice.percent()[slice.size() - 1],
        largestFall(slice.percent()),
        days.length,
        sharpe.ratio(),
        sharpe.ratio() * Math.sqrt(TRADING_DAYS_A_YEAR),
        risk.sortino(),
        sharpe.probabilistic(0),
        // the variance of worthless ratios over n days is 1 / (n − 1) (Lo, 2002)
        sharpe.deflated(tried, 1.0 / Math.max(1, sharpe.observations() - 1)),
        trials,
        Double.isInfinite(track) ? null : Double.valueOf(Math.ceil(track)),
        (double) open / slice.size(),
        Arrays.stream(slice.openTrades()).average().orElse(0));
  }

  /** What each UTC day with a bar did to the account. */
  private static double[] days(EquityCurve slice) {
    NavigableMap<Long, Double> days = new TreeMap<>();
    double before = 0;
    for (int i = 0; i < slice.size(); i++) {
      long day = Math.floorDiv(slice.openSeconds()[i], SECONDS_PER_DAY);
      days.merge(day, slice.percent()[i] - before, Double::sum);
      before = slice.percent()[i];
    }
    return days.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double largestFall(double[] worth) {
    return Arrays.stream(EquityCurve.drawdown(worth)).max().orElse(0);
  }
}
