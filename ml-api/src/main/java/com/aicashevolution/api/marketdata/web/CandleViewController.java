package com.aicashevolution.api.marketdata.web;

import com.aicashevolution.api.marketdata.SimulatedCandles;
import com.aicashevolution.indicator.IndicatorCalculator;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows candles and the indicators of the newest one. */
@RestController
@Tag(name = "market data")
class CandleViewController {

  private static final int MOST_CANDLES = 10_000;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final CandleStore store;
  private final SimulatedCandles simulated;
  private final TradedSymbols traded;

  CandleViewController(CandleStore store, SimulatedCandles simulated, TradedSymbols traded) {
    this.store = store;
    this.simulated = simulated;
    this.traded = traded;
  }

  /** Candles, oldest first. */
  record CandlesBody(
      Symbol symbol, Timeframe timeframe, boolean simulated, int count, List<CandleBody> candles) {}

  /** Indicators of one bar by wire name. */
  record IndicatorsBody(
      Symbol symbol,
      Timeframe timeframe,
      boolean simulated,
      Instant asOf,
      Instant closedAt,
      Map<String, Double> indicators) {}

  @GetMapping("/candles/{symbol}")
  @Operation(
      summary = "Complete candles, oldest first",
      description =
          "With from: the oldest ones that open in [from, to). Without: the newest ones, those that"
              + " open before to where it is given.")
  CandlesBody candles(
      @PathVariable Symbol symbol,
      @RequestParam(defaultValue = "H1") Timeframe timeframe,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "500") @Min(1) @Max(MOST_CANDLES) int limit) {
    requireTraded(symbol);
    CandleSeries series = series(symbol, timeframe, from, to, limit);
    List<CandleBody> bodies =
        IntStream.range(0, series.size()).mapToObj(i -> CandleBody.of(series, i)).toList();
    return new CandlesBody(symbol, timeframe, simulated.exist(symbol), bodies.size(), bodies);
  }

  private CandleSeries series(
      Symbol symbol, Timeframe timeframe, @Nullable Instant from, @Nullable Instant to, int limit) {
    requireTime("from", from);
    requireTime("to", to);
    if (from == null) {
      return to == null
          ? store.latest(symbol, timeframe, limit)
          : store.latestAsOf(symbol, timeframe, to.minusNanos(1_000), limit);
    }
    Instant end = to == null ? from.plus(widest(timeframe)) : to;
    if (!from.isBefore(end)) {
      throw ProblemException.invalid("from", from, "must be before to, which was " + end);
    }
    if (Duration.between(from, end).compareTo(widest(timeframe)) > 0) {
      throw ProblemException.invalid(
          "to", to, "must be at most " + MOST_CANDLES + " bars after from");
    }
    CandleSeries all = store.between(symbol, timeframe, from, end);
    return all.upTo(Math.min(limit, all.size()));
  }

  /** Times a calendar can write need not be times that arithmetic or a database can bear. */
  private static void requireTime(String name, @Nullable Instant time) {
    if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
      throw ProblemException.invalid(name, time, "must be between " + EARLIEST + " and " + LATEST);
    }
  }

  private static Duration widest(Timeframe timeframe) {
    return timeframe.length().multipliedBy(MOST_CANDLES);
  }

  @GetMapping("/indicators/{symbol}")
  @Operation(summary = "The seventeen indicators of the newest complete bar")
  IndicatorsBody indicators(
      @PathVariable Symbol symbol, @RequestParam(defaultValue = "H1") Timeframe timeframe) {
    requireTraded(symbol);
    int needed = IndicatorCalculator.LOOKBACK_BARS;
    CandleSeries series = store.latest(symbol, timeframe, needed);
    if (series.size() < needed) {
      throw new ProblemException(
          Problem.of(
                  ProblemType.NOT_ENOUGH_HISTORY,
                  "%s has %d complete %s candles, indicators need %d"
                      .formatted(symbol, series.size(), timeframe, needed))
              .with("available_candles", series.size())
              .with("required_candles", needed));
    }
    int newest = needed - 1;
    return new IndicatorsBody(
        symbol,
        timeframe,
        simulated.exist(symbol),
        series.openTime(newest),
        series.closeTime(newest),
        new IndicatorCalculator().at(series, newest).toMap());
  }

  private void requireTraded(Symbol symbol) {
    if (!traded.contains(symbol)) {
      throw new ProblemException(ProblemType.NOT_FOUND, symbol + " is not traded here");
    }
  }
}
