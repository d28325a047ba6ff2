package com.aicashevolution.drift;

import com.aicashevolution.market.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Results of trades by the UTC day they were signalled, no two of one symbol overlapping: while a
 * trade is open its symbol's further signals are passed over, as a trader would. Feed it the
 * signals of each symbol in the order of time. Not thread-safe.
 */
public final class TradeDays {

  private static final long SECONDS_PER_DAY = 86_400;

  private final Map<Symbol, Long> busyUntil = new HashMap<>();
  private final NavigableMap<Long, List<Double>> days = new TreeMap<>();

  /**
   * Takes in a signal that was acted on.
   *
   * @param signalled close of the bar that gave it, epoch seconds
   * @param settled close of the bar in which its trade ended, epoch seconds
   * @param result net of spread, ATR
   */
  public void add(Symbol symbol, long signalled, long settled, double result) {
    if (signalled < busyUntil.getOrDefault(symbol, Long.MIN_VALUE)) {
      return;
    }
    busyUntil.put(symbol, settled);
    long day = Math.floorDiv(signalled, SECONDS_PER_DAY);
    days.computeIfAbsent(day, _ -> new ArrayList<>()).add(result);
  }

  /** The results of each day that had any, the oldest day first. */
  public List<double[]> results() {
    return days.values().stream()
        .map(day -> day.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }
}
