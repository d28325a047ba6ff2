package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.TradingCalendar;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a file into candles of mid prices in UTC, in ascending order, and counts those
 * it cannot turn. Not thread-safe.
 */
final class CandleReader implements BarFile.RowHandler {

  private static final double DECIMALS = 1e8;

  private final Symbol symbol;
  private final FileReading reading;
  private final Instant now;
  private final TradingCalendar calendar;
  private final PriceCheck prices;
  private final RowTally tally = new RowTally();
  private final BarAggregator aggregator;
  private @Nullable RawBar previousRow;
  private @Nullable Instant previousTime;

  /**
   * @param now nothing that closes later is a candle yet
   * @param sink receives the candles
   */
  CandleReader(ImportRequest request, FileReading reading, Instant now, Consumer<Candle> sink) {
    this.symbol = request.symbol();
    this.reading = reading;
    this.now = now;
    this.calendar = TradingCalendar.of(symbol);
    double rowsPerCandle = (double) request.timeframe().seconds() / reading.sourceSeconds();
    this.prices = new PriceCheck(reading.pointScale(), Candle.MAX_VOLUME / rowsPerCandle);
    this.aggregator = new BarAggregator(request.timeframe(), reading.sourceSeconds(), sink);
  }

  @Override
  public void bad(RowProblem problem) {
    tally.row();
    tally.bad(problem);
  }

  @Override
  public void bar(RawBar row) {
    tally.row();
    if (!row.complete()) {
      tally.incomplete();
      return;
    }
    Optional<RowProblem> implausible = prices.problemOf(row);
    if (implausible.isPresent()) {
      tally.bad(implausible.get());
      return;
    }
    Optional<Instant> time = timeOf(row);
    if (time.isEmpty()) {
      String reason = "no clock ever showed this time in " + reading.clock().zone();
      tally.bad(new RowProblem(row.line(), "time", reason));
    } else if (isInOrder(row, time.get()) && isUsable(row, time.get())) {
      previousRow = row;
      previousTime = time.get();
      pass(row, time.get());
    }
  }

  /** Hands over a last candle that was still being put together; call after the last row. */
  RowCounts end() {
    aggregator.end();
    return tally.counts();
  }

  long rows() {
    return tally.rows();
  }

  private Optional<Instant> timeOf(RawBar row) {
    return switch (row.time()) {
      case RawBar.Time.Exact(Instant value) -> Optional.of(value);
      case RawBar.Time.Local(var value) -> reading.clock().instantOf(value, previousTime);
    };
  }

  private boolean isInOrder(RawBar row, Instant time) {
    RawBar last = previousRow;
    if (last == null || previousTime == null || time.isAfter(previousTime)) {
      return true;
    }
    if (time.isBefore(previousTime)) {
      String reason = time + " is before " + previousTime + " of line " + last.line();
      tally.backward(new RowProblem(row.line(), "time", reason));
    } else if (samePrices(row, last)) {
      tally.duplicate();
    } else {
      String reason = "line " + last.line() + " has the same time and other prices";
      tally.bad(new RowProblem(row.line(), "time", reason));
    }
    return false;
  }

  private static boolean samePrices(RawBar a, RawBar b) {
    return a.open() == b.open()
        && a.high() == b.high()
        && a.low() == b.low()
        && a.close() == b.close();
  }

  private boolean isUsable(RawBar row, Instant time) {
    if (time.isAfter(now)) {
      String reason = time + " is in the future; is the clock not " + reading.clock() + "?";
      tally.bad(new RowProblem(row.line(), "time", reason));
      return false;
    }
    if (time.plusSeconds(reading.sourceSeconds()).isAfter(now)) {
      tally.incomplete();
      return false;
    }
    if (time.getEpochSecond() % reading.sourceSeconds() != 0) {
      String reason =
          "%s (%s) is off the grid of bars of %d s"
              .formatted(time, reading.clock(), reading.sourceSeconds());
      tally.bad(new RowProblem(row.line(), "time", reason));
      return false;
    }
    return true;
  }

  private void pass(RawBar row, Instant time) {
    boolean isFlat = row.high() == row.low() && row.volume() == 0;
    if (isFlat && reading.sourceSeconds() <= 3600 && !calendar.isOpen(time)) {
      tally.closedHourFiller();
      return;
    }
    double spread = spreadOf(row);
    double toMid = reading.side().toMid(spread);
    double low = mid(row.low(), toMid);
    if (!(low > 0)) {
      String reason = "a spread of " + spread + " is more than twice the price " + price(row.low());
      tally.bad(new RowProblem(row.line(), "spread", reason));
      return;
    }
    double high = mid(row.high(), toMid);
    double close = mid(row.close(), toMid);
    aggregator.add(
        new Candle(time, mid(row.open(), toMid), high, low, close, row.volume(), spread, true));
  }

  private double mid(double units, double toMid) {
    return rounded(price(units) + toMid);
  }

  private double price(double units) {
    return units * reading.pointScale();
  }

  /** Takes away what binary fractions add: 158611 points are 1.58611, not 1.5861100000000001. */
  private static double rounded(double price) {
    return Math.rint(price * DECIMALS) / DECIMALS;
  }

  private double spreadOf(RawBar row) {
    double spread =
        switch (row.spread()) {
          case RawBar.Spread.Unknown() -> 0;
          case RawBar.Spread.Points(double points) -> points * symbol.point();
          case RawBar.Spread.PriceUnits(double units) -> rounded(price(units));
        };
    if (spread > 0) {
      return spread;
    }
    // nobody trades for nothing: a spread of 0 is one that was not recorded
    tally.spreadAssumed();
    return rounded(symbol.typicalSpread());
  }
}
