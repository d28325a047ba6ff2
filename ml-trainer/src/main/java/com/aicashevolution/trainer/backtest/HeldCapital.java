package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import java.util.HashMap;
import java.util.Map;

/**
 * What doing nothing would have brought: the capital spread evenly over the symbols, each bought at
 * its first open and a spread, and held. For one thread.
 */
final class HeldCapital {

  private final int symbols;
  private final Map<Symbol, Double> paid = new HashMap<>();
  private final Map<Symbol, Double> percent = new HashMap<>();
  private double sum;

  HeldCapital(int symbols) {
    this.symbols = symbols;
  }

  void bar(Symbol symbol, Candle bar) {
    double price = paid.computeIfAbsent(symbol, _ -> bar.open() + bar.spread());
    double now = 100 * (bar.close() / price - 1);
    Double before = percent.put(symbol, now);
    sum += now - (before == null ? 0 : before);
  }

  /** Of the capital, now. */
  double percent() {
    return sum / Math.max(1, symbols);
  }
}
