package com.aicashevolution.trade;

import com.aicashevolution.market.Candle;
import com.aicashevolution.signal.Direction;
import java.time.Instant;

/**
 * A trade that has not ended. Prices are mid prices; the entry bar's spread widens both distances,
 * as it does for labels:
 *
 * <pre>
 * BUY   target = entry + targetAtr · ATR + spread      stop = entry − stopAtr · ATR − spread
 * SELL  target = entry − targetAtr · ATR − spread      stop = entry + stopAtr · ATR + spread
 * </pre>
 *
 * <p>Within a bar the order of prices is unknown, so where a bar reaches both, the stop was first.
 * A bar that opens beyond the stop fills it at the open, one that opens beyond the target at the
 * target and no better.
 *
 * @param enteredAt open time of the bar it was filled in
 * @param entry that bar's open
 * @param entrySpread that bar's spread, price units
 * @param barsHeld bars it has lived through
 */
public record OpenTrade(
    Order order,
    Instant enteredAt,
    double entry,
    double entrySpread,
    double stop,
    double target,
    int barsHeld) {

  /** The fill of {@code order} at the open of {@code bar}, which it has yet to live through. */
  static OpenTrade fill(Order order, Candle bar, Exits exits) {
    double entry = bar.open();
    double spread = bar.spread();
    boolean buys = order.side() == Direction.BUY;
    // summed in the order in which labels sum them: the same bits
    double above = entry + (buys ? exits.targetAtr() : exits.stopAtr()) * order.atr() + spread;
    double below = entry - (buys ? exits.stopAtr() : exits.targetAtr()) * order.atr() - spread;
    return new OpenTrade(
        order, bar.openTime(), entry, spread, buys ? below : above, buys ? above : below, 0);
  }

  /** What {@code bar}, the first it has not seen, makes of it. */
  Step on(Candle bar, TradeRules rules) {
    OpenTrade lived =
        new OpenTrade(order, enteredAt, entry, entrySpread, stop, target, barsHeld + 1);
    if (reaches(target, bar.open())) {
      return lived.end(bar, target, ExitReason.TARGET, rules);
    }
    if (hurts(bar.open())) {
      return lived.end(bar, bar.open(), ExitReason.STOP, rules);
    }
    if (hurts(order.side() == Direction.BUY ? bar.low() : bar.high())) {
      return lived.end(bar, stop, ExitReason.STOP, rules);
    }
    if (reaches(target, order.side() == Direction.BUY ? bar.high() : bar.low())) {
      return lived.end(bar, target, ExitReason.TARGET, rules);
    }
    return lived.barsHeld >= rules.exits().horizonBars()
        ? lived.end(bar, bar.close(), ExitReason.HORIZON, rules)
        : new Step.Lives(lived);
  }

  private boolean reaches(double level, double price) {
    return order.side() == Direction.BUY ? price >= level : price <= level;
  }

  private boolean hurts(double price) {
    return order.side() == Direction.BUY ? price <= stop : price >= stop;
  }

  private Step end(Candle bar, double exit, ExitReason reason, TradeRules rules) {
    return new Step.Ends(
        new Trade(
            order,
            enteredAt,
            entry,
            bar.openTime(),
            exit,
            reason,
            barsHeld,
            result(exit, bar.spread(), reason, rules.costs())));
  }

  /** What it would bring, in ATR per unit, if it were closed at the close of {@code bar}. */
  public double markedAtr(Candle bar, Costs costs) {
    return result(bar.close(), bar.spread(), ExitReason.HORIZON, costs);
  }

  private double result(double exit, double exitSpread, ExitReason reason, Costs costs) {
    double move = order.side() == Direction.BUY ? exit - entry : entry - exit;
    double net = move - costs.spreadOf(entrySpread, exitSpread);
    return net / order.atr() - costs.slippageOf(reason);
  }

  /** What a bar made of an open trade. */
  sealed interface Step {

    record Lives(OpenTrade trade) implements Step {}

    record Ends(Trade trade) implements Step {}
  }
}
