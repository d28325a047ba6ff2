package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.util.List;

/**
 * Estimates how much of a simulated market can be predicted at all, by an observer who knows its
 * parameters and sees its candles: the regime is filtered exactly ({@link RegimeFilter}), P(label |
 * filtered regime, volatility, newest return) is counted on one market of the family, and the
 * accuracy of its most probable label is measured on another. The cells are coarse, so the figure
 * is a lower bound of the Bayes accuracy, close to it.
 *
 * <p>Neither market is the one with the spec's own seed: nothing is learnt from the hours a model
 * will be tested on. Deterministic.
 */
public final class ReachableAccuracy {

  private static final long LEARNING = 0x6c6561726e696e67L;
  private static final long MEASURING = 0x6d6561737572696eL;

  /** Bars; ten times the mean length of a trend. */
  private static final int BLOCK_BARS = 500;

  private final SimulationSpec market;
  private final SimulationSpec observer;
  private final LabelSpec label;
  private final List<Symbol> symbols;
  private final AnswerTable informed = new AnswerTable(ObservedBars.CELLS);
  private final AnswerTable volatilityOnly = new AnswerTable(ObservedBars.VOLATILITY_CELLS);

  private ReachableAccuracy(
      SimulationSpec market, SimulationSpec observer, LabelSpec label, List<Symbol> symbols) {
    this.market = market;
    this.observer = observer;
    this.label = label;
    this.symbols = symbols;
  }

  /**
   * The edge planted in markets like {@code spec}.
   *
   * @param days simulated per symbol, twice; a thousand days of 26 symbols take about two seconds
   */
  public static PlantedEdge estimate(
      SimulationSpec spec, LabelSpec label, List<Symbol> symbols, int days) {
    return estimate(spec, spec, label, symbols, days);
  }

  /** As above for an observer who may be mistaken about the market. */
  static PlantedEdge estimate(
      SimulationSpec market,
      SimulationSpec observer,
      LabelSpec label,
      List<Symbol> symbols,
      int days) {
    ReachableAccuracy estimate = new ReachableAccuracy(market, observer, label, symbols);
    estimate.learn(days);
    return estimate.measure(days);
  }

  private void learn(int days) {
    SimulationSpec sister = market.withSeed(market.seed() ^ LEARNING);
    for (Symbol symbol : symbols) {
      ObservedBars.walk(
          sister,
          observer,
          label,
          symbol,
          days,
          (cell, volatility, answer) -> {
            informed.add(cell, answer);
            volatilityOnly.add(volatility, answer);
          });
    }
  }

  private PlantedEdge measure(int days) {
    SimulationSpec sister = market.withSeed(market.seed() ^ MEASURING);
    BlockMean accuracy = new BlockMean(BLOCK_BARS);
    BlockMean edge = new BlockMean(BLOCK_BARS);
    long[][] confusion = new long[Direction.COUNT][Direction.COUNT];
    for (Symbol symbol : symbols) {
      ObservedBars.walk(
          sister,
          observer,
          label,
          symbol,
          days,
          (cell, volatility, answer) -> {
            int given = informed.best(cell);
            confusion[answer][given]++;
            double right = given == answer ? 1 : 0;
            accuracy.add(right);
            edge.add(right - (volatilityOnly.best(volatility) == answer ? 1 : 0));
          });
    }
    return edge(accuracy, edge, confusion);
  }

  private PlantedEdge edge(BlockMean accuracy, BlockMean edge, long[][] confusion) {
    double n = accuracy.count();
    PlantedEdge.ClassShares shares =
        new PlantedEdge.ClassShares(
            total(confusion[0]) / n, total(confusion[1]) / n, total(confusion[2]) / n);
    return new PlantedEdge(
        label,
        accuracy.mean(),
        accuracy.standardError(),
        accuracy.mean() - edge.mean(),
        edge.mean(),
        edge.standardError(),
        shares.largest(),
        macroF1(confusion),
        shares,
        accuracy.count());
  }

  private static long total(long[] row) {
    return row[0] + row[1] + row[2];
  }

  private static double macroF1(long[][] confusion) {
    double sum = 0;
    for (int c = 0; c < Direction.COUNT; c++) {
      double given = confusion[0][c] + confusion[1][c] + confusion[2][c];
      sum += 2.0 * confusion[c][c] / (given + total(confusion[c]));
    }
    return sum / Direction.COUNT;
  }
}
