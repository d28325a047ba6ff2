package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import com.aicashevolution.platform.market.TradedSymbols;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes candles that somebody sends as they close. Thread-safe. */
public final class CandleIntake {

  /** Value of {@code source} of candles that came this way. */
  public static final String SOURCE = "api";

  private final CandleStore store;
  private final SimulatedCandles simulated;
  private final TradedSymbols traded;
  private final Clock clock;

  public CandleIntake(
      CandleStore store, SimulatedCandles simulated, TradedSymbols traded, Clock clock) {
    this.store = store;
    this.simulated = simulated;
    this.traded = traded;
    this.clock = clock;
  }

  /** What became of candles; all are stored or none. */
  public sealed interface Result {

    /** They are stored. */
    record Stored(UpsertResult counts) implements Result {}

    /** Nobody asks for candles of this symbol. */
    record NotTraded() implements Result {}

    /** The stored candles of the symbol are simulated. */
    record Simulated() implements Result {}

    /** Some cannot be true. */
    record Impossible(List<Complaint> complaints) implements Result {}
  }

  /**
   * What is wrong with a candle.
   *
   * @param index in the list that was sent
   * @param field of the candle
   */
  public record Complaint(int index, String field, String message) {}

  public Result take(Symbol symbol, Timeframe timeframe, List<Candle> candles) {
    if (!traded.contains(symbol)) {
      return new Result.NotTraded();
    }
    List<Complaint> complaints = complaints(timeframe, candles);
    if (!complaints.isEmpty()) {
      return new Result.Impossible(complaints);
    }
    if (simulated.exist(symbol)) {
      return new Result.Simulated();
    }
    return new Result.Stored(store.upsert(symbol, timeframe, SOURCE, candles));
  }

  private List<Complaint> complaints(Timeframe timeframe, List<Candle> candles) {
    Instant now = clock.instant();
    List<Complaint> complaints = new ArrayList<>();
    Set<Instant> seen = new HashSet<>();
    for (int i = 0; i < candles.size(); i++) {
      Candle candle = candles.get(i);
      Instant opens = candle.openTime();
      if (!timeframe.openOf(opens).equals(opens)) {
        complaints.add(
            new Complaint(i, "open_time", "must be a multiple of " + timeframe + " in UTC"));
      } else if (opens.isAfter(now)) {
        complaints.add(new Complaint(i, "open_time", "must not be in the future, it is " + now));
      } else if (candle.complete() && timeframe.closeOf(opens).isAfter(now)) {
        complaints.add(
            new Complaint(
                i,
                "complete",
                "must be false until " + timeframe.closeOf(opens) + ", it is " + now));
      } else if (!seen.add(opens)) {
        complaints.add(new Complaint(i, "open_time", "must not be sent twice"));
      }
    }
    return complaints;
  }
}
