package com.aicashevolution.trade;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import java.time.Instant;

/** Hourly bars and signals by number. */
final class Bars {

  static final Symbol EURUSD = Symbol.of("EURUSD");

  private Bars() {}

  static Instant time(int index) {
    return Instant.EPOCH.plusSeconds(3600L * index);
  }

  static Candle bar(int index, double open, double high, double low, double close, double spread) {
    return new Candle(time(index), open, high, low, close, 1, spread, true);
  }

  /** A signal at bar {@code index}, {@code percent} confident. */
  static TradeSignal signal(
      Symbol symbol, int index, Direction direction, double percent, double atr) {
    return new TradeSignal(symbol, time(index), decision(direction, percent), atr);
  }

  static SignalDecision decision(Direction direction, double percent) {
    float p = (float) (percent / 100);
    float rest = (1 - p) / 2;
    return SignalPolicy.decide(
        switch (direction) {
          case SELL -> new Probabilities(p, rest, rest);
          case HOLD -> new Probabilities(rest, p, rest);
          case BUY -> new Probabilities(rest, rest, p);
        },
        1);
  }
}
