package com.aicashevolution.trade;

import com.aicashevolution.market.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a desk remembers between two bars: what a process must keep to go on after a restart.
 *
 * @param orders in the order in which they were placed
 * @param open in the order in which they were filled
 * @param newestBars open time of the newest bar seen of each symbol
 */
public record DeskState(List<Order> orders, List<OpenTrade> open, Map<Symbol, Instant> newestBars) {

  /** Of a desk that has seen nothing. */
  public static final DeskState EMPTY = new DeskState(List.of(), List.of(), Map.of());

  public DeskState {
    orders = List.copyOf(orders);
    open = List.copyOf(open);
    newestBars = Map.copyOf(newestBars);
  }
}
