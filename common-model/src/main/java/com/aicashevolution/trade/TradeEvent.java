package com.aicashevolution.trade;

import java.util.Locale;

/** What happened at the desk. */
public sealed interface TradeEvent {

  /** A signal is followed at the next bar's open. */
  record Ordered(Order order) implements TradeEvent {}

  /** A signal that was to be followed found no room. */
  record Declined(TradeSignal signal, Limit limit) implements TradeEvent {}

  /** An order was filled. */
  record Opened(OpenTrade trade) implements TradeEvent {}

  /** A trade has ended. */
  record Closed(Trade trade) implements TradeEvent {}

  /** Which limit was reached. */
  enum Limit {
    PER_SYMBOL,
    PER_CURRENCY,
    TOTAL;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
