package com.aicashevolution.localstack.stage;

import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated candles of a stage: most of them posted when it is made, the last ones one bar
 * after the other, as if the market moved while somebody watches. Not thread-safe.
 */
public final class StageMarket {
  private static final long SEED = 20261121;
  private static final Duration HISTORY = Duration.ofDays(75);

  private final ApiClient api;
  private final Map<Symbol, CandleSeries> candles = new LinkedHashMap<>();
  private int barsToCome;

  StageMarket(ApiClient api, Instant now, int barsToCome) {
    this.api = api;
    this.barsToCome = barsToCome;
    SimulatedMarket market = new SimulatedMarket(SimulationSpec.regimes(SEED));
    for (Symbol symbol : Symbol.defaults()) {
      candles.put(symbol, market.candles(symbol, now.minus(HISTORY), now));
    }
  }

  public List<Symbol> symbols() {
    return List.copyOf(candles.keySet());
  }

  /** Posts all bars but those that are to come. */
  void postHistory(Terminal terminal) {
    try (Progress progress = terminal.progress("candles", candles.size(), "symbols")) {
      int done = 0;
      for (CandleSeries series : candles.values()) {
        post(series, 0, series.size() - barsToCome);
        progress.update(++done, "");
      }
    }
  }

  /** How many bars can still be closed. */
  public int barsToCome() {
    return barsToCome;
  }

  /** The open time of the bar that closes next. */
  public Instant nextBar(Symbol symbol) {
    CandleSeries series = seriesOf(symbol);
    return series.openTime(series.size() - barsToCome);
  }

  /** Closes the next bar of one symbol. */
  public void closeBar(Symbol symbol) {
    CandleSeries series = seriesOf(symbol);
    int next = series.size() - barsToCome;
    post(series, next, next + 1);
  }

  /** All symbols have closed it: the next bar is the one after. */
  public void endBar() {
    if (barsToCome == 0) {
      throw new IllegalStateException("all bars have closed");
    }
    barsToCome--;
  }

  private CandleSeries seriesOf(Symbol symbol) {
    CandleSeries series = candles.get(symbol);
    if (series == null) {
      throw new IllegalArgumentException("no candles of " + symbol);
    }
    return series;
  }

  private void post(CandleSeries series, int from, int to) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("symbol", series.symbol().code());
    body.put("timeframe", Timeframe.H1.name());
    ArrayNode array = body.putArray("candles");
    for (int i = from; i < to; i++) {
      Candle candle = series.candle(i);
      array
          .addObject()
          .put("open_time", candle.openTime().toString())
          .put("open", candle.open())
          .put("high", candle.high())
          .put("low", candle.low())
          .put("close", candle.close())
          .put("volume", candle.volume())
          .put("spread", candle.spread());
    }
    var _ = api.post("/candles", body);
  }
}
