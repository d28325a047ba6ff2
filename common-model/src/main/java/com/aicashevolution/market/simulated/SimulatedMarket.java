package com.aicashevolution.market.simulated;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Hourly candles of a market that does not exist, as a pure function of seed, symbol and time:
 * whoever asks, for whatever range, after whatever restart, gets the same bits. Always labelled
 * SIMULATED where a person could mistake it. Immutable, thread-safe.
 *
 * <p>A path is walked from {@link #ANCHOR} at every call: tens of milliseconds per symbol.
 */
public final class SimulatedMarket {

  /** Where every path starts; a Sunday on which the week has not opened yet. */
  public static final Instant ANCHOR = Instant.parse("2022-01-02T00:00:00Z");

  /** Value of {@code source} of candles that came from here. */
  public static final String SOURCE = "simulated";

  private final SimulationSpec spec;

  public SimulatedMarket(SimulationSpec spec) {
    this.spec = spec;
  }

  public SimulationSpec spec() {
    return spec;
  }

  /**
   * The hourly candles of {@code symbol} that open in {@code [from, to)} and have closed by {@code
   * to}; none before the anchor.
   *
   * @throws IllegalArgumentException if the simulation does not know one of the symbol's currencies
   */
  public CandleSeries candles(Symbol symbol, Instant from, Instant to) {
    SimulatedPath path = new SimulatedPath(spec, symbol, ANCHOR);
    List<Candle> candles = new ArrayList<>();
    while (!Timeframe.H1.closeOf(path.nextOpenTime()).isAfter(to)) {
      Candle candle = path.advance();
      if (!candle.openTime().isBefore(from)) {
        candles.add(candle);
      }
    }
    return CandleSeries.of(symbol, Timeframe.H1, candles);
  }
}
