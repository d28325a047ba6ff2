package com.aicashevolution.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds candles of a higher timeframe. Groups begin on the target's own grid, multiples of its
 * length since the epoch: an H4 bar opens at 0, 4, 8 … and a D1 bar at midnight, UTC.
 *
 * <p>Only complete groups become bars: every bar the {@link TradingCalendar} expects inside must be
 * present, and nothing more can come. A hole therefore leaves a gap in the result, and the newest
 * bar appears when it closes, never before: {@code of(series.upTo(t))} is always a prefix of {@code
 * of(series)}. Bars of which the market is closed throughout are left out.
 */
public final class Resampling {

  private Resampling() {}

  /**
   * {@code source} at {@code target}: open of the first, highest high, lowest low, close of the
   * last, sum of volumes, and the spread at the open, where a trade would enter.
   *
   * @throws IllegalArgumentException if {@code target} cannot be built from the source's timeframe
   */
  public static CandleSeries of(CandleSeries source, Timeframe target) {
    if (target == source.timeframe()) {
      return source;
    }
    if (!target.isBuiltFrom(source.timeframe())) {
      throw new IllegalArgumentException(
          target + " candles cannot be built from " + source.timeframe());
    }
    TradingCalendar calendar = TradingCalendar.of(source.symbol());
    List<Candle> candles = new ArrayList<>();
    int from = 0;
    while (from < source.size()) {
      Instant openTime = target.openOf(source.openTime(from));
      Instant closeTime = target.closeOf(openTime);
      int to = from;
      while (to < source.size() && source.openTime(to).isBefore(closeTime)) {
        to++;
      }
      Group group = new Group(source, calendar, openTime, closeTime);
      if (group.isComplete(from, to)) {
        candles.add(group.merge(from, to));
      }
      from = to;
    }
    return CandleSeries.of(source.symbol(), target, candles);
  }

  /** One bar of the target and the source bars {@code [from, to)} inside it. */
  private record Group(
      CandleSeries source, TradingCalendar calendar, Instant openTime, Instant closeTime) {

    boolean isComplete(int from, int to) {
      boolean any = false;
      boolean laterBar = to < source.size();
      int next = from;
      for (Instant at = openTime; at.isBefore(closeTime); at = source.timeframe().closeOf(at)) {
        if (next < to && source.openTime(next).equals(at)) {
          any |= allows(at);
          next++;
        } else if (calendar.expectsBar(source.timeframe(), at)
            || (next == to && !laterBar && allows(at))) {
          return false;
        }
      }
      return any;
    }

    private boolean allows(Instant at) {
      return calendar.allowsBar(source.timeframe(), at);
    }

    Candle merge(int from, int to) {
      int first = from;
      while (!allows(source.openTime(first))) {
        first++;
      }
      double high = source.high(first);
      double low = source.low(first);
      double close = source.close(first);
      double volume = 0;
      for (int i = first; i < to; i++) {
        if (allows(source.openTime(i))) {
          high = Math.max(high, source.high(i));
          low = Math.min(low, source.low(i));
          close = source.close(i);
          volume += source.volume(i);
        }
      }
      double open = source.open(first);
      return new Candle(openTime, open, high, low, close, volume, source.spread(first), true);
    }
  }
}
