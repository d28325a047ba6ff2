package com.aicashevolution.trade;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.trade.TradeEvent.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns signals into trades and trades into results, one complete bar at a time: {@link #onBar} for
 * every symbol that has a bar at an instant, then {@link #onSignals} with what was decided at its
 * close. What it answers depends on nothing but what it was handed before.
 *
 * <p>Of signals that compete for room the most confident wins, of equal ones the symbol that comes
 * first in the alphabet. An open trade is never turned around: it ends at its stop, its target or
 * its horizon. Not thread-safe.
 *
 * <h2>Easy to get wrong</h2>
 *
 * Handing over the signals of one symbol before the bars of another of the same instant: a trade
 * that ends in that bar would still take room.
 */
public final class TradeDesk {

  private static final Comparator<TradeSignal> MOST_CONFIDENT_FIRST =
      Comparator.comparingDouble((TradeSignal s) -> s.decision().confidencePercent())
          .reversed()
          .thenComparing(TradeSignal::symbol);

  private final TradeRules rules;
  private final List<Order> orders;
  private final List<OpenTrade> open;
  private final Map<Symbol, Instant> newestBars;

  public TradeDesk(TradeRules rules) {
    this(rules, DeskState.EMPTY);
  }

  /** A desk that goes on where another one was. */
  public TradeDesk(TradeRules rules, DeskState state) {
    this.rules = rules;
    this.orders = new ArrayList<>(state.orders());
    this.open = new ArrayList<>(state.open());
    this.newestBars = new HashMap<>(state.newestBars());
  }

  /** What it remembers now. */
  public DeskState state() {
    return new DeskState(orders, open, newestBars);
  }

  /** Trades that have not ended, in the order in which they were filled. */
  public List<OpenTrade> open() {
    return List.copyOf(open);
  }

  /**
   * Fills what was ordered in {@code symbol} at the bar's open, and lets every trade in it live
   * through the bar.
   *
   * @throws IllegalArgumentException if the bar is not complete, or not later than the one before
   */
  public List<TradeEvent> onBar(Symbol symbol, Candle bar) {
    requireNext(symbol, bar);
    newestBars.put(symbol, bar.openTime());
    List<TradeEvent> events = new ArrayList<>();
    fill(symbol, bar, events);
    live(symbol, bar, events);
    return events;
  }

  private void requireNext(Symbol symbol, Candle bar) {
    if (!bar.complete()) {
      throw new IllegalArgumentException(
          "the bar of " + symbol + " at " + bar.openTime() + " is not complete");
    }
    Instant newest = newestBars.get(symbol);
    if (newest != null && !bar.openTime().isAfter(newest)) {
      throw new IllegalArgumentException(
          "bars of " + symbol + " must come in order, " + bar.openTime() + " came after " + newest);
    }
  }

  private void fill(Symbol symbol, Candle bar, List<TradeEvent> events) {
    for (Iterator<Order> waiting = orders.iterator(); waiting.hasNext(); ) {
      Order order = waiting.next();
      if (order.symbol().equals(symbol)) {
        waiting.remove();
        OpenTrade trade = OpenTrade.fill(order, bar, rules.exits());
        open.add(trade);
        events.add(new TradeEvent.Opened(trade));
      }
    }
  }

  private void live(Symbol symbol, Candle bar, List<TradeEvent> events) {
    List<OpenTrade> living = new ArrayList<>(open.size());
    for (OpenTrade trade : open) {
      if (!trade.order().symbol().equals(symbol)) {
        living.add(trade);
        continue;
      }
      switch (trade.on(bar, rules)) {
        case OpenTrade.Step.Lives(OpenTrade lived) -> living.add(lived);
        case OpenTrade.Step.Ends(Trade ended) -> events.add(new TradeEvent.Closed(ended));
      }
    }
    open.clear();
    open.addAll(living);
  }

  /**
   * Orders what is to be followed and finds room; nothing happens for the rest.
   *
   * @throws IllegalArgumentException if a signal is not as of the newest bar of its symbol
   */
  public List<TradeEvent> onSignals(List<TradeSignal> signals) {
    signals.forEach(this::requireCurrent);
    List<TradeEvent> events = new ArrayList<>();
    signals.stream()
        .filter(signal -> rules.actsOn(signal.decision()))
        .sorted(MOST_CONFIDENT_FIRST)
        .forEach(signal -> events.add(order(signal)));
    return events;
  }

  private void requireCurrent(TradeSignal signal) {
    Instant newest = newestBars.get(signal.symbol());
    if (!signal.asOf().equals(newest)) {
      throw new IllegalArgumentException(
          "a signal of %s must be as of its newest bar, %s, was as of %s"
              .formatted(signal.symbol(), newest, signal.asOf()));
    }
  }

  private TradeEvent order(TradeSignal signal) {
    Optional<Limit> reached = limitReached(signal.symbol());
    if (reached.isPresent()) {
      return new TradeEvent.Declined(signal, reached.get());
    }
    Order order = Order.of(signal);
    orders.add(order);
    return new TradeEvent.Ordered(order);
  }

  private Optional<Limit> limitReached(Symbol symbol) {
    PositionLimits limits = rules.limits();
    if (taken().filter(order -> order.symbol().equals(symbol)).count() >= limits.perSymbol()) {
      return Optional.of(Limit.PER_SYMBOL);
    }
    if (held(symbol.base()) >= limits.perCurrency()
        || held(symbol.quote()) >= limits.perCurrency()) {
      return Optional.of(Limit.PER_CURRENCY);
    }
    return taken().count() >= limits.total() ? Optional.of(Limit.TOTAL) : Optional.empty();
  }

  private long held(String currency) {
    return taken().filter(order -> order.holds(currency)).count();
  }

  /** What was ordered and has not ended. */
  private Stream<Order> taken() {
    return Stream.concat(orders.stream(), open.stream().map(OpenTrade::order));
  }
}
