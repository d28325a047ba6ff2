package com.aicashevolution.api.signals.web;

import com.aicashevolution.api.signals.LatestSignals;
import com.aicashevolution.api.signals.LatestSignals.Overview;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the newest prediction of every symbol. */
@RestController
@Tag(name = "signals")
class SignalsController {

  private final LatestSignals signals;
  private final Clock clock;

  SignalsController(LatestSignals signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * All symbols.
   *
   * @param predicted how many of them have a signal
   * @param degraded whether the journal cannot be read and this is what was read last
   */
  record SignalsBody(
      Timeframe timeframe,
      Instant timestamp,
      int count,
      int predicted,
      boolean degraded,
      List<SignalBody> signals) {}

  @GetMapping("/signals")
  @Operation(summary = "The newest prediction of every symbol, with its age")
  SignalsBody signals(@RequestParam(defaultValue = "H1") Timeframe timeframe) {
    Overview overview = signals.overview(timeframe);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<SignalBody> rows = new ArrayList<>();
    overview.newest().forEach((symbol, entry) -> rows.add(row(symbol, timeframe, entry, now)));
    int predicted = (int) rows.stream().filter(row -> row.prediction() != null).count();
    return new SignalsBody(timeframe, now, rows.size(), predicted, overview.degraded(), rows);
  }

  @GetMapping("/signals/{symbol}")
  @Operation(summary = "The newest prediction of one symbol")
  SignalBody signal(
      @PathVariable Symbol symbol, @RequestParam(defaultValue = "H1") Timeframe timeframe) {
    Overview overview = signals.overview(timeframe);
    if (!overview.newest().containsKey(symbol)) {
      throw new ProblemException(ProblemType.NOT_FOUND, symbol + " is not traded here");
    }
    return row(symbol, timeframe, overview.newest().get(symbol), clock.instant());
  }

  private static SignalBody row(
      Symbol symbol, Timeframe timeframe, @Nullable JournalEntry entry, Instant now) {
    return entry == null
        ? SignalBody.none(symbol, timeframe)
        : SignalBody.of(entry, now, isCurrent(entry, now));
  }

  /** Whether no bar that the calendar expects has closed since the one it saw. */
  private static boolean isCurrent(JournalEntry entry, Instant now) {
    Timeframe timeframe = entry.timeframe();
    return !TradingCalendar.of(entry.symbol())
        .isAbnormalGap(timeframe, timeframe.closeOf(entry.asOf()), timeframe.openOf(now));
  }
}
