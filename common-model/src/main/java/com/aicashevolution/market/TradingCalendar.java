package com.aicashevolution.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which a family of symbols trades, and so which gaps between candles are normal.
 *
 * <pre>
 * FOREX    Sunday 17:00 to Friday 17:00, New York time (daylight saving included)
 * METALS   Sunday 18:00 to Friday 17:00, with a break from 17:00 to 18:00 on every day
 * CRYPTO   always
 * </pre>
 *
 * <p>A bar is expected where the market is open for more than half of it; the first hour of the
 * week, in which many feeds are still silent, does not count. Holidays are not known: a gap over
 * Christmas is abnormal, and is called so.
 */
public enum TradingCalendar {
  FOREX,
  METALS,
  CRYPTO;

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime ROLLOVER = LocalTime.of(17, 0);
  private static final LocalTime BREAK_END = LocalTime.of(18, 0);

  /** Hours of trade change on full hours only. */
  private static final Duration STEP = Duration.ofHours(1);

  public static TradingCalendar of(Symbol symbol) {
    return switch (symbol.category()) {
      case FX_MAJOR, FX_CROSS -> FOREX;
      case METAL -> METALS;
      case CRYPTO -> CRYPTO;
    };
  }

  /** Whether the market trades at {@code instant}. */
  public boolean isOpen(Instant instant) {
    return isOpen(instant, sundayOpen());
  }

  /** Whether a candle of {@code timeframe} that opens at {@code openTime} ought to exist. */
  public boolean expectsBar(Timeframe timeframe, Instant openTime) {
    return 2 * openSteps(timeframe, openTime, sundayOpen().plus(STEP)) > steps(timeframe);
  }

  /** Whether the market trades during any part of that candle. */
  public boolean allowsBar(Timeframe timeframe, Instant openTime) {
    return openSteps(timeframe, openTime, sundayOpen()) > 0;
  }

  private static int steps(Timeframe timeframe) {
    return Math.toIntExact(Math.max(1, timeframe.length().dividedBy(STEP)));
  }

  private int openSteps(Timeframe timeframe, Instant openTime, LocalTime sundayOpen) {
    int open = 0;
    for (int step = 0; step < steps(timeframe); step++) {
      if (isOpen(openTime.plus(STEP.multipliedBy(step)), sundayOpen)) {
        open++;
      }
    }
    return open;
  }

  /**
   * Whether a candle is missing between one that closes at {@code closeTime} and the next, which
   * opens at {@code nextOpenTime}; both on the grid of {@code timeframe}.
   */
  public boolean isAbnormalGap(Timeframe timeframe, Instant closeTime, Instant nextOpenTime) {
    for (Instant at = closeTime; at.isBefore(nextOpenTime); at = timeframe.closeOf(at)) {
      if (expectsBar(timeframe, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a candle is missing between any two neighbours of {@code bars}. */
  public boolean hasAbnormalGap(CandleSeries bars) {
    for (int i = 1; i < bars.size(); i++) {
      if (isAbnormalGap(bars.timeframe(), bars.closeTime(i - 1), bars.openTime(i))) {
        return true;
      }
    }
    return false;
  }

  private LocalTime sundayOpen() {
    return this == METALS ? BREAK_END : ROLLOVER;
  }

  private boolean isOpen(Instant instant, LocalTime sundayOpen) {
    if (this == CRYPTO) {
      return true;
    }
    ZonedDateTime local = instant.atZone(NEW_YORK);
    LocalTime time = local.toLocalTime();
    boolean week =
        switch (local.getDayOfWeek()) {
          case SUNDAY -> !time.isBefore(sundayOpen);
          case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> true;
          case FRIDAY -> time.isBefore(ROLLOVER);
          case SATURDAY -> false;
        };
    return week && !(this == METALS && isBreak(time));
  }

  private static boolean isBreak(LocalTime time) {
    return !time.isBefore(ROLLOVER) && time.isBefore(BREAK_END);
  }
}
